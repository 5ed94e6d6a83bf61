#include "ui/review/SealedDialog.h"

#include "ui/FieldMessage.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/search/NoticeBar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace casebound {

SealedDialog::SealedDialog(SealedService& sealed, std::uint64_t entry, SealedOccasion occasion, const QString& practicePassphrase,
                           QWidget* parent)
    : QDialog(parent),
      m_sealed(sealed),
      m_entry(entry),
      m_occasion(std::move(occasion)),
      m_pin(new QLineEdit(this)),
      m_message(new FieldMessage(m_pin, this)),
      m_open(new QPushButton(tr("Open"), this)),
      m_notice(new NoticeBar(this)),
      m_table(new QTableWidget(this))
{
    setObjectName(QStringLiteral("sealedDialog"));
    setWindowTitle(tr("Casebound – Sealed result"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 480);
    auto* about = new WrapLabel(tr("What the vendor answered was sealed to the reviewers. Opening it is an entry of the log, before it is "
                                   "opened."),
                                this);
    Theme::setTone(about, Tone::Quiet);
    m_pin->setObjectName(QStringLiteral("sealedPin"));
    m_pin->setAccessibleName(tr("PIN or passphrase"));
    m_pin->setEchoMode(QLineEdit::Password);
    if (!practicePassphrase.isEmpty()) {
        //: Placeholder in training. %1: the practice passphrase, which is no secret.
        m_pin->setPlaceholderText(tr("In training: %1").arg(practicePassphrase));
    }
    auto* label = new QLabel(tr("PIN or passphrase"), this);
    label->setBuddy(m_pin);
    m_open->setObjectName(QStringLiteral("openSealed"));
    m_open->setDefault(true);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeSealed"));
    close->setAutoDefault(false);
    m_notice->setObjectName(QStringLiteral("sealedNotice"));
    m_table->setObjectName(QStringLiteral("sealedReads"));
    m_table->setAccessibleName(tr("Sealed reads"));
    m_table->setColumnCount(5);
    m_table->setHorizontalHeaderLabels({tr("Time"), tr("Plate as the machine read it"), tr("Jurisdiction"), tr("Camera"), tr("Place")});
    dressTable(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->setSpacing(space::unit);
    for (QWidget* part : {static_cast<QWidget*>(about), static_cast<QWidget*>(label), static_cast<QWidget*>(m_pin),
                          static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_notice)})
        column->addWidget(part);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, &SealedDialog::openResults);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_pin, &QLineEdit::textEdited, m_message, &FieldMessage::clear);
}

void SealedDialog::openResults()
{
    m_notice->clear();
    const QString pin = m_pin->text();
    m_pin->clear();
    const auto results = m_sealed.open(m_entry, m_occasion, pin);
    if (results) {
        showResults(*results);
        return;
    }
    if (const auto* problem = std::get_if<SealedProblem>(&results.error())) {
        const auto words = [&] {
            switch (*problem) {
            case SealedProblem::NoSuchEntry: return tr("This entry is no person’s act, or is not in order. Nothing was opened.");
            case SealedProblem::NothingSealed: return tr("Nothing is sealed for this entry: no reads came. Nothing was opened.");
            case SealedProblem::NoOccasion:
                return tr("A sealed result is opened within a review that is not signed, or for a complaint. Nothing was opened.");
            case SealedProblem::NotReviewer:
                return tr("This result was not sealed to your credential. Nothing was opened. Ask a reviewer whose certificate the office "
                          "profile held then.");
            case SealedProblem::Altered:
                return tr("The sealed result is not what the log names. Nothing was opened. Have the log checked from outside.");
            }
            return QString();
        };
        m_notice->show(Tone::Bad, words());
        return;
    }
    const auto& failure = std::get<ServiceFailure>(results.error());
    if (const auto* signIn = std::get_if<SignInProblem>(&failure.why)) {
        m_message->show(Words::of(*signIn).happened + QLatin1Char(' ') + tr("Nothing was opened."));
        m_pin->setFocus(Qt::OtherFocusReason);
    } else {
        m_notice->show(Tone::Bad, Words::of(failure).whole());
    }
}

void SealedDialog::showResults(const QByteArray& results)
{
    const QJsonArray reads = QJsonDocument::fromJson(results).object().value(QLatin1StringView("reads")).toArray();
    m_table->setRowCount(static_cast<int>(reads.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QJsonObject read = reads.at(row).toObject();
        const auto text = [&](const char* name) { return read.value(QLatin1StringView(name)).toString(); };
        const QStringList cells{text("captured_at"), text("plate"), text("jurisdiction"), text("camera_id"), text("address")};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    m_table->resizeColumnsToContents();
    m_table->show();
    m_pin->setEnabled(false);
    m_open->setEnabled(false);
    m_notice->show(Tone::Info, tr("%n read(s), as the vendor sent them. A read is a lead; nobody has verified these here.", nullptr,
                                  static_cast<int>(reads.size())));
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace casebound
