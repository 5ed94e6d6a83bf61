// How the form is laid out: labels above their fields, messages under them, Search always in view.
#include "ui/search/SearchForm.h"

#include "domain/Reference.h"
#include "lists/CaseListModel.h"
#include "lists/ReferenceWords.h"
#include "ui/FieldMessage.h"
#include "ui/OffencePicker.h"
#include "ui/Page.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/search/DateField.h"
#include "ui/search/JurisdictionField.h"
#include "ui/search/NoticeBar.h"
#include "ui/search/WindowField.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace casebound {

namespace {

/// The wheel scrolls the form; it never changes what was chosen.
class WheelIgnorer final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel)
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

QLabel* labelFor(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// The keyboard is in the line of an editable list, so a screen reader says the line, not the list: it needs the name as well.
void nameLine(const QLabel* label, QWidget* buddy)
{
    const auto* box = qobject_cast<QComboBox*>(buddy);
    if (box && box->lineEdit() && box->lineEdit()->accessibleName().isEmpty())
        box->lineEdit()->setAccessibleName(label->text().remove(u'&'));
}

QComboBox* choiceBox(QWidget* parent, const QString& objectName, const QString& placeholder)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setPlaceholderText(placeholder);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    box->setFocusPolicy(Qt::StrongFocus);
    return box;
}

} // namespace

SearchForm::SearchForm(PageServices services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_cases(new CaseListModel(&services.cases, CaseListModel::Show::OpenOnly, this))
{
    setObjectName(QStringLiteral("searchForm"));
    setAccessibleName(tr("Search form"));
    PageGuide::markPane(this);
    build();
    connectFields();
    setFocusProxy(m_case);
    changed();
}

void SearchForm::addField(QVBoxLayout* column, QLabel* label, QWidget* field, QWidget* buddy, QueryField id)
{
    label->setBuddy(buddy);
    nameLine(label, buddy);
    auto* message = new FieldMessage(buddy, field->parentWidget());
    m_messages.emplace(id, message);
    auto* group = new QVBoxLayout;
    group->setSpacing(space::half);
    group->addWidget(label);
    group->addWidget(field);
    group->addWidget(message);
    column->addLayout(group);
}

void SearchForm::build()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("searchFormScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* fields = new QWidget(m_scroll);
    fields->setObjectName(QStringLiteral("searchFields"));
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(space::gap, space::gap, space::gap, space::unit);
    column->setSpacing(space::unit + space::half);

    m_case = choiceBox(fields, QStringLiteral("case"), {});
    m_case->setEditable(true);
    m_case->setInsertPolicy(QComboBox::NoInsert);
    m_case->setModel(m_cases);
    m_case->setCurrentIndex(-1);
    m_case->lineEdit()->setPlaceholderText(tr("Number of an open case"));
    m_case->lineEdit()->setMaxLength(200);
    m_case->completer()->setFilterMode(Qt::MatchContains);
    m_case->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_case->completer()->setCompletionColumn(CaseListModel::NumberColumn);
    addField(column, labelFor(tr("C&ase"), fields), m_case, m_case, QueryField::Case);
    m_caseTitle = new WrapLabel({}, fields);
    m_caseTitle->setObjectName(QStringLiteral("caseTitle"));
    m_caseTitle->setWordWrap(true);
    m_caseTitle->hide();
    Theme::setTone(m_caseTitle, Tone::Quiet);
    column->addWidget(m_caseTitle);

    m_matter = choiceBox(fields, QStringLiteral("matter"), tr("Choose"));
    for (const Matter matter : {Matter::Criminal, Matter::Administrative})
        m_matter->addItem(Words::of(matter), static_cast<int>(matter));
    m_matter->setCurrentIndex(-1);
    addField(column, labelFor(tr("&Matter"), fields), m_matter, m_matter, QueryField::Matter);

    m_offence = new OffencePicker(Reference::builtIn(), fields);
    m_offenceLabel = labelFor(m_offence->labelText(), fields);
    addField(column, m_offenceLabel, m_offence, m_offence->combo(), QueryField::Offence);

    m_purpose = choiceBox(fields, QStringLiteral("purpose"), tr("Choose"));
    for (const Purpose& purpose : Reference::builtIn().purposes())
        m_purpose->addItem(ReferenceWords::of(purpose.label), purpose.id.text());
    m_purpose->setCurrentIndex(-1);
    addField(column, labelFor(tr("P&urpose"), fields), m_purpose, m_purpose, QueryField::Purpose);

    m_reason = new QPlainTextEdit(fields);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setPlaceholderText(tr("Why this plate, and why now"));
    const int line = m_reason->fontMetrics().lineSpacing();
    m_reason->setFixedHeight(line * 3 + 2 * space::unit);
    addField(column, labelFor(tr("&Reason"), fields), m_reason, m_reason, QueryField::Reason);

    m_behalf = new QLineEdit(fields);
    m_behalf->setObjectName(QStringLiteral("onBehalfOf"));
    m_behalf->setMaxLength(128);
    m_behalf->setPlaceholderText(tr("Only when you ask for someone else"));
    addField(column, labelFor(tr("On &behalf of"), fields), m_behalf, m_behalf, QueryField::OnBehalfOf);

    m_plate = new QLineEdit(fields);
    m_plate->setObjectName(QStringLiteral("plate"));
    m_plate->setFont(Theme::plate(m_plate->font()));
    m_plate->setMaxLength(64);
    m_plate->setPlaceholderText(tr("Whole plate"));
    m_jurisdiction = new JurisdictionField(fields);
    m_jurisdiction->setObjectName(QStringLiteral("jurisdiction"));
    addField(column, labelFor(tr("&Plate"), fields), m_plate, m_plate, QueryField::Plate);
    addField(column, labelFor(tr("&Jurisdiction"), fields), m_jurisdiction, m_jurisdiction, QueryField::Jurisdiction);

    m_window = new WindowField(m_services.queries.today(), fields);
    m_window->setObjectName(QStringLiteral("window"));
    m_messages.emplace(QueryField::From, m_window->fromMessage());
    m_messages.emplace(QueryField::To, m_window->toMessage());
    column->addWidget(m_window);
    m_askException = new QPushButton(tr("Ask for an e&xception …"), fields);
    m_askException->setObjectName(QStringLiteral("askException"));
    m_askException->setAccessibleName(tr("Ask for an exception"));
    m_askException->setToolTip(tr("A supervisor can approve one query beyond the limit"));
    m_askException->setAutoDefault(false);
    m_askException->hide();
    column->addWidget(m_askException);
    column->addStretch(1);
    m_scroll->setWidget(fields);

    m_search = new QPushButton(tr("Search"), this);
    m_search->setObjectName(QStringLiteral("searchButton"));
    m_search->setDefault(true);
    m_search->setToolTip(tr("Search (Ctrl+Enter). The query is written to the audit log before it is sent."));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::gap, space::unit, space::gap, space::gap);
    foot->addWidget(m_search, 1);

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_restored = new NoticeBar(this);
    m_restored->setObjectName(QStringLiteral("restoredDraft"));
    whole->addWidget(m_restored);
    whole->addWidget(m_scroll, 1);
    whole->addLayout(foot);
}

