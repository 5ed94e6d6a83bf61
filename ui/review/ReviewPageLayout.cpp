// What stands where on the review page.
#include "ui/ComboName.h"
#include "ui/FieldMessage.h"
#include "ui/FlowLayout.h"
#include "ui/Page.h"
#include "ui/TableLook.h"
#include "ui/Theme.h"
#include "ui/WrapLabel.h"
#include "ui/review/EntryFilters.h"
#include "ui/review/IndicatorTable.h"
#include "ui/review/ItemPanel.h"
#include "ui/review/ReviewPage.h"
#include "ui/search/DateField.h"
#include "ui/search/NoticeBar.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace casebound {

QWidget* ReviewPage::makeTop()
{
    auto* top = new QWidget(this);
    m_since = new QLabel(top);
    m_since->setObjectName(QStringLiteral("reviewSince"));
    Theme::setTone(m_since, Tone::Quiet);
    m_until = new DateField(tr("Up to and including"), top);
    m_until->edit()->setObjectName(QStringLiteral("reviewUntil"));
    auto* untilLabel = new QLabel(tr("up to and including"), top);
    untilLabel->setBuddy(m_until->edit());
    m_untilMessage = new FieldMessage(m_until->edit(), top);
    m_new = new QPushButton(tr("New review"), top);
    m_new->setObjectName(QStringLiteral("newReview"));
    m_choice = new QComboBox(top);
    m_choice->setObjectName(QStringLiteral("reviewChoice"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* choiceLabel = new QLabel(tr("Review"), top);
    choiceLabel->setBuddy(m_choice);
    nameCombo(m_choice, tr("Review"));
    m_draw = new QPushButton(tr("Draw sample"), top);
    m_draw->setObjectName(QStringLiteral("drawSample"));
    auto* drawing = new QAction(tr("Draw sample"), this); // in the list of shortcuts, too
    drawing->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    drawing->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(drawing);
    connect(drawing, &QAction::triggered, m_draw, &QPushButton::click);
    m_draw->setToolTip(tr("Draw sample (Ctrl+G)"));
    m_pause = new QPushButton(tr("Pause review"), top);
    m_pause->setObjectName(QStringLiteral("pauseReview"));
    m_state = new WrapLabel({}, top);
    m_state->setObjectName(QStringLiteral("reviewState"));
    m_progress = new QProgressBar(top);
    m_progress->setObjectName(QStringLiteral("reviewProgress"));
    m_progress->setAccessibleName(tr("Reading and checking the entries"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);

    auto* opening = new FlowLayout(space::unit, space::half);
    for (QWidget* part :
         {static_cast<QWidget*>(m_since), static_cast<QWidget*>(untilLabel), static_cast<QWidget*>(m_until), static_cast<QWidget*>(m_new)})
        opening->addWidget(part);
    m_offers = opening;
    m_lastOffer = m_new;
    auto* row = new QHBoxLayout;
    row->setSpacing(space::unit);
    for (QWidget* part : {static_cast<QWidget*>(choiceLabel), static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_draw),
                          static_cast<QWidget*>(m_pause)})
        row->addWidget(part);
    row->addStretch(1);
    auto* column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(opening);
    column->addWidget(m_untilMessage);
    column->addLayout(row);
    column->addWidget(m_state);
    column->addWidget(m_progress);
    PageGuide::markPane(top);
    top->setFocusProxy(m_until->edit());
    connect(m_new, &QPushButton::clicked, this, &ReviewPage::openNew);
    connect(m_until, &DateField::dateChanged, m_untilMessage, &FieldMessage::clear);
    connect(m_draw, &QPushButton::clicked, this, &ReviewPage::draw);
    connect(m_pause, &QPushButton::clicked, this, &ReviewPage::pause);
    connect(m_choice, &QComboBox::activated, this, &ReviewPage::choose);
    return top;
}

void ReviewPage::offer(const QString& objectName, const QString& words, std::function<void()> act)
{
    auto* button = new QPushButton(words, this);
    button->setObjectName(objectName);
    m_offers->addWidget(button);
    setTabOrder(m_lastOffer, button); // where it stands
    m_lastOffer = button;
    connect(button, &QPushButton::clicked, this, std::move(act));
}

QWidget* ReviewPage::makeEntries()
{
    auto* part = new QWidget;
    m_filters = new EntryFilters(part);
    m_table = new QTableView(part);
    m_table->setObjectName(QStringLiteral("auditEntries"));
    m_table->setAccessibleName(tr("Audit entries"));
    m_table->setModel(m_model);
    dressTable(*m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(5 * m_table->verticalHeader()->defaultSectionSize());
    const QFontMetrics metrics(m_table->font());
    const auto width = [&](const QString& text) { return metrics.horizontalAdvance(text) + 3 * space::unit; };
    m_table->setColumnWidth(AuditEntryModel::TimeColumn, width(QStringLiteral("2026-00-00 00:00:00")));
    m_table->setColumnWidth(AuditEntryModel::PersonColumn, width(QStringLiteral("practice.supervisor")));
    m_table->setColumnWidth(AuditEntryModel::WorkstationColumn, width(QStringLiteral("workstation-00")));
    m_table->setColumnHidden(AuditEntryModel::WorkstationColumn, true); // until there are several
    m_table->setColumnWidth(AuditEntryModel::EventColumn, width(QStringLiteral("Exception asked for")));
    m_table->setColumnWidth(AuditEntryModel::CaseColumn, width(QStringLiteral("HB-2026-0000")));
    m_table->setColumnWidth(AuditEntryModel::PlateColumn, width(QStringLiteral("WWWWWWW")));
    m_table->setColumnWidth(AuditEntryModel::ReasonColumn, width(QStringLiteral("Grey van seen at the depot after")));
    m_table->setColumnWidth(AuditEntryModel::OutcomeColumn, width(QStringLiteral("wrong_origin")));
    letChooseColumns(*m_table, {AuditEntryModel::TimeColumn, AuditEntryModel::EventColumn});
    m_table->installEventFilter(this);
    PageGuide::markPane(m_table);
    m_count = new QLabel(part);
    m_count->setObjectName(QStringLiteral("entryCount"));
    Theme::setTone(m_count, Tone::Quiet);
    m_indicators = new IndicatorTable;

    auto* upper = new QVBoxLayout(part);
    upper->setContentsMargins(0, 0, 0, 0);
    upper->setSpacing(space::unit);
    upper->addWidget(m_filters);
    upper->addWidget(m_only);
    upper->addWidget(m_table, 1);
    upper->addWidget(m_count);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(part);
    split->addWidget(m_indicators);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    setTabOrder(m_filters->lastField(), m_only->button()); // it was made before them, and stands behind them
    connect(m_filters, &EntryFilters::changed, this, &ReviewPage::refreshEntries);
    connect(m_only, &NoticeBar::acted, this, [this] {
        m_alone.reset();
        m_only->clear();
        refreshEntries();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_indicators, &IndicatorTable::chosen, this, [this](const QString& name, const std::vector<std::uint64_t>& entries) {
        if (entries.empty()) {
            m_only->show(Tone::Info, tr("This indicator stands beside the log: it has no entries of its own."));
            return;
        }
        m_alone = entries;
        m_filters->setWhich(AuditEntryModel::Show::Everything);
        //: %1: an indicator.
        m_only->show(Tone::Info, tr("Only the entries of the indicator “%1”.").arg(name), tr("Show all again"));
        refreshEntries();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { m_item->show(m_model->sequenceAt(current.isValid() ? current.row() : -1)); });
    return split;
}

QWidget* ReviewPage::makeSide(const QString& practicePassphrase)
{
    auto* body = new QWidget;
    m_item = new ItemPanel(m_reviews, body);
    auto* sign = new QWidget(body);
    m_pin = new QLineEdit(sign);
    m_pin->setObjectName(QStringLiteral("reviewPin"));
    m_pin->setAccessibleName(tr("PIN or passphrase"));
    m_pin->setEchoMode(QLineEdit::Password);
    if (!practicePassphrase.isEmpty()) {
        //: Placeholder in training. %1: the practice passphrase, which is no secret.
        m_pin->setPlaceholderText(tr("In training: %1").arg(practicePassphrase));
    }
    auto* label = new QLabel(tr("PIN or passphrase"), sign);
    label->setBuddy(m_pin);
    m_pinMessage = new FieldMessage(m_pin, sign);
    m_sign = new QPushButton(tr("Sign review"), sign);
    m_sign->setObjectName(QStringLiteral("signReview"));
    auto* heading = new QLabel(tr("Signature"), sign);
    heading->setFont(Theme::heading(font()));
    auto* signing = new QVBoxLayout(sign);
    signing->setContentsMargins(0, 0, 0, 0);
    signing->setSpacing(space::half);
    signing->addWidget(heading);
    signing->addWidget(label);
    signing->addWidget(m_pin);
    signing->addWidget(m_pinMessage);
    signing->addWidget(m_sign, 0, Qt::AlignLeading);
    PageGuide::markPane(sign);
    sign->setFocusProxy(m_pin);

    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(space::half, 0, space::unit, 0);
    column->setSpacing(space::wide);
    column->addWidget(m_item);
    column->addWidget(sign);
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setObjectName(QStringLiteral("reviewSide"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    area->setWidget(body);
    area->setMinimumWidth(280);
    connect(m_item, &ItemPanel::judged, this, &ReviewPage::judge);
    connect(m_item, &ItemPanel::sealedAsked, this, [this](std::uint64_t entry) {
        if (const auto current = m_reviews.current())
            Q_EMIT sealedAsked(current->opening.id, entry);
    });
    connect(m_sign, &QPushButton::clicked, this, &ReviewPage::sign);
    connect(m_pin, &QLineEdit::returnPressed, this, &ReviewPage::sign);
    connect(m_pin, &QLineEdit::textEdited, m_pinMessage, &FieldMessage::clear);
    return area;
}

} // namespace casebound
