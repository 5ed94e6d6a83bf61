#include "ledger/ApprovalStatement.h"

#include "domain/Case.h"
#include "ledger/AuditEntry.h"
#include "ledger/Jcs.h"

#include <QUuid>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 2'000, longestId = 256;
const QString requestRecord = u"casebound approval request"_s, statementRecord = u"casebound approval"_s,
              fileRecord = u"casebound signed approval"_s;

/// Takes members off an object; good() only where each was there, of its form, and none is left over.
class Reader {
public:
    Reader(QByteArrayView bytes, const QString& record)
    {
        if (bytes.size() > largestApprovalFile) {
            m_problem = ApprovalFileProblem::TooLarge;
            return;
        }
        auto value = readJcs(bytes, largestApprovalFile);
        if (!value || !value->object()) {
            m_problem = ApprovalFileProblem::Malformed;
            return;
        }
        m_value = *std::move(value);
        if (text(u"record", 1, 64) != record)
            refuse();
        const JcsValue* version = take(u"version");
        if (version && version->number() && *version->number() > 1)
            m_problem = ApprovalFileProblem::Newer;
        else if (!version || !version->number() || *version->number() != 1)
            refuse();
    }
    QString text(QStringView name, qsizetype least, qsizetype most)
    {
        const JcsValue* member = take(name);
        if (!member || !member->text() || member->text()->size() < least || member->text()->size() > most) {
            refuse();
            return {};
        }
        return *member->text();
    }
    bool truth(QStringView name)
    {
        const JcsValue* member = take(name);
        if (!member || !member->truth()) {
            refuse();
            return false;
        }
        return *member->truth();
    }
    QDate date(QStringView name)
    {
        const QString written = text(name, 10, 10);
        const QDate day = QDate::fromString(written, u"yyyy-MM-dd"_s);
        if (!day.isValid() || day.toString(u"yyyy-MM-dd"_s) != written)
            refuse();
        return day;
    }
    Instant instant(QStringView name)
    {
        const auto at = parseInstant(text(name, 1, 40));
        if (!at)
            refuse();
        return at.value_or(Instant{});
    }
    void refuse()
    {
        if (!m_problem)
            m_problem = ApprovalFileProblem::Malformed;
    }
    std::optional<ApprovalFileProblem> end()
    {
        if (!m_problem && m_taken != m_value.object()->size())
            refuse();
        return m_problem;
    }

private:
    const JcsValue* take(QStringView name)
    {
        if (m_problem)
            return nullptr;
        const JcsValue* member = m_value.find(name);
        m_taken += member ? 1 : 0;
        return member;
    }
    JcsValue m_value{JcsValue::Object{}};
    std::size_t m_taken = 0;
    std::optional<ApprovalFileProblem> m_problem;
};

JcsValue::Object membersOf(const ApprovalRequest& request, const QString& record, const QString& origin)
{
    return {{u"record"_s, record},
            {u"version"_s, std::int64_t{1}},
            {u"id"_s, request.id},
            {u"origin"_s, origin},
            {u"case_number"_s, request.caseNumber.text()},
            {u"plate"_s, request.plate.text()},
            {u"jurisdiction"_s, request.jurisdiction.text()},
            {u"matter"_s, request.matter == Matter::Criminal ? u"criminal"_s : u"administrative"_s},
            {u"offence"_s, request.offence.text()},
            {u"from"_s, request.from.toString(u"yyyy-MM-dd"_s)},
            {u"to"_s, request.to.toString(u"yyyy-MM-dd"_s)},
            {u"reason"_s, request.reason},
            {u"asked_by"_s, request.askedBy.text()},
            {u"asked_at"_s, toRfc3339(request.askedAt)}};
}

