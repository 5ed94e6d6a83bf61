#include "ui/SignInWindow.h"

#include "ui/FieldMessage.h"
#include "ui/Icon.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QAccessible>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

namespace {

constexpr int columnWidth = 400;

} // namespace

SignInWindow::SignInWindow(bool training, const QString& office, QWidget* parent)
    : QWidget(parent),
      m_training(training),
      m_fields(new QWidget(this)),
      m_notice(new QWidget(this)),
      m_noticeIcon(new Icon(m_notice)),
      m_happened(new WrapLabel({}, m_notice)),
      m_consequence(new WrapLabel({}, m_notice)),
      m_busy(new QWidget(this)),
      m_logRow(new QWidget(this)),
      m_logIcon(new Icon(m_logRow)),
      m_logWords(new WrapLabel({}, m_logRow))
{
    setObjectName(QStringLiteral("signInWindow"));
    setWindowTitle(tr("Casebound – Sign in"));
    setWindowIcon(QIcon(QStringLiteral(":/casebound/icons/casebound.svg")));

    auto* mark = new Icon(this);
    mark->setPixmap(windowIcon().pixmap(QSize(48, 48), devicePixelRatioF()));
    auto* name = new QLabel(tr("Casebound"), this);
    name->setFont(Theme::title(font()));
    //: Under the program's name on the sign-in window. %1: name of the office, %2: version of the program.
    auto* about = new WrapLabel(tr("%1 · version %2").arg(office, QStringLiteral(CASEBOUND_VERSION)), this);
    about->setObjectName(QStringLiteral("office"));
    Theme::setTone(about, Tone::Quiet);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(name);
    names->addWidget(about);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::gap);
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addLayout(names, 1);

    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setAutoFillBackground(true);
    m_happened->setObjectName(QStringLiteral("noticeHappened"));
    m_happened->setFont(Theme::strong(font()));
    m_consequence->setObjectName(QStringLiteral("noticeConsequence"));
    auto* noticeWords = new QVBoxLayout;
    noticeWords->setSpacing(space::half);
    noticeWords->addWidget(m_happened);
    noticeWords->addWidget(m_consequence);
    auto* noticeRow = new QHBoxLayout(m_notice);
    noticeRow->setContentsMargins(12, 12, 12, 12);
    noticeRow->setSpacing(space::unit);
    noticeRow->addWidget(m_noticeIcon, 0, Qt::AlignTop);
    noticeRow->addLayout(noticeWords, 1);
    m_notice->hide();

    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(space::unit);
    if (m_training) {
        addPractice(fields);
    } else {
        addCredential(fields);
    }

    m_busy->setObjectName(QStringLiteral("busy"));
    auto* busyColumn = new QVBoxLayout(m_busy);
    busyColumn->setContentsMargins(0, 0, 0, 0);
    busyColumn->setSpacing(space::half);
    auto* busyWords = new WrapLabel(tr("Checking the credential. Log: being opened and checked …"), m_busy);
    auto* bar = new QProgressBar(m_busy);
    bar->setObjectName(QStringLiteral("signInProgress"));
    bar->setAccessibleName(tr("Signing in"));
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(6);
    busyColumn->addWidget(busyWords);
    busyColumn->addWidget(bar);
    m_busy->hide();

    m_logWords->setObjectName(QStringLiteral("logState"));
    auto* logRow = new QHBoxLayout(m_logRow);
    logRow->setContentsMargins(0, 0, 0, 0);
    logRow->setSpacing(space::unit);
    logRow->addWidget(m_logIcon, 0, Qt::AlignTop);
    logRow->addWidget(m_logWords, 1);
    sayLog(std::nullopt);

    auto* content = new QWidget(this);
    content->setFixedWidth(columnWidth);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::wide);
    column->addLayout(head);
    column->addWidget(m_notice);
    column->addWidget(m_fields);
    column->addWidget(m_busy);
    column->addWidget(m_logRow);

    auto* centre = new QVBoxLayout(this);
    centre->setContentsMargins(space::wide * 2, space::wide + space::unit, space::wide * 2, space::wide + space::unit);
    centre->addStretch(1);
    auto* across = new QHBoxLayout; // Not an alignment: the height would be measured at the whole width.
    across->addStretch(1);
    across->addWidget(content);
    across->addStretch(1);
    centre->addLayout(across);
    centre->addStretch(1);
}

