#include "service/ReferralService.h"

#include "crypto/Cms.h"
#include "crypto/CmsStream.h"
#include "crypto/Signer.h"
#include "ledger/AuditEntry.h"
#include "ledger/Jcs.h"
#include "ledger/MerkleTree.h"
#include "service/AuditEntries.h"
#include "service/ReviewHistory.h"
#include "service/RoleGate.h"
#include "store/AuditLog.h"
#include "store/Files.h"
#include "store/SealedResults.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

const QByteArray readme =
    "A matter referred to the office of professional responsibility\n\n"
    "referral.json   what was referred, by whom, and what was said of it (RFC 8785 JSON)\n"
    "referral.p7s    the reviewer's signature over referral.json (CMS, detached, DER)\n"
    "reviewer.pem    the reviewer's certificate; compare it with the office profile\n"
    "log/            the whole log without private parts, but for the entries of this matter: log/private/<seq>.json\n"
    "results/        what the vendor answered, encrypted to your certificate alone\n\n"
    "    openssl cms -verify -inform DER -in referral.p7s -content referral.json -binary -noverify -certfile reviewer.pem -out /dev/null\n"
    "    casebound-verify log log --key WORKSTATION_KEY.pem\n"
    "    openssl cms -decrypt -inform DER -in results/<sha256>.cms -recip YOURS.pem -inkey YOURS.key -out results.json\n\n"
    "The key of the workstation comes from the office profile, never from here. An indicator is a reason to look, not a finding.\n";

JcsValue number(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

QString hexText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

std::optional<QByteArray> encrypted(QByteArrayView plain, const Certificate& recipient)
{
    QByteArray out;
    const auto stream = CmsStream::create(std::span(&recipient, 1), [&](QByteArrayView piece) {
        out.append(piece);
        return true;
    });
    return stream && (*stream)->write(plain) && (*stream)->finish() ? std::optional(out) : std::nullopt;
}

} // namespace

struct ReferralService::Collected {
    struct Item {
        std::uint64_t entry = 0;
        ItemDecision decision;
    };
    struct Sealed {
        std::uint64_t entry = 0;
        QString queryId, plate, caseNumber;
        QByteArray sha256, blob, segment;
    };
    std::vector<Item> items;
    std::map<std::uint64_t, QByteArray> privates; ///< Canonical bytes, by entry.
    std::vector<Sealed> sealed;
};

struct ReferralService::Work {
    QString target, draft;
    QByteArray json, signature, reviewerPem;
    std::map<std::uint64_t, QByteArray> privates;
    std::vector<std::pair<QString, QByteArray>> results; ///< File name, CMS.
    std::stop_source stop;
    ~Work()
    {
        if (!draft.isEmpty())
            QDir(draft).removeRecursively();
    }
};

ReferralService::ReferralService(Parts parts, LogCare* care) : m_parts(std::move(parts)), m_care(care) {}

ReferralService::~ReferralService()
{
    disconnect();
    suspend();
}

void ReferralService::suspend()
{
    if (!m_work)
        return;
    m_work->stop.request_stop();
    if (m_care)
        (void)m_care->abandonExport();
    m_work.reset();
    Q_EMIT finished({.result = std::unexpected(ReferralRefusal(ReferralProblem::CannotWrite))});
}

std::expected<void, ReferralRefusal> ReferralService::append(const AuditRecord& record)
{
    const auto receipt = m_parts.log.append(record);
    if (!receipt) {
        Q_EMIT logFailed(receipt.error());
        return std::unexpected(ReferralRefusal(ServiceFailure{.why = receipt.error(), .detail = {}}));
    }
    Q_EMIT logged();
    return {};
}

