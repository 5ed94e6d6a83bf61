#include "ui/review/ReferralDialog.h"

#include "ui/FieldMessage.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/search/NoticeBar.h"

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace casebound {

namespace {
constexpr qint64 largestCertificate = 64 << 10;
}

ReferralDialog::ReferralDialog(ReferralService& referrals, QString review, const QString& practicePassphrase, QWidget* parent)
    : QDialog(parent),
      m_referrals(referrals),
      m_review(std::move(review)),
      m_certificate(new QLineEdit(this)),
      m_certificateMessage(new FieldMessage(m_certificate, this)),
      m_target(new QLineEdit(this)),
      m_targetMessage(new FieldMessage(m_target, this)),
      m_pin(new QLineEdit(this)),
      m_pinMessage(new FieldMessage(m_pin, this)),
      m_make(new QPushButton(tr("Make package"), this)),
      m_notice(new NoticeBar(this))
{
    setObjectName(QStringLiteral("referralDialog"));
    setWindowTitle(tr("Casebound – Refer a matter"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 420);
    auto* about = new WrapLabel(tr("Everything you or another reviewer judged Refer in this review, but what is your own: the entries with "
                                   "their private parts, the notes, the log they stand in, and the sealed results encrypted to the "
                                   "receiver alone. That it was made is an entry of the log first."),
                                this);
    Theme::setTone(about, Tone::Quiet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::unit);
    column->addWidget(about);
    const auto add = [&](QLineEdit* edit, FieldMessage* message, const QString& objectName, const QString& name) {
        edit->setObjectName(objectName);
        edit->setAccessibleName(name);
        auto* label = new QLabel(name, this);
        label->setBuddy(edit);
        column->addWidget(label);
        column->addWidget(edit);
        column->addWidget(message);
        connect(edit, &QLineEdit::textEdited, message, &FieldMessage::clear);
    };
    add(m_certificate, m_certificateMessage, QStringLiteral("referralCertificate"), tr("Receiver’s certificate (PEM file)"));
    add(m_target, m_targetMessage, QStringLiteral("referralTarget"), tr("Folder to make"));
    add(m_pin, m_pinMessage, QStringLiteral("referralPin"), tr("PIN or passphrase"));
    m_pin->setEchoMode(QLineEdit::Password);
    if (!practicePassphrase.isEmpty()) {
        //: Placeholder in training. %1: the practice passphrase, which is no secret.
        m_pin->setPlaceholderText(tr("In training: %1").arg(practicePassphrase));
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_target->setText(QDir(QDir(folder).exists() ? folder : QDir::homePath()).filePath(QStringLiteral("referral-") + m_review.left(8)));
    m_make->setObjectName(QStringLiteral("makeReferral"));
    m_make->setDefault(true);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeReferral"));
    close->setAutoDefault(false);
    m_notice->setObjectName(QStringLiteral("referralNotice"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_make);
    buttons->addStretch(1);
    buttons->addWidget(close);
    column->addWidget(m_notice);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(m_make, &QPushButton::clicked, this, &ReferralDialog::start);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_referrals, &ReferralService::finished, this, [this](const ReferralEnd& end) { showResult(end.result); });
}

void ReferralDialog::start()
{
    m_notice->clear();
    QFile file(QDir::fromNativeSeparators(m_certificate->text().trimmed()));
    const QByteArray pem = file.open(QIODevice::ReadOnly) && file.size() <= largestCertificate ? file.readAll() : QByteArray();
    const QString pin = m_pin->text();
    m_pin->clear();
    const auto begun = m_referrals.start(m_review, QDir::fromNativeSeparators(m_target->text().trimmed()), pem, pin);
    if (!begun) {
        showResult(std::unexpected(begun.error()));
        return;
    }
    m_make->setEnabled(!m_referrals.isRunning());
}

void ReferralDialog::showResult(const ReferralResult& result)
{
    m_make->setEnabled(true);
    if (result) {
        //: %1: folder.
        m_notice->show(
            Tone::Good,
            tr("%n entries were packed: %1", nullptr, static_cast<int>(result->entries)).arg(QDir::toNativeSeparators(result->folder)));
        return;
    }
    const auto* problem = std::get_if<ReferralProblem>(&result.error());
    if (!problem) {
        const auto& failure = std::get<ServiceFailure>(result.error());
        if (const auto* signIn = std::get_if<SignInProblem>(&failure.why)) {
            m_pinMessage->show(Words::of(*signIn).happened + QLatin1Char(' ') + tr("Nothing was made."));
            m_pin->setFocus(Qt::OtherFocusReason);
        } else {
            m_notice->show(Tone::Bad, Words::of(failure).whole());
        }
        return;
    }
    switch (*problem) {
    case ReferralProblem::BadCertificate:
        m_certificateMessage->show(
            tr("This file holds no certificate that can be encrypted to today. Nothing was made. Get the receiver’s certificate anew."));
        m_certificate->setFocus(Qt::OtherFocusReason);
        return;
    case ReferralProblem::BadTarget:
        m_targetMessage->show(tr("This is no place in a folder that exists. Nothing was made. Name another one."));
        m_target->setFocus(Qt::OtherFocusReason);
        return;
    case ReferralProblem::TargetExists:
        m_targetMessage->show(tr("There is something of this name. Nothing was touched. Choose another name."));
        m_target->setFocus(Qt::OtherFocusReason);
        return;
    case ReferralProblem::NothingReferred:
        m_notice->show(
            Tone::Info,
            tr("No item of this review is judged Refer that you may refer. Nothing was made. Judge one, or ask another reviewer."));
        return;
    case ReferralProblem::Busy:
        m_notice->show(Tone::Bad, tr("The log is being written out already. Nothing was made. Try again afterwards."));
        return;
    case ReferralProblem::NotReviewer:
        m_notice->show(Tone::Bad, tr("A result was not sealed to your credential. Nothing was made. Ask a reviewer whose certificate the "
                                     "office profile held then."));
        return;
    case ReferralProblem::CannotSign:
        m_notice->show(Tone::Bad, tr("The credential did not sign. Nothing was made. Check the card or file and try again."));
        return;
    case ReferralProblem::CannotWrite:
        m_notice->show(
            Tone::Bad,
            tr("The package could not be written. Nothing is left there; the log says that it was tried. Choose another folder."));
        return;
    case ReferralProblem::LogNotWritten:
        m_notice->show(Tone::Bad,
                       tr("The log could not be written out in order. Nothing is left there. Have the log checked from outside."));
        return;
    }
}

} // namespace casebound