void SignInWindow::addPractice(QVBoxLayout* column)
{
    auto* intro = new WrapLabel(
        tr("Practice runs against a made-up town on this computer. No real vendor is asked, and every plate is invented."), this);
    column->addWidget(intro);
    column->addSpacing(space::unit);

    const auto add = [&](const QString& verb, const QString& purpose, const QString& objectName, CredentialChoice::Kind kind) {
        auto* button = new QPushButton(verb, m_fields);
        button->setObjectName(objectName);
        button->setAccessibleDescription(purpose);
        button->setMinimumHeight(36);
        auto* below = new WrapLabel(purpose, m_fields);
        Theme::setTone(below, Tone::Quiet);
        column->addWidget(button);
        column->addWidget(below);
        connect(button, &QPushButton::clicked, this, [this, kind] { Q_EMIT chosen({.kind = kind, .path = {}}, {}); });
        return button;
    };
    m_first = add(tr("Practise as agent"), tr("Search for a case, check reads by eye, keep what matters."), QStringLiteral("practiseAgent"),
                  CredentialChoice::Kind::PracticeAgent);
    m_first->setDefault(true);
    column->addSpacing(space::unit);
    auto* second = add(tr("Practise as supervisor"), tr("The same, with a supervisor’s credential."), QStringLiteral("practiseSupervisor"),
                       CredentialChoice::Kind::PracticeSupervisor);
    second->setAutoDefault(true);
    m_first->setAutoDefault(true);
}

void SignInWindow::addCredential(QVBoxLayout* column)
{
    auto* credentialLabel = new QLabel(tr("&Credential"), m_fields);
    m_credential = new QLineEdit(m_fields);
    m_credential->setObjectName(QStringLiteral("credential"));
    m_credential->setAccessibleName(tr("Credential"));
    m_credential->setPlaceholderText(tr("File with your certificate and key (.p12)"));
    credentialLabel->setBuddy(m_credential);
    auto* browse = new QPushButton(tr("Choose &file …"), m_fields);
    browse->setObjectName(QStringLiteral("chooseFile"));
    browse->setAccessibleName(tr("Choose file"));
    auto* cards = new QPushButton(tr("Use c&ard"), m_fields);
    cards->setObjectName(QStringLiteral("useCard"));
    cards->setAccessibleName(tr("Use card"));
    auto* row = new QHBoxLayout;
    row->setSpacing(space::unit);
    row->addWidget(m_credential, 1);
    row->addWidget(browse);
    row->addWidget(cards);
    m_credentialMessage = new FieldMessage(m_credential, m_fields);

    m_cardGroup = new QWidget(m_fields);
    auto* cardLabel = new QLabel(tr("Certificate &on the card"), m_cardGroup);
    m_card = new QComboBox(m_cardGroup);
    m_card->setObjectName(QStringLiteral("card"));
    m_card->setAccessibleName(tr("Certificate on the card"));
    cardLabel->setBuddy(m_card);
    auto* cardColumn = new QVBoxLayout(m_cardGroup);
    cardColumn->setContentsMargins(0, 0, 0, space::unit);
    cardColumn->setSpacing(space::half);
    cardColumn->addWidget(cardLabel);
    cardColumn->addWidget(m_card);
    m_cardGroup->hide();

    auto* pinLabel = new QLabel(tr("&PIN or passphrase"), m_fields);
    m_pin = new QLineEdit(m_fields);
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setAccessibleName(tr("PIN or passphrase"));
    m_pin->setEchoMode(QLineEdit::Password);
    pinLabel->setBuddy(m_pin);
    m_pinMessage = new FieldMessage(m_pin, m_fields);

    m_first = new QPushButton(tr("Sign in"), m_fields);
    m_first->setObjectName(QStringLiteral("signIn"));
    m_first->setDefault(true);
    m_first->setAutoDefault(true);
    m_first->setMinimumHeight(36);

    const auto pair = [&](QLabel* label, QLayout* field, QWidget* lone, FieldMessage* message) {
        auto* group = new QVBoxLayout;
        group->setSpacing(space::half);
        group->addWidget(label);
        if (field) {
            group->addLayout(field);
        } else {
            group->addWidget(lone);
        }
        group->addWidget(message);
        column->addLayout(group);
        column->addSpacing(space::unit);
    };
    pair(credentialLabel, row, nullptr, m_credentialMessage);
    column->addWidget(m_cardGroup);
    pair(pinLabel, nullptr, m_pin, m_pinMessage);
    column->addWidget(m_first);
    connect(browse, &QPushButton::clicked, this, &SignInWindow::chooseFile);
    connect(m_first, &QPushButton::clicked, this, &SignInWindow::submit);
    connect(cards, &QPushButton::clicked, this, &SignInWindow::cardsWanted);
    connect(m_credential, &QLineEdit::textEdited, m_credentialMessage, &FieldMessage::clear);
    connect(m_credential, &QLineEdit::textEdited, this, &SignInWindow::useFile);
    connect(m_pin, &QLineEdit::textEdited, m_pinMessage, &FieldMessage::clear);
    connect(m_credential, &QLineEdit::returnPressed, this, [this] { m_pin->setFocus(); });
    connect(m_pin, &QLineEdit::returnPressed, this, &SignInWindow::submit);
}