/// The referred entries and all of their queries, each held to its hash.
std::expected<ReferralService::Collected, ReferralRefusal> ReferralService::collect(const QString& id)
{
    const auto damaged = std::unexpected(ReferralRefusal(ServiceFailure{.why = LogFault::Damaged, .detail = {}}));
    Collected found;
    const auto history = m_parts.log.reviewEntries();
    const auto reviews = history ? foldReviews(*history) : std::vector<Review>();
    const auto review = std::ranges::find(reviews, id, [](const Review& one) { return one.opening.id; });
    if (review == reviews.end())
        return found;
    std::set<std::uint64_t> wanted;
    for (const auto& [entry, decision] : review->decisions) {
        // What stands in another workstation's log is referred there, with that log and its results.
        if (decision.verdict != ItemVerdict::Refer || logOf(entry) != 0)
            continue;
        const auto rows = m_parts.log.entries(entry, 1);
        const auto shown = rows.empty() ? std::unexpected(EntryProblem::BadValue) : parsePublicPart(rows.front().publicBytes);
        const auto hidden = rows.empty() ? std::unexpected(EntryProblem::BadValue) : parsePrivatePart(rows.front().privateBytes);
        if (!shown || !hidden)
            return damaged;
        if (!may(m_parts.actor, Action::ReferMatter, UserId(hidden->userId)))
            continue; // their own: another reviewer refers it
        found.items.push_back({.entry = entry, .decision = decision});
        wanted.insert(entry);
        wanted.insert(decision.sequence);
        if (shown->queryId.isEmpty())
            continue;
        const auto related = m_parts.log.entriesOfQuery(shown->queryId);
        for (const StoredEntry& one : related.value_or(std::vector<StoredEntry>()))
            wanted.insert(one.sequence);
    }
    for (const std::uint64_t sequence : wanted) {
        const auto rows = m_parts.log.entries(sequence, 1);
        const auto leaves = m_parts.log.leafHashes(sequence, 1);
        const auto shown = rows.size() == 1 && leaves.size() == 1 && leafHash(rows.front().publicBytes) == leaves.front()
                               ? parsePublicPart(rows.front().publicBytes)
                               : std::unexpected(EntryProblem::BadValue);
        const auto hidden = shown ? parsePrivatePart(rows.front().privateBytes) : std::unexpected(EntryProblem::BadValue);
        if (!hidden || shown->sequence != sequence || shown->commitment != toBytes(sha256(rows.front().privateBytes)))
            return damaged;
        found.privates.emplace(sequence, rows.front().privateBytes);
        if (shown->sealedSha256.isEmpty())
            continue;
        const auto blob = m_parts.log.sealed(shown->sealedSha256);
        if (!blob || toBytes(sha256(blob->blob)) != shown->sealedSha256)
            return damaged;
        found.sealed.push_back({.entry = sequence,
                                .queryId = shown->queryId,
                                .plate = hidden->plate,
                                .caseNumber = hidden->caseNumber,
                                .sha256 = shown->sealedSha256,
                                .blob = blob->blob,
                                .segment = blob->segmentCms});
    }
    return found;
}

