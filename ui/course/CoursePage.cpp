#include "ui/course/CoursePage.h"

#include "ui/FieldMessage.h"
#include "ui/Page.h"
#include "ui/Theme.h"
#include "ui/VerifyPage.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/course/CourseWords.h"
#include "ui/log/FactList.h"
#include "ui/search/NoticeBar.h"

#include <QButtonGroup>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRandomGenerator>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int widest = 760;

QWidget* narrow(QVBoxLayout*& column)
{
    auto* part = new QWidget;
    part->setMaximumWidth(widest);
    column = new QVBoxLayout(part);
    column->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    column->setSpacing(space::unit);
    PageGuide::markPane(part);
    return part;
}

QLineEdit* field(QVBoxLayout* column, const QString& label, const QString& name, const QString& objectName)
{
    auto* above = new QLabel(label);
    auto* edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    above->setBuddy(edit);
    column->addWidget(above);
    column->addWidget(edit);
    return edit;
}

} // namespace

CoursePage::CoursePage(Session& session, Prompt& prompt, QWidget* parent)
    : Page(parent),
      m_session(session),
      m_course(*session.course()),
      m_step(new QLabel(this)),
      m_notice(new NoticeBar(this)),
      m_steps(new QStackedWidget(this)),
      m_verify(new VerifyPage(PageServices::of(session), prompt))
{
    setObjectName(QStringLiteral("coursePage"));
    m_step->setObjectName(QStringLiteral("courseStep"));
    m_step->setFont(Theme::heading(font()));
    m_step->setContentsMargins(space::gap, space::gap, space::gap, 0);
    m_steps->addWidget(makeStart());
    m_steps->addWidget(m_verify);
    m_steps->addWidget(makeRequest());
    m_steps->addWidget(makeResult());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_step);
    whole->addWidget(m_notice);
    whole->addWidget(m_steps, 1);
    connect(&m_course, &CourseService::changed, this, &CoursePage::refresh);
    refresh();
}

QWidget* CoursePage::makeStart()
{
    QVBoxLayout* column = nullptr;
    QWidget* part = narrow(column);
    column->addWidget(
        new WrapLabel(tr("The course asks for ten verifications and for your judgement on two requests. Some of the reads are "
                         "misreads, and some have no picture to rely on. Work as you would on duty: type what the picture shows, "
                         "compare, judge. Your first verdict on a read counts.")));
    column->addWidget(
        new WrapLabel(tr("You pass with %1 % right answers. The result is an entry of the practice log, and you can save it as a "
                         "record, signed with your own credential, for the office administrator.")
                          .arg(m_session.profile().passMarkPercent)));
    m_begin = new QPushButton(tr("Begin the course"));
    m_begin->setObjectName(QStringLiteral("beginCourse"));
    column->addSpacing(space::unit);
    column->addWidget(m_begin, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_begin, &QPushButton::clicked, this, &CoursePage::begin);
    return part;
}

QWidget* CoursePage::makeRequest()
{
    QVBoxLayout* column = nullptr;
    m_request = narrow(column);
    column->addWidget(new WrapLabel(tr("Somebody asks you to send this search. May it be sent? If not, which rule does it break?")));
    m_facts = new FactList(m_request);
    column->addWidget(m_facts);
    column->addSpacing(space::unit);
    m_answers = new QButtonGroup(this);
    for (const CourseAnswer answer : {CourseAnswer::MayBeSent, CourseAnswer::NoCase, CourseAnswer::TooGeneral,
                                      CourseAnswer::ProtectedActivity, CourseAnswer::BeyondLimit}) {
        auto* choice = new QRadioButton(CourseWords::of(answer));
        choice->setObjectName(QStringLiteral("answer_") + QLatin1StringView(courseWord(answer)));
        m_answers->addButton(choice, static_cast<int>(answer));
        column->addWidget(choice);
    }
    m_give = new QPushButton(tr("Answer"));
    m_give->setObjectName(QStringLiteral("giveAnswer"));
    column->addSpacing(space::unit);
    column->addWidget(m_give, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_answers, &QButtonGroup::idToggled, this, [this] { m_give->setEnabled(m_answers->checkedId() >= 0); });
    connect(m_give, &QPushButton::clicked, this, &CoursePage::answer);
    return m_request;
}

