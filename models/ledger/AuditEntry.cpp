#include "ledger/AuditEntry.h"

#include "ledger/Jcs.h"
#include "ledger/MerkleTree.h"

namespace casebound {
namespace {

QString hexText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// RFC 8785 refuses lone surrogates; the log must not refuse the entry.
QString cleaned(const QString& text)
{
    QString clean = text;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        if (clean[i].isHighSurrogate() && i + 1 < clean.size() && clean[i + 1].isLowSurrogate())
            ++i;
        else if (clean[i].isSurrogate())
            clean[i] = QChar::ReplacementCharacter;
    }
    return clean;
}

/// Collects members; what does not apply is left out, never null.
class Members {
public:
    void text(const char* name, const QString& value)
    {
        if (!value.isEmpty())
            add(name, JcsValue(cleaned(value)));
    }
    void bytes(const char* name, const QByteArray& value)
    {
        if (!value.isEmpty())
            add(name, JcsValue(hexText(value)));
    }
    void number(const char* name, std::int64_t value) { add(name, JcsValue(value)); }
    void instant(const char* name, const std::optional<Instant>& value)
    {
        if (value)
            add(name, JcsValue(toRfc3339(*value)));
    }
    void object(const char* name, Members members)
    {
        if (!members.m_members.empty())
            add(name, JcsValue(std::move(members.m_members)));
    }
    void add(const char* name, JcsValue value) { m_members.emplace_back(QString::fromLatin1(name), std::move(value)); }
    [[nodiscard]] JcsValue take() { return JcsValue(std::move(m_members)); }

private:
    JcsValue::Object m_members;
};

JcsValue privatePart(const EntryContext& context, const AuditRecord& record)
{
    Members part, actor;
    part.bytes("salt", context.salt);
    actor.text("user_id", context.userId);
    actor.bytes("certificate_sha256", context.certificateSha256);
    part.object("actor", std::move(actor));
    part.text("on_behalf_of", record.onBehalfOf);
    part.text("plate", record.plate);
    part.text("jurisdiction", record.jurisdiction);
    part.instant("from", record.from);
    part.instant("to", record.to);
    part.text("case_number", record.caseNumber);
    part.text("reason_text", record.reasonText);
    if (!record.readIds.isEmpty()) {
        JcsValue::Array ids;
        for (const QString& id : record.readIds)
            ids.push_back(JcsValue(cleaned(id)));
        part.add("read_ids", JcsValue(std::move(ids)));
    }
    part.bytes("image_sha256", record.imageSha256);
    part.text("note", record.note);
    part.bytes("results_sha256", record.resultsSha256);
    return part.take();
}

JcsValue publicPart(const EntryContext& context, const AuditRecord& record, const Hash& commitment)
{
    Members part, profile;
    part.number("v", 1);
    part.number("seq", static_cast<std::int64_t>(context.sequence));
    part.instant("at", context.at);
    part.number("boot", static_cast<std::int64_t>(context.boot));
    part.text("event", QString::fromLatin1(auditEventName(record.event)));
    part.bytes("actor", context.actor);
    if (context.role)
        part.text("role", *context.role == Role::Agent ? QStringLiteral("agent") : QStringLiteral("supervisor"));
    part.text("session", context.session);
    part.text("workstation", context.workstation);
    if (!context.profileSha256.isEmpty()) {
        profile.number("serial", static_cast<std::int64_t>(context.profileSerial));
        profile.bytes("sha256", context.profileSha256);
        part.object("profile", std::move(profile));
    }
    part.text("app_version", context.appVersion);
    part.text("query_id", record.queryId);
    if (record.matter)
        part.text("matter", *record.matter == Matter::Criminal ? QStringLiteral("criminal") : QStringLiteral("administrative"));
    part.text("offence", record.offence);
    if (record.limit) {
        Members limit;
        limit.number("years", record.limit->years);
        limit.text("source", record.limit->source);
        part.object("limit", std::move(limit));
    }
    part.text("reason_code", record.reasonCode);
    part.text("purpose", record.purpose);
    part.text("approval_id", record.approvalId);
    part.text("outcome", record.outcome);
    if (record.counts) {
        Members counts;
        counts.number("returned", record.counts->returned);
        counts.number("kept", record.counts->kept);
        counts.number("discarded", record.counts->discarded);
        counts.number("near", record.counts->near);
        part.object("counts", std::move(counts));
    }
    part.text("verdict", record.verdict);
    part.text("announcement", record.announcement);
    part.bytes("sealed_sha256", context.sealedSha256);
    part.bytes("commitment", toBytes(commitment));
    return part.take();
}

} // namespace

std::expected<EncodedEntry, LogFault> encodeEntry(const EntryContext& context, const AuditRecord& record)
{
    auto hidden = writeJcs(privatePart(context, record));
    if (!hidden || hidden->size() > largestPrivatePart)
        return std::unexpected(LogFault::EntryTooLarge);
    auto shown = writeJcs(publicPart(context, record, sha256(*hidden)));
    if (!shown || shown->size() > largestPublicPart) // the one way to fail writing is a number over 2^53 - 1
        return std::unexpected(LogFault::EntryTooLarge);
    const Hash leaf = leafHash(*shown);
    return EncodedEntry{.publicBytes = std::move(*shown), .privateBytes = std::move(*hidden), .leaf = leaf};
}

QByteArray actorPseudonym(QByteArrayView officeKey, const UserId& user)
{
    return toBytes(hmacSha256(officeKey, user.text().toUtf8()));
}

} // namespace casebound
