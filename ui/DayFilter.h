// The time strip with its words and the button that shows everything again.
#pragma once

#include "lists/ReadDays.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace casebound {

class TimeStrip;

/// Hidden while there are no reads.
class DayFilter final : public QWidget {
    Q_OBJECT

public:
    /// When the reads were captured, microseconds since 1970: asked again after refresh().
    using Moments = std::function<std::vector<std::int64_t>()>;

    explicit DayFilter(Moments moments, QWidget* parent = nullptr);

    void refresh();      ///< Now.
    void refreshLater(); ///< Once for all that arrives within a moment.
    void setNow(Instant now);
    void mark(std::optional<std::int64_t> captured);
    void clear();
    /// What is shown; nothing: all.
    [[nodiscard]] std::optional<MicrosRange> period() const;
    [[nodiscard]] TimeStrip* strip() const { return m_strip; }

Q_SIGNALS:
    void changed();

private:
    Moments m_moments;
    QTimeZone m_zone;
    TimeStrip* m_strip;
    QLabel* m_words;
    QPushButton* m_all;
    QTimer m_later;
};

} // namespace casebound