std::expected<void, ReferralRefusal> ReferralService::start(const QString& review, const QString& target, const QByteArray& certificatePem,
                                                            const QString& pin)
{
    const auto refuse = [](ReferralProblem problem) { return std::unexpected(ReferralRefusal(problem)); };
    const auto fail = [](auto why) { return std::unexpected(ReferralRefusal(ServiceFailure{.why = why, .detail = {}})); };
    if (auto refused = refusedByRole(m_parts.log, m_parts.actor, Action::ReferMatter, [this](LogFault fault) { Q_EMIT logFailed(fault); }))
        return std::unexpected(ReferralRefusal(*std::move(refused)));
    if (m_work || !m_care)
        return refuse(ReferralProblem::Busy);
    const QFileInfo info(target);
    if (target.isEmpty() || info.isRelative() || info.fileName().isEmpty() || !QFileInfo(info.path()).isDir())
        return refuse(ReferralProblem::BadTarget);
    if (info.exists() || info.isSymLink())
        return refuse(ReferralProblem::TargetExists);
    const auto certificates = Certificate::listFromPem(certificatePem);
    const Instant now = m_parts.clock.now();
    if (!certificates || certificates->size() != 1 || !hasP256Key(certificates->front()) || !canReceive(certificates->front()) ||
        now < certificates->front().notBefore() || now > certificates->front().notAfter())
        return refuse(ReferralProblem::BadCertificate);
    const Certificate& recipient = certificates->front();
    auto found = collect(review);
    if (!found)
        return std::unexpected(found.error());
    if (found->items.empty())
        return refuse(ReferralProblem::NothingReferred);
    auto credential = m_parts.credential(pin);
    if (!credential)
        return fail(credential.error());
    const RosterUser* person = m_parts.profile.user(m_parts.actor.user);
    if (!person || (*credential)->certificateSha256() != person->certificateSha256)
        return fail(SignInProblem::FingerprintDiffers);

    QStringList numbers;
    for (const auto& item : found->items)
        numbers.append(QString::number(item.entry));
    AuditRecord record = plainRecord(AuditEvent::ReferralMade);
    record.note = bounded(u"review %1, to %2, entries %3"_s.arg(review, hexText(recipient.sha256()), numbers.join(u' ')), 8'000);
    if (auto done = append(record); !done)
        return done;

    auto work = std::make_unique<Work>();
    work->target = QDir::cleanPath(target);
    work->privates = found->privates;
    JcsValue::Array results;
    for (const auto& sealed : found->sealed) {
        AuditRecord opened = plainRecord(AuditEvent::SealedOpened, u"referral"_s);
        opened.queryId = sealed.queryId;
        opened.plate = sealed.plate;
        opened.caseNumber = sealed.caseNumber;
        opened.note = u"entry %1, review %2"_s.arg(sealed.entry).arg(review);
        if (auto done = append(opened); !done)
            return done;
        const auto plain = openSealed(sealed.blob, sealed.segment, **credential);
        if (!plain)
            return plain.error() == CryptoFault::NotForThisKey
                       ? refuse(ReferralProblem::NotReviewer)
                       : std::unexpected(ReferralRefusal(ServiceFailure{.why = LogFault::Damaged, .detail = {}}));
        const auto cms = encrypted(*plain, recipient);
        if (!cms)
            return refuse(ReferralProblem::BadCertificate);
        const QString file = u"results/"_s + hexText(sealed.sha256) + u".cms"_s;
        work->results.emplace_back(file, *cms);
        results.push_back(JcsValue::Object{{u"entry"_s, number(sealed.entry)},
                                           {u"file"_s, file},
                                           {u"results_sha256"_s, hexText(toBytes(sha256(*plain)))},
                                           {u"file_sha256"_s, hexText(toBytes(sha256(*cms)))}});
    }
    JcsValue::Array items, privates;
    for (const auto& item : found->items)
        items.push_back(JcsValue::Object{{u"entry"_s, number(item.entry)},
                                         {u"judged_in"_s, number(item.decision.sequence)},
                                         {u"judged_by"_s, item.decision.by.text()},
                                         {u"judged_at"_s, toRfc3339(item.decision.at)},
                                         {u"note"_s, item.decision.note}});
    for (const auto& [sequence, bytes] : found->privates)
        privates.push_back(number(sequence));
    const LogHead head = m_parts.log.head();
    const auto json = writeJcs(JcsValue::Object{{u"record"_s, u"casebound referral"_s},
                                                {u"version"_s, std::int64_t{1}},
                                                {u"review"_s, review},
                                                {u"origin"_s, QString::fromUtf8(m_parts.log.origin())},
                                                {u"size"_s, number(head.size)},
                                                {u"root"_s, hexText(toBytes(head.root))},
                                                {u"made_by"_s, m_parts.actor.user.text()},
                                                {u"made_at"_s, toRfc3339(now)},
                                                {u"to_certificate_sha256"_s, hexText(recipient.sha256())},
                                                {u"items"_s, std::move(items)},
                                                {u"private_parts"_s, std::move(privates)},
                                                {u"results"_s, std::move(results)}});
    const auto signature = json ? (*credential)->sign(*json) : std::unexpected(CredentialFault::Unusable);
    const auto reviewer = Certificate::fromDer((*credential)->certificateDer());
    if (!signature || !reviewer)
        return refuse(ReferralProblem::CannotSign);
    work->json = *json;
    work->signature = *signature;
    work->reviewerPem = reviewer->pem();
    work->draft = work->target + u".part-"_s + QueryId::create(now).text();
    if (!preparePrivateFolder(work->draft))
        return refuse(ReferralProblem::CannotWrite);
    m_work = std::move(work);
    m_care->exportTo(m_work->draft + u"/log"_s, {}, m_work->stop.get_token()).then(this, [this](const LogExportResult& log) {
        if (m_work)
            conclude(log);
    });
    return {};
}

void ReferralService::conclude(const LogExportResult& log)
{
    const auto work = std::move(m_work);
    const auto end = [this](const ReferralResult& result) { Q_EMIT finished({.result = result}); };
    if (!log)
        return end(std::unexpected(ReferralRefusal(ReferralProblem::LogNotWritten)));
    const auto write = [&](const QString& name, const QByteArray& bytes) {
        return writeDurably(work->draft + u'/' + name, bytes).has_value();
    };
    bool good = write(u"README.txt"_s, readme) && write(u"referral.json"_s, work->json) && write(u"referral.p7s"_s, work->signature) &&
                write(u"reviewer.pem"_s, work->reviewerPem) && QDir(work->draft).mkpath(u"log/private"_s) &&
                (work->results.empty() || QDir(work->draft).mkpath(u"results"_s));
    for (const auto& [sequence, bytes] : work->privates)
        good = good && write(u"log/private/%1.json"_s.arg(sequence), bytes);
    for (const auto& [name, cms] : work->results)
        good = good && write(name, cms);
    if (!good || QFileInfo::exists(work->target) || !renameDurably(work->draft, work->target))
        return end(std::unexpected(ReferralRefusal(ReferralProblem::CannotWrite)));
    work->draft.clear();
    end(ReferralPackage{.folder = work->target, .entries = work->privates.size(), .results = work->results.size()});
}

} // namespace casebound
