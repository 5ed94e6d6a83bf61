// The status bar: what just happened, the vendor link and the log, each in words.
#pragma once

#include <QStatusBar>

class QLabel;

namespace casebound {

class BaseMapChoice;
class Icon;

class Session;
enum class Tone;

/// Follows the signals of the session and of the map's choice.
class StatusStrip final : public QStatusBar {
    Q_OBJECT

public:
    StatusStrip(Session& session, const BaseMapChoice& map, QWidget* parent = nullptr);
    /// Shows a sentence for a while and announces it to assistive technology.
    void announce(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void tellMap();
    Session& m_session;
    const BaseMapChoice& m_choice;
    Icon* m_linkIcon;
    QLabel* m_link;
    Icon* m_logIcon;
    QLabel* m_log;
    QWidget* m_review;
    Icon* m_reviewIcon;
    QLabel* m_reviewWords;
    Icon* m_hitIcon;
    QLabel* m_hits;
    QLabel* m_map;
};

} // namespace casebound
