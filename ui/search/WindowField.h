// From and To, the limit in force with its legal source, and the deliberate steps that widen the window (R4; PIA p. 6, 13).
#pragma once

#include "domain/TimeLimit.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPushButton;

namespace casebound {

class DateField;
class FieldMessage;

/// Starts at the narrowest window, 90 days. Each widening is one act of the person; a changed limit never moves a date.
class WindowField final : public QWidget {
    Q_OBJECT

public:
    WindowField(QDate today, QWidget* parent = nullptr);

    [[nodiscard]] QDate from() const;
    [[nodiscard]] QDate to() const;
    /// Nothing: matter or offence is still open.
    void setLimit(const std::optional<TimeLimit>& limit);
    /// The days count from another day now (midnight passed): a window ending today moves along.
    void setToday(QDate today);
    void startNarrow();
    [[nodiscard]] DateField* fromField() const { return m_from; }
    [[nodiscard]] DateField* toField() const { return m_to; }
    [[nodiscard]] FieldMessage* fromMessage() const { return m_fromMessage; }
    [[nodiscard]] FieldMessage* toMessage() const { return m_toMessage; }

Q_SIGNALS:
    void changed();

private:
    void setWindow(QDate from);
    void tell();

    QDate m_today;
    std::optional<TimeLimit> m_limit;
    DateField* m_from;
    DateField* m_to;
    FieldMessage* m_fromMessage;
    FieldMessage* m_toMessage;
    QLabel* m_limitText;
    QLabel* m_window;
    QPushButton* m_narrow;
    QPushButton* m_year;
    QPushButton* m_most;
};

} // namespace casebound
