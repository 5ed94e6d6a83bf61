// What Compare reveals: three rows of characters under each other, and each difference in a sentence.
#pragma once

#include "ui/verify/Alignment.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTableWidget;

namespace casebound {

/// A differing character is framed, bold and named in words below: never told by colour alone.
class ComparisonView final : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonView(QWidget* parent = nullptr);

    /// Nothing: the table goes and `hint` is shown; no character of the machine's text is left in any widget.
    void show(const std::optional<Revealed>& revealed, const QString& hint = {});
    /// Summary and differences, one a line.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();

    QLabel* m_summary;
    QTableWidget* m_table;
    QLabel* m_words;
};

} // namespace casebound
