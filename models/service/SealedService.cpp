#include "service/SealedService.h"

#include "ledger/AuditEntry.h"
#include "ledger/MerkleTree.h"
#include "service/AuditEntries.h"
#include "service/ReviewHistory.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"
#include "store/SealedResults.h"

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    PublicPart shown;
    PrivatePart hidden;
};

std::optional<Entry> entryAt(const AuditLog& log, std::uint64_t sequence)
{
    const auto rows = log.entries(sequence, 1);
    const auto leaves = log.leafHashes(sequence, 1);
    if (rows.size() != 1 || leaves.size() != 1 || rows.front().sequence != sequence || leafHash(rows.front().publicBytes) != leaves.front())
        return std::nullopt;
    auto shown = parsePublicPart(rows.front().publicBytes);
    auto hidden = parsePrivatePart(rows.front().privateBytes);
    if (!shown || !hidden || shown->commitment != toBytes(sha256(rows.front().privateBytes)))
        return std::nullopt;
    return Entry{.shown = *std::move(shown), .hidden = *std::move(hidden)};
}

/// What the entry itself names, or a later one of its query: the intention of a query is what is reviewed, its answer what is sealed.
QByteArray sealedOf(const AuditLog& log, const Entry& entry)
{
    if (!entry.shown.sealedSha256.isEmpty() || entry.shown.queryId.isEmpty())
        return entry.shown.sealedSha256;
    const auto later = log.entriesOfQuery(entry.shown.queryId);
    for (const StoredEntry& stored : later.value_or(std::vector<StoredEntry>())) {
        const auto one = entryAt(log, stored.sequence);
        if (one && one->hidden.userId == entry.hidden.userId && !one->shown.sealedSha256.isEmpty())
            return one->shown.sealedSha256;
    }
    return {};
}

bool holds(const AuditLog& log, const SealedOccasion& occasion, const Entry& entry, const UserId& actor)
{
    if (occasion.kind == SealedOccasion::Kind::Complaint) {
        const auto complaint = entryAt(log, occasion.complaint);
        return complaint && complaint->shown.event == AuditEvent::ComplaintAnswered && complaint->hidden.userId == actor.text() &&
               !entry.hidden.plate.isEmpty() && complaint->hidden.plate == entry.hidden.plate;
    }
    const auto entries = log.reviewEntries();
    const auto reviews = entries ? foldReviews(*entries) : std::vector<Review>();
    return std::ranges::any_of(reviews, [&](const Review& review) {
        const ReviewPeriod& period = review.opening.period;
        return review.opening.id == occasion.review && review.state() != ReviewState::Signed && entry.shown.sequence >= period.first &&
               entry.shown.sequence < period.end;
    });
}

} // namespace

std::expected<QByteArray, SealedRefusal> SealedService::open(std::uint64_t sequence, const SealedOccasion& occasion, const QString& pin)
{
    const auto refuse = [](SealedProblem problem) { return std::unexpected(SealedRefusal(problem)); };
    const auto fail = [](auto why) { return std::unexpected(SealedRefusal(ServiceFailure{.why = why, .detail = {}})); };
    const auto failed = [this](LogFault fault) { Q_EMIT logFailed(fault); };
    if (auto refused = refusedByRole(m_parts.log, m_parts.actor, Action::OpenSealed, failed))
        return std::unexpected(SealedRefusal(*std::move(refused)));
    const auto entry = entryAt(m_parts.log, sequence);
    const QByteArray digest = entry ? sealedOf(m_parts.log, *entry) : QByteArray();
    if (!entry || entry->hidden.userId.isEmpty())
        return refuse(SealedProblem::NoSuchEntry);
    if (auto refused = refusedByRole(m_parts.log, m_parts.actor, Action::OpenSealed, UserId(entry->hidden.userId), failed))
        return std::unexpected(SealedRefusal(*std::move(refused)));
    if (digest.isEmpty())
        return refuse(SealedProblem::NothingSealed);
    if (!holds(m_parts.log, occasion, *entry, m_parts.actor.user))
        return refuse(SealedProblem::NoOccasion);

    auto credential = m_parts.credential(pin);
    if (!credential)
        return fail(credential.error());
    const RosterUser* person = m_parts.profile.user(m_parts.actor.user);
    if (!person || (*credential)->certificateSha256() != person->certificateSha256)
        return fail(SignInProblem::FingerprintDiffers);

    const bool review = occasion.kind == SealedOccasion::Kind::Review;
    AuditRecord record = plainRecord(AuditEvent::SealedOpened, review ? u"review"_s : u"complaint"_s);
    record.queryId = entry->shown.queryId;
    record.plate = entry->hidden.plate;
    record.caseNumber = entry->hidden.caseNumber;
    record.note = u"entry %1, %2"_s.arg(sequence).arg(review ? occasion.review : u"entry %1"_s.arg(occasion.complaint));
    if (const auto receipt = m_parts.log.append(record); !receipt) {
        failed(receipt.error());
        return fail(receipt.error());
    }
    Q_EMIT opened();
    const auto sealed = m_parts.log.sealed(digest);
    if (!sealed || toBytes(sha256(sealed->blob)) != digest)
        return refuse(SealedProblem::Altered);
    auto results = openSealed(sealed->blob, sealed->segmentCms, **credential);
    if (!results)
        return refuse(results.error() == CryptoFault::NotForThisKey ? SealedProblem::NotReviewer : SealedProblem::Altered);
    return *std::move(results);
}

} // namespace casebound
