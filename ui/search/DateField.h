// A day, typed or chosen. A line of text, so that a wrong date stays as typed and can be named instead of being silently put right.
#pragma once

#include <QDate>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace casebound {

/// Reads 2026-11-20, 20261120 and 20 Nov 2026 (the interface's language); writes the last. Up and Down change the day, Page Up and Down the
/// month.
class DateField final : public QWidget {
    Q_OBJECT

public:
    /// `name`: the accessible name of the text, such as "From".
    explicit DateField(const QString& name, QWidget* parent = nullptr);

    /// Invalid where the text is no date.
    [[nodiscard]] QDate date() const;
    void setDate(QDate date);
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    [[nodiscard]] static QDate parse(const QString& typed);

Q_SIGNALS:
    void dateChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openCalendar();

    QLineEdit* m_edit;
    QToolButton* m_button;
};

} // namespace casebound
