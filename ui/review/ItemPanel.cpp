#include "ui/review/ItemPanel.h"

#include "lists/AuditText.h"
#include "lists/ReadText.h"
#include "ui/FieldMessage.h"
#include "ui/FlowLayout.h"
#include "ui/Page.h"
#include "ui/Theme.h"
#include "ui/Words.h"
#include "ui/WrapLabel.h"
#include "ui/log/FactList.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace casebound {

ItemPanel::ItemPanel(const ReviewService& reviews, QWidget* parent)
    : QWidget(parent),
      m_reviews(reviews),
      m_none(new WrapLabel(tr("Choose an entry to see what it says."), this)),
      m_facts(new FactList(this)),
      m_note(new QLineEdit(this)),
      m_message(new FieldMessage(m_note, this)),
      m_inOrder(new QPushButton(tr("In order"), this)),
      m_question(new QPushButton(tr("Question"), this)),
      m_refer(new QPushButton(tr("Refer"), this)),
      m_sealed(new QPushButton(tr("Open sealed result"), this))
{
    setObjectName(QStringLiteral("itemPanel"));
    Theme::setTone(m_none, Tone::Quiet);
    m_note->setObjectName(QStringLiteral("itemNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setMaxLength(2000);
    m_inOrder->setObjectName(QStringLiteral("itemInOrder"));
    m_question->setObjectName(QStringLiteral("itemQuestion"));
    m_refer->setObjectName(QStringLiteral("itemRefer"));
    m_sealed->setObjectName(QStringLiteral("itemSealed"));
    //: Tooltips of the buttons that judge an item. The letter works while the table of entries has the keyboard.
    m_inOrder->setToolTip(tr("In order (I in the table)"));
    m_question->setToolTip(tr("Question (Q in the table)"));
    m_refer->setToolTip(tr("Refer (R in the table)"));

    auto* heading = new QLabel(tr("Entry"), this);
    heading->setFont(Theme::heading(font()));
    auto* label = new QLabel(tr("Note"), this);
    label->setBuddy(m_note);
    auto* buttons = new FlowLayout(space::unit, space::half); // longer words go to a second row
    for (QPushButton* button : {m_inOrder, m_question, m_refer})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(heading);
    column->addWidget(m_none);
    column->addWidget(m_facts);
    auto* field = new QVBoxLayout;
    field->setSpacing(space::half);
    field->addWidget(label);
    field->addWidget(m_note);
    field->addWidget(m_message);
    column->addLayout(field);
    column->addLayout(buttons);
    column->addWidget(m_sealed, 0, Qt::AlignLeading);
    PageGuide::markPane(this);
    setFocusProxy(m_note);
    connect(m_inOrder, &QPushButton::clicked, this, [this] { press(ItemVerdict::InOrder); });
    connect(m_question, &QPushButton::clicked, this, [this] { press(ItemVerdict::Question); });
    connect(m_refer, &QPushButton::clicked, this, [this] { press(ItemVerdict::Refer); });
    connect(m_sealed, &QPushButton::clicked, this, [this] {
        if (m_entry)
            Q_EMIT sealedAsked(*m_entry);
    });
    connect(m_note, &QLineEdit::textEdited, m_message, &FieldMessage::clear);
    show(std::nullopt);
}

void ItemPanel::show(std::optional<std::uint64_t> entry)
{
    const bool other = entry != m_entry;
    m_entry = entry;
    if (other) {
        m_note->clear();
        m_message->clear();
    }
    showFacts();
}

void ItemPanel::showFacts()
{
    const ReviewEntries* entries = m_reviews.entries();
    const IndexedEntry* entry = entries && m_entry ? entries->find(*m_entry) : nullptr;
    const auto item = entry ? m_reviews.item(*m_entry) : std::nullopt;
    const bool own = entry && m_reviews.isOwn(*m_entry);
    const auto put = [this](const char* name, const QString& what, const QString& value) {
        m_facts->put(QLatin1StringView(name), what, value);
    };
    put("itemEvent", tr("What happened"), entry ? AuditText::of(entry->event) : QString());
    put("itemTime", tr("Time"), entry ? ReadText::timeInFull(entry->at, QTimeZone::systemTimeZone()) : QString());
    put("itemPerson", tr("Person"), entry ? entry->person : QString());
    const bool several = m_reviews.workstations().size() > 1;
    put("itemWorkstation", tr("Workstation"), entry && several ? m_reviews.workstationOf(*m_entry) : QString());
    put("itemBehalf", tr("On behalf of"), entry ? entry->behalf : QString());
    put("itemCase", tr("Case"), entry ? entry->caseNumber : QString());
    put("itemPlate", tr("Plate"), entry ? entry->plate : QString());
    put("itemWindow", tr("Window"),
        entry && entry->from && entry->to
            //: A window of days. %1: first, %2: last.
            ? tr("%1 to %2")
                  .arg(Words::date(toDateTime(*entry->from).toLocalTime().date()), Words::date(toDateTime(*entry->to).toLocalTime().date()))
            : QString());
    put("itemReason", tr("Reason"), entry ? entry->reasonText : QString());
    put("itemOutcome", tr("Outcome"), entry ? entry->outcome : QString());
    put("itemCauses", tr("In the review because"), item ? AuditText::of(item->causes) : QString());
    QString said;
    if (item && item->decision) {
        //: A decision on an item. %1: "In order", %2: who, %3: when, %4: the note.
        said = tr("%1 – %2, %3. %4")
                   .arg(AuditText::of(item->decision->verdict), item->decision->by.text(), Words::time(item->decision->at),
                        item->decision->note);
    } else if (own) {
        said = tr("Your own act: another reviewer judges it.");
    }
    put("itemDecision", tr("Judged"), said);
    m_none->setVisible(!entry);
    const bool open = entry && !entry->person.isEmpty() && !own && m_reviews.isDrawn();
    m_note->setEnabled(open);
    // Another workstation's results are sealed in its own log.
    m_sealed->setEnabled(open && logOf(*m_entry) == 0 && (entry->event == AuditEvent::QueryIntended || !entry->sealedSha256.isEmpty()));
    for (QPushButton* button : {m_inOrder, m_question, m_refer})
        button->setEnabled(open);
}

void ItemPanel::press(ItemVerdict verdict)
{
    if (m_entry && m_note->isEnabled())
        Q_EMIT judged(*m_entry, verdict, m_note->text());
}

void ItemPanel::refuse(const QString& words)
{
    m_message->show(words);
}

void ItemPanel::noteMissing(const QString& words)
{
    m_message->show(words);
    m_note->setFocus(Qt::OtherFocusReason);
}

} // namespace casebound