void SearchForm::connectFields()
{
    auto* wheel = new WheelIgnorer(this);
    for (QComboBox* box : {m_case, m_matter, m_purpose})
        box->installEventFilter(wheel);

    connect(m_case, &QComboBox::editTextChanged, this, &SearchForm::caseChosen);
    connect(m_case->lineEdit(), &QLineEdit::editingFinished, this, [this] { left(QueryField::Case); });
    connect(m_cases, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const QString typed = m_case->currentText();
        QMetaObject::invokeMethod(
            this,
            [this, typed] {
                if (m_case->currentText() != typed)
                    m_case->setEditText(typed); // the list was read again; what stands in the field is the person's
                caseChosen();
            },
            Qt::QueuedConnection);
    });
    connect(m_matter, &QComboBox::currentIndexChanged, this, [this](int row) {
        m_offence->setMatter(row < 0 ? std::nullopt : std::optional(static_cast<Matter>(m_matter->itemData(row).toInt())));
        changed();
    });
    connect(m_offence, &OffencePicker::labelChanged, this, [this] {
        m_offenceLabel->setText(m_offence->labelText());
        m_offenceLabel->setBuddy(m_offence->combo());
    });
    connect(m_offence, &OffencePicker::choiceChanged, this, &SearchForm::changed);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &SearchForm::changed);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &SearchForm::changed);
    connect(m_behalf, &QLineEdit::textChanged, this, &SearchForm::changed);
    connect(m_behalf, &QLineEdit::editingFinished, this, [this] { left(QueryField::OnBehalfOf); });
    connect(m_plate, &QLineEdit::textChanged, this, &SearchForm::changed);
    connect(m_plate, &QLineEdit::editingFinished, this, [this] { left(QueryField::Plate); });
    connect(m_jurisdiction, &QComboBox::editTextChanged, this, &SearchForm::changed);
    connect(m_jurisdiction->lineEdit(), &QLineEdit::editingFinished, this, [this] { left(QueryField::Jurisdiction); });
    connect(m_window, &WindowField::changed, this, &SearchForm::changed);
    connect(m_restored, &NoticeBar::acted, this, [this] {
        fill({});
        m_restored->clear();
        Q_EMIT draftDiscarded();
        focusFirst();
    });
    connect(m_search, &QPushButton::clicked, this, &SearchForm::submitted);
    connect(m_askException, &QPushButton::clicked, this, &SearchForm::exceptionRequested);

    auto* send = new QAction(tr("Search"), this);
    send->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    send->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(send, &QAction::triggered, this, [this] {
        if (m_search->isEnabled())
            Q_EMIT submitted();
    });
    addAction(send);
}

} // namespace casebound
