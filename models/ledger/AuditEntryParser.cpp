#include "ledger/AuditEntry.h"

#include "ledger/Jcs.h"

#include <algorithm>

namespace casebound {
namespace {

/// Takes members off an object one by one; the first problem stays.
class MemberReader {
public:
    explicit MemberReader(const JcsValue& value) : m_value(value)
    {
        if (!value.object())
            fail(EntryProblem::BadValue);
    }

    void text(const char* name, QString& into, bool required = false)
    {
        if (const JcsValue* member = take(name, required)) {
            if (!member->text() || member->text()->isEmpty())
                return fail(EntryProblem::BadValue);
            into = *member->text();
        }
    }
    void bytes(const char* name, QByteArray& into, bool required = false)
    {
        QString hex;
        text(name, hex, required);
        if (hex.isEmpty())
            return;
        const auto digit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
        if (hex.size() != 64 || !std::ranges::all_of(hex, digit))
            return fail(EntryProblem::BadValue);
        into = QByteArray::fromHex(hex.toLatin1());
    }
    template <class Number>
    void number(const char* name, Number& into, std::int64_t least = 0, std::int64_t most = (std::int64_t{1} << 53) - 1)
    {
        if (const JcsValue* member = take(name, true)) {
            if (!member->number() || *member->number() < least || *member->number() > most)
                return fail(EntryProblem::BadValue);
            into = static_cast<Number>(*member->number());
        }
    }
    void instant(const char* name, std::optional<Instant>& into, bool required = false)
    {
        QString written;
        text(name, written, required);
        if (written.isEmpty())
            return;
        into = parseInstant(written);
        if (!into)
            fail(EntryProblem::BadValue);
    }
    template <class Read>
    void object(const char* name, Read read)
    {
        if (const JcsValue* member = take(name, false)) {
            if (member->object() && member->object()->empty()) // what does not apply is left out
                return fail(EntryProblem::BadValue);
            MemberReader inner(*member);
            read(inner);
            if (const auto problem = inner.finish())
                fail(*problem);
        }
    }
    [[nodiscard]] const JcsValue* take(const char* name, bool required)
    {
        const QString text = QString::fromLatin1(name);
        const JcsValue* member = m_value.find(text);
        if (member)
            ++m_taken;
        else if (required)
            fail(EntryProblem::MissingMember);
        return member;
    }
    void fail(EntryProblem problem)
    {
        if (!m_problem)
            m_problem = problem;
    }
    [[nodiscard]] std::optional<EntryProblem> finish()
    {
        // Names are unique in canonical bytes and each is asked for once, so a remainder is a member the format does not know.
        if (!m_problem && m_taken != m_value.object()->size())
            fail(EntryProblem::UnknownMember);
        return m_problem;
    }

private:
    const JcsValue& m_value;
    std::size_t m_taken = 0;
    std::optional<EntryProblem> m_problem;
};

std::expected<JcsValue, EntryProblem> canonical(QByteArrayView bytes, qsizetype limit)
{
    return readJcs(bytes, limit).transform_error([](JcsProblem problem) {
        return problem == JcsProblem::TooLarge ? EntryProblem::TooLarge : EntryProblem::NotCanonical;
    });
}

} // namespace

std::expected<PublicPart, EntryProblem> parsePublicPart(QByteArrayView bytes)
{
    const auto value = canonical(bytes, largestPublicPart);
    if (!value)
        return std::unexpected(value.error());
    MemberReader reader(*value);
    PublicPart part;
    int version = 0;
    std::optional<Instant> at;
    QString event, role, matter;
    reader.number("v", version, 1, 1);
    reader.number("seq", part.sequence);
    reader.instant("at", at, true);
    reader.number("boot", part.boot, 1);
    reader.text("event", event, true);
    reader.bytes("actor", part.actor);
    reader.text("role", role);
    reader.text("session", part.session);
    reader.text("workstation", part.workstation, true);
    reader.object("profile", [&](MemberReader& profile) {
        profile.number("serial", part.profileSerial);
        profile.bytes("sha256", part.profileSha256, true);
    });
    reader.text("app_version", part.appVersion);
    reader.text("query_id", part.queryId);
    reader.text("matter", matter);
    reader.text("offence", part.offence);
    reader.object("limit", [&](MemberReader& limit) {
        part.limit.emplace();
        limit.number("years", part.limit->years, 0, 1000);
        limit.text("source", part.limit->source);
    });
    reader.text("reason_code", part.reasonCode);
    reader.text("purpose", part.purpose);
    reader.text("approval_id", part.approvalId);
    reader.text("outcome", part.outcome);
    reader.object("counts", [&](MemberReader& counts) {
        part.counts.emplace();
        counts.number("returned", part.counts->returned);
        counts.number("kept", part.counts->kept);
        counts.number("discarded", part.counts->discarded);
        counts.number("near", part.counts->near);
    });
    reader.text("verdict", part.verdict);
    reader.text("announcement", part.announcement);
    reader.bytes("sealed_sha256", part.sealedSha256);
    reader.bytes("commitment", part.commitment, true);
    if (const auto problem = reader.finish())
        return std::unexpected(*problem);
    const auto known = auditEventFromName(event.toLatin1());
    const bool roleGood = role.isEmpty() || role == u"agent" || role == u"supervisor";
    const bool matterGood = matter.isEmpty() || matter == u"criminal" || matter == u"administrative";
    const bool announces = known == AuditEvent::KeyReplaced;
    if (!known || !roleGood || !matterGood || announces == part.announcement.isEmpty())
        return std::unexpected(EntryProblem::BadValue);
    part.at = *at;
    part.event = *known;
    if (!role.isEmpty())
        part.role = role == u"agent" ? Role::Agent : Role::Supervisor;
    if (!matter.isEmpty())
        part.matter = matter == u"criminal" ? Matter::Criminal : Matter::Administrative;
    return part;
}

std::expected<PrivatePart, EntryProblem> parsePrivatePart(QByteArrayView bytes)
{
    const auto value = canonical(bytes, largestPrivatePart);
    if (!value)
        return std::unexpected(value.error());
    MemberReader reader(*value);
    PrivatePart part;
    reader.bytes("salt", part.salt, true);
    reader.object("actor", [&](MemberReader& actor) {
        actor.text("user_id", part.userId);
        actor.bytes("certificate_sha256", part.certificateSha256);
    });
    reader.text("on_behalf_of", part.onBehalfOf);
    reader.text("plate", part.plate);
    reader.text("jurisdiction", part.jurisdiction);
    reader.instant("from", part.from);
    reader.instant("to", part.to);
    reader.text("case_number", part.caseNumber);
    reader.text("reason_text", part.reasonText);
    if (const JcsValue* ids = reader.take("read_ids", false)) {
        if (!ids->array() || ids->array()->empty())
            reader.fail(EntryProblem::BadValue);
        else
            for (const JcsValue& id : *ids->array()) {
                if (id.text())
                    part.readIds.push_back(*id.text());
                else
                    reader.fail(EntryProblem::BadValue);
            }
    }
    reader.bytes("image_sha256", part.imageSha256);
    reader.text("note", part.note);
    reader.bytes("results_sha256", part.resultsSha256);
    if (const auto problem = reader.finish())
        return std::unexpected(*problem);
    return part;
}

std::optional<Instant> parseInstant(QStringView text)
{
    static constexpr QStringView form = u"dddd-dd-ddTdd:dd:dd.ddddddZ";
    if (text.size() != form.size())
        return std::nullopt;
    for (qsizetype i = 0; i < form.size(); ++i) {
        if (form[i] == u'd' ? text[i] < u'0' || text[i] > u'9' : text[i] != form[i])
            return std::nullopt;
    }
    const auto field = [&](qsizetype at, qsizetype size) { return text.mid(at, size).toInt(); };
    const std::chrono::year_month_day day(std::chrono::year(field(0, 4)), std::chrono::month(static_cast<unsigned>(field(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(field(8, 2))));
    const int hour = field(11, 2), minute = field(14, 2), second = field(17, 2);
    if (!day.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return Instant(std::chrono::sys_days(day)) + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second) +
           std::chrono::microseconds(field(20, 6));
}

} // namespace casebound