void SignInWindow::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Casebound – Choose credential"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificate and key (*.p12 *.pfx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_credential->setText(file);
        useFile();
        m_credentialMessage->clear();
        m_pin->setFocus();
    });
    dialog->open();
}

void SignInWindow::setCards(const std::vector<CardChoice>& cards)
{
    setBusy(false);
    if (!m_card)
        return;
    m_card->clear();
    for (const CardChoice& one : cards) {
        //: A certificate on a smart card. %1: whose it is, %2: what the card calls itself.
        m_card->addItem(tr("%1 – %2").arg(one.name, one.card), one.uri);
    }
    m_credential->clear();
    m_credentialMessage->clear();
    m_cardGroup->show();
    (cards.size() > 1 ? static_cast<QWidget*>(m_card) : m_pin)->setFocus();
}

void SignInWindow::useFile()
{
    m_cardGroup->hide();
    m_card->clear();
}

void SignInWindow::submit()
{
    if (!m_cardGroup->isHidden()) {
        const QString typed = m_pin->text();
        if (typed.isEmpty()) {
            m_pinMessage->show(tr("Type the PIN of this card."));
            m_pin->setFocus();
            return;
        }
        m_pin->clear();
        Q_EMIT chosen({.kind = CredentialChoice::Kind::Card, .path = m_card->currentData().toString()}, typed);
        return;
    }
    const QString path = m_credential->text().trimmed();
    if (path.isEmpty()) {
        m_credentialMessage->show(tr("Choose the file that holds your certificate and key."));
        m_credential->setFocus();
        return;
    }
    if (!QFileInfo(path).isFile()) {
        m_credentialMessage->show(tr("There is no such file. Choose it again."));
        m_credential->setFocus();
        return;
    }
    const QString pin = m_pin->text();
    if (pin.isEmpty()) {
        m_pinMessage->show(tr("Type the passphrase of this file."));
        m_pin->setFocus();
        return;
    }
    m_pin->clear();
    Q_EMIT chosen({.kind = CredentialChoice::Kind::File, .path = path}, pin);
}

void SignInWindow::setBusy(bool busy)
{
    m_fields->setEnabled(!busy);
    m_busy->setVisible(busy);
    m_logRow->setVisible(!busy); // the busy line says that it is being checked
    if (busy) {
        m_notice->hide();
    } else {
        QWidget* next = m_first;
        if (m_credential) {
            next = m_credential->text().isEmpty() && m_cardGroup->isHidden() ? m_credential : m_pin;
        }
        next->setFocus();
    }
}

void SignInWindow::tell(const FailureWords& words, Tone tone)
{
    setBusy(false);
    m_tone = tone;
    m_happened->setText(words.happened);
    m_consequence->setText(words.consequence);
    m_consequence->setVisible(!words.consequence.isEmpty());
    restyleNotice();
    m_notice->show();
    QAccessibleAnnouncementEvent announcement(this, words.whole());
    QAccessible::updateAccessibility(&announcement);
}

void SignInWindow::sayLog(const std::optional<LogState>& state)
{
    m_logTone = state ? Words::tone(*state) : Tone::Quiet;
    m_logWords->setText(state ? tr("Log: %1").arg(Words::of(*state)) : tr("Log: opened and checked when you sign in"));
    restyleNotice();
}

void SignInWindow::clearMessage()
{
    m_notice->hide();
}

void SignInWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_notice) {
        restyleNotice();
    }
}

void SignInWindow::restyleNotice()
{
    QPalette soft = palette();
    soft.setColor(QPalette::Window, Theme::wash(m_tone, palette()));
    m_notice->setPalette(soft);
    Theme::setTone(m_happened, m_tone);
    Theme::setTone(m_logWords, m_logTone);
    const QString logIcon = m_logTone == Tone::Quiet ? QStringLiteral("log") : Theme::iconName(m_logTone);
    m_logIcon->setPixmap(Theme::icon(logIcon, m_logTone, palette()).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_noticeIcon->setPixmap(Theme::icon(Theme::iconName(m_tone), m_tone, palette()).pixmap(QSize(18, 18), devicePixelRatioF()));
}

} // namespace casebound
