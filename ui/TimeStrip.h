// Reads by day as bars, with their age, and a brush that narrows the list to some days.
#pragma once

#include "lists/ReadDays.h"

#include <QWidget>

#include <optional>

namespace casebound {

/// Keys: left and right move by a bar, with Shift they widen the brush; Home and End; Enter keeps the bar alone; Escape or Delete shows all
/// again. Mouse: press and drag. Where there are more days than room, a bar stands for several, and says so.
class TimeStrip final : public QWidget {
    Q_OBJECT

public:
    explicit TimeStrip(QWidget* parent = nullptr);

    /// The brush goes where its days went.
    void setDays(ReadDays days);
    void setToday(QDate today);
    /// The day of the read that is selected elsewhere; marked.
    void setMarked(QDate day);
    [[nodiscard]] std::optional<DayRange> brush() const;
    void clearBrush();
    /// "All 312 reads, 4 May to 20 November 2026, 9 days to 6 months old." or "12 of 312 reads: 3 to 9 November 2026 …".
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString barText(int bar) const;
    [[nodiscard]] int barCount() const;
    [[nodiscard]] int barAt(double x) const;
    [[nodiscard]] QRectF barRect(int bar) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void brushChanged();
    void textChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Bars {
        int first, last;
    };
    void select(int anchor, int head);
    void restate();
    [[nodiscard]] int daysPerBar() const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] DayRange daysOf(int firstBar, int lastBar) const;
    [[nodiscard]] int readsOf(int firstBar, int lastBar) const;
    [[nodiscard]] std::optional<Bars> brushed() const;
    [[nodiscard]] QString age(const DayRange& days) const;

    ReadDays m_days;
    QDate m_today, m_marked;
    std::optional<DayRange> m_brush;
    int m_anchor = 0, m_head = 0; ///< Bars.
    bool m_dragging = false;
};

} // namespace casebound