QWidget* CoursePage::makeResult()
{
    QVBoxLayout* column = nullptr;
    m_result = narrow(column);
    m_score = new WrapLabel(QString());
    m_score->setObjectName(QStringLiteral("courseScore"));
    column->addWidget(m_score);
    column->addSpacing(space::unit);
    column->addWidget(
        new WrapLabel(tr("Save the record and give both files, it and its signature, to the office administrator. It is signed "
                         "with the credential you will sign in with; the practice credentials are nobody’s.")));
    m_credential = field(column, tr("Your &credential file"), tr("Your credential file"), QStringLiteral("courseCredential"));
    m_pin = field(column, tr("&PIN or passphrase"), tr("PIN or passphrase"), QStringLiteral("coursePin"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_target = field(column, tr("Save the record &as"), tr("Save the record as"), QStringLiteral("courseTarget"));
    m_target->setText(
        QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(QStringLiteral("training-record.json")));
    m_saveMessage = new FieldMessage(m_target, m_result);
    column->addWidget(m_saveMessage);
    m_save = new QPushButton(tr("Sign and save"));
    m_save->setObjectName(QStringLiteral("saveRecord"));
    m_again = new QPushButton(tr("Take the course again"));
    m_again->setObjectName(QStringLiteral("courseAgain"));
    column->addSpacing(space::unit);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &CoursePage::save);
    connect(m_again, &QPushButton::clicked, this, &CoursePage::begin);
    return m_result;
}

void CoursePage::focusWork()
{
    if (m_course.state() == CourseService::State::NotBegun)
        m_begin->setFocus(Qt::OtherFocusReason);
    else if (m_course.state() == CourseService::State::Ended)
        (m_save->isEnabled() ? static_cast<QWidget*>(m_credential) : m_again)->setFocus(Qt::OtherFocusReason);
    else if (m_course.state() == CourseService::State::Requests)
        m_answers->buttons().first()->setFocus(Qt::OtherFocusReason);
    else
        m_verify->setFocus(Qt::OtherFocusReason);
}

void CoursePage::begin()
{
    m_notice->clear();
    if (const auto begun = m_course.begin(QRandomGenerator::global()->generate()); !begun)
        say(begun.error());
}

void CoursePage::answer()
{
    const int id = m_answers->checkedId();
    if (id < 0)
        return;
    if (const auto given = m_course.answer(static_cast<CourseAnswer>(id)); !given)
        say(given.error());
}

void CoursePage::save()
{
    m_saveMessage->clear();
    const QString pin = m_pin->text();
    m_pin->clear();
    const auto saved =
        m_course.save(m_target->text().trimmed(), {.kind = CredentialChoice::Kind::File, .path = m_credential->text().trimmed()}, pin);
    if (!saved) {
        m_saveMessage->show(CourseWords::of(saved.error()).whole());
        m_pin->setFocus(Qt::OtherFocusReason);
        return;
    }
    //: %1: file.
    const QString sentence = tr("Saved, with its signature beside it: %1").arg(m_target->text().trimmed());
    m_saveMessage->show(sentence, Tone::Good);
    Q_EMIT announced(sentence);
}

void CoursePage::say(const CourseRefusal& refusal)
{
    m_notice->show(Tone::Bad, CourseWords::of(refusal).whole());
}

void CoursePage::refresh()
{
    const CourseService::State state = m_course.state();
    const int done = static_cast<int>(m_course.record().items.size());
    const bool turned = std::exchange(m_shown, state) != state;
    switch (state) {
    case CourseService::State::NotBegun:
        m_step->setText(tr("Practice course"));
        m_verify->setRun(nullptr);
        m_steps->setCurrentIndex(0);
        if (m_course.problem())
            say(*m_course.problem());
        return;
    case CourseService::State::Loading:
        m_step->setText(tr("Practice course: the reads are being fetched …"));
        m_steps->setCurrentWidget(m_verify);
        return;
    case CourseService::State::Reads:
        //: Progress of the practice course. %1: number, %2: how many.
        m_step->setText(tr("Practice course: %1 of %2 reads judged").arg(done).arg(courseVerifications));
        if (turned) {
            m_steps->setCurrentWidget(m_verify);
            m_verify->setRun(m_course.run());
            m_verify->setFocus(Qt::OtherFocusReason);
        }
        return;
    case CourseService::State::Requests: showRequest(); return;
    case CourseService::State::Ended:
        m_verify->setRun(nullptr);
        showResult();
        return;
    }
}

void CoursePage::showRequest()
{
    const CourseService::Request* asked = m_course.request();
    if (!asked)
        return;
    //: Progress of the practice course. %1: number, %2: how many.
    m_step->setText(
        tr("Practice course: request %1 of %2").arg(m_course.record().items.size() - courseVerifications + 1).arg(courseRefusals));
    const QueryDraft& draft = asked->draft;
    m_facts->put(QStringLiteral("requestCase"), tr("Case"), draft.caseNumber);
    m_facts->put(QStringLiteral("requestMatter"), tr("Matter"), Words::of(draft.matter.value_or(Matter::Administrative)));
    m_facts->put(QStringLiteral("requestReason"), tr("Reason"), draft.reasonText);
    m_facts->put(QStringLiteral("requestPlate"), tr("Plate"), draft.plate);
    m_facts->put(QStringLiteral("requestFrom"), tr("From"), Words::date(draft.from));
    m_facts->put(QStringLiteral("requestTo"), tr("To"), Words::date(draft.to));
    m_answers->setExclusive(false);
    for (QAbstractButton* choice : m_answers->buttons())
        choice->setChecked(false);
    m_answers->setExclusive(true);
    m_give->setEnabled(false);
    m_steps->setCurrentWidget(m_request);
    m_answers->buttons().first()->setFocus(Qt::OtherFocusReason);
}

void CoursePage::showResult()
{
    m_step->setText(tr("Practice course: result"));
    const TrainingRecord& record = m_course.record();
    const bool passed = isPassed(record);
    //: %1: right answers of every hundred, %2: how many are needed.
    const QString score = (passed ? tr("Passed: %1 % right answers, %2 % needed.") : tr("Not passed: %1 % right answers, %2 % needed."))
                              .arg(scorePercent(record.items))
                              .arg(record.passMarkPercent);
    m_score->setText(score);
    m_notice->show(passed ? Tone::Good : Tone::Caution, score);
    m_save->setEnabled(passed);
    m_steps->setCurrentWidget(m_result);
    (passed ? static_cast<QWidget*>(m_credential) : m_again)->setFocus(Qt::OtherFocusReason);
    Q_EMIT announced(score);
}

} // namespace casebound
