#include "ui/OffencePicker.h"

#include "domain/Reference.h"
#include "ui/ComboName.h"
#include "ui/OffenceModel.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace casebound {

OffencePicker::OffencePicker(const Reference& reference, QWidget* parent)
    : QWidget(parent),
      m_reference(reference),
      m_model(new OffenceModel(reference, this)),
      m_filter(new WordFilter(this)),
      m_combo(new QComboBox(this)),
      m_limit(new WrapLabel({}, this))
{
    setObjectName(QStringLiteral("offencePicker"));
    m_combo->setObjectName(QStringLiteral("offence"));
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->setModel(m_model);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(20);
    m_combo->setMaxVisibleItems(10);
    m_combo->setItemDelegate(new OffenceDelegate(m_combo));
    m_combo->setFocusPolicy(Qt::StrongFocus);
    m_combo->installEventFilter(this);
    m_combo->lineEdit()->setObjectName(QStringLiteral("offenceText"));
    m_combo->lineEdit()->installEventFilter(this);

    m_filter->setSourceModel(m_model);
    auto* completer = new QCompleter(m_filter, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(10);
    m_combo->setCompleter(completer);
    completer->popup()->setItemDelegate(new OffenceDelegate(completer->popup()));
    completer->popup()->setObjectName(QStringLiteral("offenceMatches"));

    m_limit->setObjectName(QStringLiteral("offenceLimit"));
    Theme::setTone(m_limit, Tone::Quiet);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(m_combo);
    column->addWidget(m_limit);
    setFocusProxy(m_combo);

    connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, &OffencePicker::refilter);
    connect(m_combo->lineEdit(), &QLineEdit::textChanged, this, &OffencePicker::tellLimit);
    connect(m_combo->lineEdit(), &QLineEdit::editingFinished, this, &OffencePicker::settle);
    connect(m_combo, &QComboBox::currentIndexChanged, this, &OffencePicker::tellLimit);
    m_combo->setCurrentIndex(-1);
    m_name = nameCombo(m_combo, labelText());
    m_combo->setAccessibleName({});
    setMatter(std::nullopt);
}

void OffencePicker::setMatter(std::optional<Matter> matter)
{
    const bool same = matter == m_matter && m_combo->accessibleName() == labelText();
    m_matter = matter;
    if (same) {
        return;
    }
    m_changing = true;
    m_model->setMatter(matter);
    m_filter->setTyped({});
    m_combo->setCurrentIndex(-1);
    m_combo->setEditText({});
    m_combo->setEnabled(matter.has_value());
    m_name->setText(labelText());
    m_combo->setAccessibleName(labelText());
    m_combo->lineEdit()->setAccessibleName(labelText());
    m_combo->lineEdit()->setPlaceholderText(matter ? tr("Type to filter") : tr("Choose the matter first"));
    m_changing = false;
    Q_EMIT labelChanged();
    tellLimit();
}

QString OffencePicker::labelText() const
{
    //: Label of a field: the priority of an administrative matter; the offence of a criminal one.
    return m_matter == Matter::Administrative ? tr("Priority") : tr("Offence");
}

QString OffencePicker::typedText() const
{
    return m_combo->currentText().trimmed();
}

OffenceChoice OffencePicker::choice() const
{
    const int row = m_combo->currentIndex();
    if (row < 0 || m_combo->itemText(row) != m_combo->currentText()) {
        return {};
    }
    const OffenceModel::Entry& entry = m_model->entry(row);
    return {.offence = entry.offence ? entry.offence->id : OffenceId(), .reason = entry.reason->code};
}

void OffencePicker::setChoice(const OffenceChoice& choice)
{
    const int row = m_model->rowOf(choice.offence, choice.reason);
    m_changing = true;
    m_combo->setCurrentIndex(row);
    if (row < 0) {
        m_combo->setEditText({});
    } else {
        m_combo->lineEdit()->setCursorPosition(0);
    }
    m_changing = false;
    tellLimit();
}

bool OffencePicker::eventFilter(QObject* watched, QEvent* event)
{
    // The wheel scrolls the form, it does not change what was chosen.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void OffencePicker::refilter(const QString& typed)
{
    m_filter->setTyped(typed);
    if (m_filter->rowCount() > 0) {
        m_combo->completer()->complete();
    }
}

void OffencePicker::settle()
{
    // Words that leave exactly one entry have chosen it.
    if (choice().isEmpty() && !typedText().isEmpty()) {
        m_filter->setTyped(typedText());
        if (m_filter->rowCount() == 1) {
            m_combo->setCurrentIndex(m_filter->mapToSource(m_filter->index(0, 0)).row());
        }
    }
    if (!choice().isEmpty() && !m_combo->completer()->popup()->isVisible()) {
        m_combo->lineEdit()->setCursorPosition(0);
    }
    tellLimit();
}

void OffencePicker::tellLimit()
{
    if (m_changing) {
        return;
    }
    const OffenceChoice now = choice();
    QString words;
    Tone tone = Tone::Quiet;
    if (const Offence* offence = m_reference.offence(now.offence)) {
        switch (offence->kind) {
        case LimitKind::Years:
            //: %1: statute the limit comes from.
            words = tr("Limitation %n year(s), %1", nullptr, offence->years).arg(offence->limitationStatute);
            break;
        case LimitKind::None: words = tr("No limitation, %1: the office’s own limit applies").arg(offence->limitationStatute); break;
        case LimitKind::VictimLifeOrYears:
            words = tr("Limited by a child victim’s life, %1: the office’s own limit applies").arg(offence->limitationStatute);
            break;
        }
        switch (offence->verification.mark) {
        case VerifiedMark::Verified: break;
        case VerifiedMark::PartlyVerified:
            words += QLatin1Char(' ') + tr("(partly checked against its source; counsel may change it)");
            break;
        case VerifiedMark::NotVerified: words += QLatin1Char(' ') + tr("(not checked against its source; counsel may change it)"); break;
        }
    } else if (const Reason* priority = m_reference.reason(now.reason)) {
        words = tr("Administrative limit of five years (%1)").arg(priority->pia);
    } else if (!typedText().isEmpty() && !m_combo->completer()->popup()->isVisible()) {
        words = m_filter->rowCount() == 0 ? tr("No entry holds these words.") : tr("Choose one of the entries that hold these words.");
        tone = Tone::Caution;
    }
    Theme::setTone(m_limit, tone);
    m_limit->setText(words);
    m_limit->setVisible(!words.isEmpty());
    m_combo->setToolTip(now.isEmpty() ? QString() : m_combo->currentText());
    if (now != m_last) {
        m_last = now;
        Q_EMIT choiceChanged();
    }
}

} // namespace casebound
