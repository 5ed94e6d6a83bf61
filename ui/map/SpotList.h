// The reads that stand on one spot of the map, as a list: fixed cameras stack thousands of them, and no zoom parts those.
#pragma once

#include <QAbstractListModel>
#include <QFrame>

#include <functional>
#include <vector>

class QLabel;
class QListView;

namespace casebound {

class SpotList final : public QFrame {
    Q_OBJECT

public:
    /// `words` says a read in one line.
    explicit SpotList(std::function<QString(qsizetype)> words, QWidget* parent = nullptr);

    /// Newest first. `total` may exceed what is listed.
    void show(std::vector<std::uint32_t> reads, std::size_t total, qsizetype selected);
    void select(qsizetype read);
    [[nodiscard]] bool lists(qsizetype read) const;

Q_SIGNALS:
    void chosen(qsizetype read);
    void opened(qsizetype read);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Model;
    Model* m_model;
    QListView* m_list;
    QLabel* m_title;
    bool m_selecting = false;
};

} // namespace casebound
