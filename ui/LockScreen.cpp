#include "ui/LockScreen.h"

#include "ui/FieldMessage.h"
#include "ui/Icon.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

LockScreen::LockScreen(const QString& personName, const QString& practicePassphrase, QWidget* parent)
    : QWidget(parent),
      m_pin(new QLineEdit(this))
{
    setObjectName(QStringLiteral("lockScreen"));
    auto* icon = new Icon(this);
    icon->setPixmap(Theme::icon(QStringLiteral("lock"), Tone::Quiet, palette()).pixmap(QSize(40, 40), devicePixelRatioF()));
    auto* heading = new QLabel(tr("Locked"), this);
    heading->setObjectName(QStringLiteral("lockHeading"));
    heading->setFont(Theme::title(font()));
    //: %1: name of the person who is signed in.
    auto* who = new WrapLabel(tr("%1 is signed in. Everything is hidden until the credential is given again. Searches that were running "
                                 "were stopped; what had arrived is kept.")
                                  .arg(personName),
                              this);

    auto* label = new QLabel(tr("&PIN or passphrase"), this);
    m_pin->setObjectName(QStringLiteral("unlockPin"));
    m_pin->setAccessibleName(tr("PIN or passphrase"));
    m_pin->setEchoMode(QLineEdit::Password);
    label->setBuddy(m_pin);
    m_message = new FieldMessage(m_pin, this);
    auto* unlock = new QPushButton(tr("Unlock"), this);
    unlock->setObjectName(QStringLiteral("unlock"));
    unlock->setDefault(true);
    unlock->setAutoDefault(true);
    auto* signOut = new QPushButton(tr("Sign out"), this);
    signOut->setObjectName(QStringLiteral("lockSignOut"));
    signOut->setAutoDefault(true);

    auto* box = new QWidget(this);
    box->setFixedWidth(360);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(icon);
    column->addWidget(heading);
    column->addWidget(who);
    column->addSpacing(space::unit);
    auto* field = new QVBoxLayout;
    field->setSpacing(space::half);
    field->addWidget(label);
    field->addWidget(m_pin);
    if (!practicePassphrase.isEmpty()) {
        //: %1: the passphrase everybody uses while practising; no secret.
        auto* hint = new WrapLabel(tr("While practising it is: %1").arg(practicePassphrase), box);
        hint->setObjectName(QStringLiteral("practiceHint"));
        Theme::setTone(hint, Tone::Quiet);
        field->addWidget(hint);
        m_message->setHint(hint->text());
    }
    field->addWidget(m_message);
    column->addLayout(field);
    column->addSpacing(space::unit);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::unit);
    buttons->addWidget(unlock);
    buttons->addWidget(signOut);
    buttons->addStretch(1);
    column->addLayout(buttons);

    auto* centre = new QVBoxLayout(this);
    centre->addStretch(2);
    auto* across = new QHBoxLayout; // Not an alignment: the height would be measured at the whole width.
    across->addStretch(1);
    across->addWidget(box);
    across->addStretch(1);
    centre->addLayout(across);
    centre->addStretch(3);

    connect(unlock, &QPushButton::clicked, this, &LockScreen::submit);
    connect(m_pin, &QLineEdit::returnPressed, this, &LockScreen::submit);
    connect(m_pin, &QLineEdit::textEdited, m_message, &FieldMessage::clear);
    connect(signOut, &QPushButton::clicked, this, &LockScreen::signOutRequested);
}

void LockScreen::start()
{
    m_pin->clear();
    m_message->clear();
    m_pin->setFocus(Qt::OtherFocusReason);
}

void LockScreen::say(const FailureWords& words)
{
    m_message->show(words.whole(), Tone::Caution);
    QAccessibleAnnouncementEvent announcement(this, words.whole());
    QAccessible::updateAccessibility(&announcement);
}

void LockScreen::refuse(const ServiceFailure& failure)
{
    m_pin->clear();
    m_message->show(Words::of(failure).happened + QLatin1Char(' ') + whatToDo(failure));
    m_pin->setFocus();
}

QString LockScreen::whatToDo(const ServiceFailure& failure)
{
    const auto* problem = std::get_if<SignInProblem>(&failure.why);
    if (problem &&
        (*problem == SignInProblem::WrongPin || *problem == SignInProblem::WrongPinFewLeft || *problem == SignInProblem::WrongPinLastTry))
        return tr("The workstation stays locked. Type it again.");
    if (problem &&
        (*problem == SignInProblem::NoCard || *problem == SignInProblem::CardRemoved || *problem == SignInProblem::NoCertificateOnCard))
        return tr("The workstation stays locked. Insert the card you signed in with and type its PIN.");
    return tr("The workstation stays locked. Sign out, and sign in again to learn what to do.");
}

void LockScreen::submit()
{
    const QString pin = m_pin->text();
    if (pin.isEmpty()) {
        m_message->show(tr("Type your PIN or passphrase."));
        return;
    }
    m_pin->clear();
    Q_EMIT unlockRequested(pin);
}

} // namespace casebound
