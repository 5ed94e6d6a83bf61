#include "service/DraftService.h"

#include "bundle/BundleText.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds pause{2};
constexpr std::chrono::days longest{7};
constexpr qsizetype mostBytes = 64 * 1024, mostCharacters = 4'000;

} // namespace

QByteArray toBytes(const QueryDraft& draft)
{
    QJsonObject form{{u"case"_s, draft.caseNumber},
                     {u"offence"_s, draft.offence.text()},
                     {u"reason_code"_s, draft.reasonCode.text()},
                     {u"purpose"_s, draft.purpose.text()},
                     {u"reason"_s, draft.reasonText},
                     {u"on_behalf_of"_s, draft.onBehalfOf},
                     {u"plate"_s, draft.plate},
                     {u"jurisdiction"_s, draft.jurisdiction}};
    if (draft.matter)
        form.insert(u"matter"_s, matterWord(*draft.matter));
    return QJsonDocument(form).toJson(QJsonDocument::Compact);
}

std::optional<QueryDraft> draftFrom(const QByteArray& bytes)
{
    if (bytes.size() > mostBytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject form = document.object();
    const auto text = [&](QLatin1StringView name) { return form[name].toString().left(mostCharacters); };
    QueryDraft draft;
    draft.caseNumber = text("case"_L1);
    for (const Matter matter : {Matter::Criminal, Matter::Administrative}) {
        if (text("matter"_L1) == matterWord(matter))
            draft.matter = matter;
    }
    draft.offence = OffenceId(text("offence"_L1));
    draft.reasonCode = ReasonCode(text("reason_code"_L1));
    draft.purpose = PurposeId(text("purpose"_L1));
    draft.reasonText = text("reason"_L1);
    draft.onBehalfOf = text("on_behalf_of"_L1);
    draft.plate = text("plate"_L1);
    draft.jurisdiction = text("jurisdiction"_L1);
    return draft;
}

DraftService::DraftService(DraftTable& table, UserId person, const Clock& clock)
    : m_table(table),
      m_person(std::move(person)),
      m_clock(clock)
{
    (void)m_table.removeBefore(m_clock.now() - longest);
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &DraftService::write);
}

DraftService::~DraftService() = default;

std::optional<QueryDraft> DraftService::found() const
{
    const auto bytes = m_table.find(m_person);
    return bytes ? draftFrom(*bytes) : std::nullopt;
}

void DraftService::keep(const QueryDraft& draft)
{
    const bool saysSomething =
        !draft.plate.trimmed().isEmpty() || !draft.reasonText.trimmed().isEmpty() || !draft.onBehalfOf.trimmed().isEmpty();
    m_waiting = saysSomething ? toBytes(draft) : QByteArray();
    if (!m_timer.isActive())
        m_timer.start();
}

void DraftService::forget()
{
    m_waiting = QByteArray();
    write();
}

void DraftService::suspend()
{
    write();
}

void DraftService::write()
{
    m_timer.stop();
    const auto form = std::exchange(m_waiting, std::nullopt);
    if (form && form->isEmpty())
        (void)m_table.remove(m_person);
    else if (form)
        (void)m_table.put(m_person, *form, m_clock.now());
}

} // namespace casebound