std::optional<ApprovalRequest> requestOf(Reader& reader, QString& origin)
{
    const QString id = reader.text(u"id", 36, 36);
    origin = reader.text(u"origin", 1, longestId);
    const auto number = parseCaseNumber(reader.text(u"case_number", 1, longestId));
    const QString plateText = reader.text(u"plate", 1, 8);
    const auto plate = Plate::fromTyped(plateText);
    ApprovalRequest request{.id = id,
                            .caseNumber = number.value_or(CaseNumber()),
                            .plate = plate ? *plate : *Plate::fromTyped(u"X"_s),
                            .jurisdiction = JurisdictionKey(reader.text(u"jurisdiction", 1, 16)),
                            .offence = {},
                            .from = {},
                            .to = {},
                            .reason = {},
                            .askedBy = {}};
    const QString matter = reader.text(u"matter", 1, 16);
    request.matter = matter == u"criminal" ? Matter::Criminal : Matter::Administrative;
    request.offence = OffenceId(reader.text(u"offence", 0, longestId));
    request.from = reader.date(u"from");
    request.to = reader.date(u"to");
    request.reason = reader.text(u"reason", 1, longestText);
    request.askedBy = UserId(reader.text(u"asked_by", 1, longestId));
    request.askedAt = reader.instant(u"asked_at");
    if (!number || !plate || plate->text() != plateText || request.from > request.to || QUuid::fromString(id).isNull() ||
        (matter != u"criminal" && matter != u"administrative"))
        reader.refuse();
    return request;
}

QByteArray written(JcsValue::Object members)
{
    // The one way to fail is a lone surrogate; nothing of that kind passes the gate, and an empty statement is refused by who signs it.
    return writeJcs(JcsValue(std::move(members))).value_or(QByteArray());
}

} // namespace

QByteArray writeApprovalRequest(const ApprovalRequest& request, const QString& origin)
{
    return written(membersOf(request, requestRecord, origin));
}

std::expected<ApprovalRequestFile, ApprovalFileProblem> parseApprovalRequest(QByteArrayView bytes)
{
    Reader reader(bytes, requestRecord);
    QString origin;
    auto request = requestOf(reader, origin);
    if (const auto problem = reader.end())
        return std::unexpected(*problem);
    return ApprovalRequestFile{.request = *std::move(request), .origin = origin};
}

QByteArray writeApprovalStatement(const ApprovalRequest& request, const ApprovalDecision& decision, const QString& origin)
{
    JcsValue::Object members = membersOf(request, statementRecord, origin);
    members.emplace_back(u"granted"_s, decision.granted);
    members.emplace_back(u"decided_by"_s, decision.decidedBy.text());
    members.emplace_back(u"decided_at"_s, toRfc3339(decision.decidedAt));
    members.emplace_back(u"expires_at"_s, toRfc3339(decision.expiresAt));
    members.emplace_back(u"note"_s, decision.note);
    return written(std::move(members));
}

std::expected<ApprovalStatement, ApprovalFileProblem> parseApprovalStatement(QByteArrayView bytes)
{
    Reader reader(bytes, statementRecord);
    QString origin;
    auto request = requestOf(reader, origin);
    ApprovalDecision decision;
    decision.granted = reader.truth(u"granted");
    decision.decidedBy = UserId(reader.text(u"decided_by", 1, longestId));
    decision.decidedAt = reader.instant(u"decided_at");
    decision.expiresAt = reader.instant(u"expires_at");
    decision.note = reader.text(u"note", 0, longestText);
    if (decision.granted ? decision.expiresAt <= decision.decidedAt : decision.expiresAt != decision.decidedAt)
        reader.refuse();
    if (const auto problem = reader.end())
        return std::unexpected(*problem);
    return ApprovalStatement{.request = *std::move(request), .decision = decision, .origin = origin};
}

QByteArray writeApprovalFile(QByteArrayView statement, QByteArrayView signature)
{
    return written({{u"record"_s, fileRecord},
                    {u"version"_s, std::int64_t{1}},
                    {u"statement"_s, QString::fromUtf8(statement)},
                    {u"signature"_s, QString::fromLatin1(signature.toByteArray().toBase64())}});
}

std::expected<std::pair<QByteArray, QByteArray>, ApprovalFileProblem> parseApprovalFile(QByteArrayView bytes)
{
    Reader reader(bytes, fileRecord);
    const QByteArray statement = reader.text(u"statement", 1, largestApprovalFile).toUtf8();
    const QByteArray base64 = reader.text(u"signature", 4, largestApprovalFile).toLatin1();
    const QByteArray signature = QByteArray::fromBase64(base64);
    if (signature.isEmpty() || signature.toBase64() != base64)
        reader.refuse();
    if (const auto problem = reader.end())
        return std::unexpected(*problem);
    return std::pair(statement, signature);
}

} // namespace casebound
