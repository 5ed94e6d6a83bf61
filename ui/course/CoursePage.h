// The practice course, step by step: what it is, ten reads on a verify page of its own, two requests, the result and its record (R1, R17).
#pragma once

#include "service/CourseService.h"
#include "service/Session.h"
#include "ui/Page.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace casebound {

class FactList;
class FieldMessage;
class NoticeBar;
class Prompt;
class VerifyPage;

/// Lives on the window's thread, shorter than the session.
class CoursePage final : public Page {
    Q_OBJECT

public:
    /// The session has a course.
    CoursePage(Session& session, Prompt& prompt, QWidget* parent = nullptr);
    void focusWork();

Q_SIGNALS:
    void announced(const QString& sentence);

private:
    QWidget* makeStart();
    QWidget* makeRequest();
    QWidget* makeResult();
    void refresh();
    void begin();
    void answer();
    void save();
    void say(const CourseRefusal& refusal);
    void showRequest();
    void showResult();

    Session& m_session;
    CourseService& m_course;
    QLabel* m_step;
    NoticeBar* m_notice;
    QStackedWidget* m_steps;
    QPushButton* m_begin = nullptr;
    VerifyPage* m_verify;
    QWidget* m_request = nullptr;
    FactList* m_facts = nullptr;
    QButtonGroup* m_answers = nullptr;
    QPushButton* m_give = nullptr;
    QWidget* m_result = nullptr;
    QLabel* m_score = nullptr;
    QLineEdit* m_credential = nullptr;
    QLineEdit* m_pin = nullptr;
    QLineEdit* m_target = nullptr;
    FieldMessage* m_saveMessage = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_again = nullptr;
    CourseService::State m_shown = CourseService::State::NotBegun;
};

} // namespace casebound
