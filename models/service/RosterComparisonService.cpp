#include "service/RosterComparisonService.h"

#include "crypto/CertificateCheck.h"
#include "ports/VendorAuditClient.h"
#include "service/Answers.h"
#include "service/AuditEntries.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QString noteOf(const RosterComparison& found)
{
    const QJsonObject note{{"vendor"_L1, bounded(found.vendor, 128)},
                           {"on_roster"_L1, qint64(found.counts.onRoster)},
                           {"at_vendor"_L1, qint64(found.counts.atVendor)},
                           {"agree"_L1, qint64(found.counts.agree)},
                           {"left"_L1, qint64(found.counts.left)}};
    return QString::fromUtf8(QJsonDocument(note).toJson(QJsonDocument::Compact));
}

/// "not_on_roster:2 untrained:1"; "in_order".
QString wordOf(const RosterComparison& found)
{
    std::map<RosterIssue, int> counts;
    for (const RosterFinding& finding : found.findings)
        ++counts[finding.issue];
    QStringList words;
    for (const auto& [issue, count] : counts)
        words += wordOf(issue) + u':' + QString::number(count);
    return words.isEmpty() ? u"in_order"_s : words.join(u' ');
}

} // namespace

RosterComparisonService::~RosterComparisonService()
{
    m_stop.request_stop();
    if (m_running)
        (void)m_parts.log.append(plainRecord(AuditEvent::RosterCompared, u"signed_out"_s));
}

std::expected<void, RosterRefusal> RosterComparisonService::start()
{
    const auto refuse = [](auto why) { return std::unexpected(RosterRefusal(std::move(why))); };
    if (auto refused =
            refusedByRole(m_parts.log, m_parts.actor, Action::CompareRoster, [this](LogFault fault) { Q_EMIT logFailed(fault); })) {
        Q_EMIT logged();
        return refuse(*std::move(refused));
    }
    if (m_running)
        return refuse(RosterProblem::Busy);
    if (!isOffered())
        return refuse(RosterProblem::NoUserList);
    if (!m_parts.log.isWritable())
        return refuse(ServiceFailure{.why = m_parts.log.isShut() ? LogFault::Locked : LogFault::WriteFailed, .detail = {}});
    VendorAuditClient* client = m_parts.client();
    if (!client)
        return refuse(RosterProblem::NotConnected);
    m_running = true;
    m_stop = std::stop_source();
    using Answer = std::expected<std::vector<VendorUser>, VendorFailure>;
    const std::stop_token token = m_stop.get_token();
    // Stopped before this service goes: then nobody calls it back.
    whenAnswered(client->users(token), this, nobodyKnows(), [this, token](const Answer& users) {
        if (!token.stop_requested())
            arrived(users);
    });
    return {};
}

void RosterComparisonService::cancel()
{
    if (m_running)
        end(u"cancelled"_s, {}, std::unexpected(RosterProblem::Cancelled));
}

void RosterComparisonService::suspend()
{
    if (m_running)
        end(u"session_locked"_s, {}, std::unexpected(RosterProblem::Cancelled));
}

void RosterComparisonService::arrived(const std::expected<std::vector<VendorUser>, VendorFailure>& users)
{
    if (!users) {
        const VendorFailure failure = users.error();
        end(u"failed:"_s + auditWord(failure), {}, std::unexpected(RosterRefusal(ServiceFailure{.why = failure, .detail = {}})));
        if (failure.fault == VendorFault::SessionEnded || failure.fault == VendorFault::ClientCertificate)
            Q_EMIT vendorSessionEnded();
        return;
    }
    const Instant now = m_parts.clock.now();
    RosterComparison found = compareRoster(m_parts.profile.roster, *users, toDateTime(now).toLocalTime().date(), revoked());
    found.office = m_parts.profile.office;
    found.vendor = m_parts.capabilities.vendor;
    found.serial = m_parts.profile.serial;
    found.by = m_parts.actor.user;
    found.at = now;
    const QString word = wordOf(found), note = noteOf(found);
    end(word, note, std::move(found));
}

std::set<UserId> RosterComparisonService::revoked() const
{
    std::set<UserId> people;
    const PeopleTrust& trust = m_parts.profile.people;
    const auto anchors = Certificate::listFromPem(trust.caBundlePem);
    if (!anchors)
        return people; // nothing to judge by, as in training
    for (const RosterUser& user : m_parts.profile.roster) {
        const auto certificate = Certificate::fromDer(user.certificateDer);
        const auto well = certificate ? checkCertificate(*certificate, {}, *anchors, trust.crlPem, m_parts.clock.now())
                                      : std::expected<void, CertificateProblem>();
        if (!well && (well.error() == CertificateProblem::Revoked || well.error() == CertificateProblem::Expired))
            people.insert(user.id);
    }
    return people;
}

void RosterComparisonService::end(const QString& word, const QString& note, std::expected<RosterComparison, RosterRefusal> result)
{
    m_stop.request_stop();
    m_running = false;
    AuditRecord record = plainRecord(AuditEvent::RosterCompared, word);
    record.note = note;
    const auto receipt = m_parts.log.append(record);
    if (receipt) {
        if (result)
            result->sequence = receipt->sequence();
        Q_EMIT logged();
    } else {
        result = std::unexpected(RosterRefusal(ServiceFailure{.why = receipt.error(), .detail = {}}));
        Q_EMIT logFailed(receipt.error());
    }
    Q_EMIT finished({.found = std::move(result)});
}

} // namespace casebound
