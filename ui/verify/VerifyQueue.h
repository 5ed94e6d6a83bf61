// The reads to look at, one below the other, and the single-letter keys that work while this list has the focus.
#pragma once

#include "domain/Verification.h"

#include <QTableView>
#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;

namespace casebound {

class VerifyQueueModel;

/// The table of the queue. Its keys are signals; what they do is the page's business.
class VerifyQueueTable final : public QTableView {
    Q_OBJECT

public:
    explicit VerifyQueueTable(VerifyQueueModel& model, QWidget* parent = nullptr);
    void setLetterKeys(bool on) { m_letters = on; }

Q_SIGNALS:
    void currentRowChanged(int row);
    void typingWanted();                            ///< Enter.
    void nextWanted();                              ///< Space.
    void backWanted();                              ///< Backspace.
    void verdictWanted(casebound::Verdict verdict); ///< Y, N, U.
    void pictureKey(int key, Qt::KeyboardModifiers modifiers);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

private:
    void sizeColumns();
    bool m_letters = true;
};

/// Table, count, and the switch for the single-letter keys (WCAG 2.2, 2.1.4).
class VerifyQueue final : public QWidget {
    Q_OBJECT

public:
    explicit VerifyQueue(VerifyQueueModel& model, QWidget* parent = nullptr);
    [[nodiscard]] VerifyQueueTable* table() const { return m_table; }
    void tellCount();

private:
    void tellKeys();

    VerifyQueueModel& m_model;
    VerifyQueueTable* m_table;
    QLabel* m_count;
    QProgressBar* m_progress;
    QLabel* m_keys;
    QCheckBox* m_letters;
};

} // namespace casebound
