#include "service/ReconciliationService.h"

#include "ports/VendorAuditClient.h"
#include "service/Answers.h"
#include "service/AuditEntries.h"
#include "service/LoggedQueries.h"
#include "service/RoleGate.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <stop_token>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t entriesAtOnce = 64;
constexpr std::chrono::milliseconds turnLength{8};
constexpr std::chrono::hours summerTime{2}; ///< 92 days of a calendar may be so much longer.

QString noteOf(const Reconciliation& found)
{
    QJsonArray left;
    for (const AuditField field : found.notCompared)
        left.append(wordOf(field));
    const ReconciliationCounts& counts = found.counts;
    const QJsonObject note{{"vendor"_L1, bounded(found.vendor, 128)},   {"in_log"_L1, qint64(counts.inLog)},
                           {"at_vendor"_L1, qint64(counts.atVendor)},   {"agree"_L1, qint64(counts.agree)},
                           {"never_left"_L1, qint64(counts.neverLeft)}, {"not_compared"_L1, left}};
    return QString::fromUtf8(QJsonDocument(note).toJson(QJsonDocument::Compact));
}

} // namespace

struct ReconciliationService::Private {
    Private(ReconciliationService& service, Parts given) : q(service), parts(std::move(given))
    {
        turns.setInterval(0);
        QObject::connect(&turns, &QTimer::timeout, &q, [this] { turn(); });
    }

    std::optional<LogFault> append(const QString& outcome, const QString& note);
    void end(const QString& word, ReconciliationRefusal why);
    void finish();
    void stop();

    void turn();
    bool readLog();
    void askOn();
    void arrived(const VendorResult<VendorAuditPage>& result);
    bool compareNext();
    bool lookFurther(const VendorAuditEntry& entry);
    bool compare(const LoggedQueries::Query& query, const VendorAuditEntry& entry);
    bool lookAtRest();
    void list(AuditFinding finding);

    ReconciliationService& q;
    Parts parts;
    QTimer turns;
    Stage stage = Stage::Log;
    std::stop_source stopping;
    Reconciliation found;
    OfficeScope scope;
    std::vector<AuditField> fields;
    std::unique_ptr<LoggedQueries> queries; ///< Null: none is under way.
    std::unique_ptr<VendorAuditWalk> walk;
    VendorAuditPage page;
    std::size_t place = 0; ///< On the page.
    std::uint64_t compared = 0;
    std::vector<LoggedQueries::Query> rest;
};

ReconciliationService::ReconciliationService(Parts parts) : d(std::make_unique<Private>(*this, std::move(parts))) {}

ReconciliationService::~ReconciliationService()
{
    if (isRunning())
        (void)d->append(u"signed_out"_s, {});
    d->stop();
}

bool ReconciliationService::isOffered() const
{
    return d->parts.capabilities.queryAudit;
}

bool ReconciliationService::isRunning() const
{
    return d->queries != nullptr;
}

std::expected<void, ReconciliationRefusal> ReconciliationService::start(Instant from, Instant to)
{
    using Problem = ReconciliationProblem;
    const auto refuse = [](auto why) { return std::unexpected(ReconciliationRefusal(std::move(why))); };
    const auto atFault = [](LogFault fault) { return ServiceFailure{.why = fault, .detail = {}}; };
    if (auto refused =
            refusedByRole(d->parts.log, d->parts.actor, Action::Reconcile, [this](LogFault fault) { Q_EMIT logFailed(fault); })) {
        Q_EMIT logged();
        return refuse(*std::move(refused));
    }
    if (isRunning())
        return refuse(Problem::Busy);
    if (!isOffered())
        return refuse(Problem::NoVendorAudit);
    if (from >= to || to > d->parts.clock.now() || to - from > longestReconciliation + summerTime)
        return refuse(Problem::BadPeriod);
    const AuditLog& log = d->parts.log;
    if (!log.isWritable())
        return refuse(atFault(log.isShut() ? LogFault::Locked : LogFault::WriteFailed));
    VendorAuditClient* client = d->parts.client();
    if (!client)
        return refuse(Problem::NotConnected);
    const auto begins = log.entries(0, 1);
    const auto opening = begins.empty() ? std::unexpected(EntryProblem::BadValue) : parsePublicPart(begins.front().publicBytes);
    if (!opening)
        return refuse(atFault(LogFault::Damaged));

    d->found = {.from = from,
                .to = to,
                .vendor = d->parts.capabilities.vendor,
                .origin = QString::fromUtf8(log.origin()),
                .by = d->parts.actor.user,
                .notCompared = fieldsNotCompared(d->parts.capabilities.auditFields)};
    d->scope = {.roster = {}, .otherDesks = {}, .logBegins = opening->at};
    for (const RosterUser& user : d->parts.profile.roster)
        d->scope.roster += user.id.text();
    for (const WorkstationKey& desk : d->parts.profile.workstations)
        if (desk.name != opening->workstation)
            d->scope.otherDesks += desk.name;
    d->found.otherDesks = d->scope.otherDesks;
    d->fields = comparedFields(d->parts.capabilities.auditFields);
    d->stopping = std::stop_source();
    d->queries = std::make_unique<LoggedQueries>(log, from, to);
    d->walk = client->queries(from - reconciliationMargin, to + reconciliationMargin, d->stopping.get_token());
    d->stage = Stage::Log;
    d->turns.start();
    return {};
}

void ReconciliationService::cancel()
{
    if (isRunning())
        d->end(u"cancelled"_s, ReconciliationProblem::Cancelled);
}

void ReconciliationService::suspend()
{
    if (isRunning())
        d->end(u"session_locked"_s, ReconciliationProblem::Cancelled);
}

std::optional<LogFault> ReconciliationService::Private::append(const QString& outcome, const QString& note)
{
    AuditRecord record = plainRecord(AuditEvent::ReconciliationDone, outcome);
    record.from = found.from;
    record.to = found.to;
    record.note = note;
    const auto receipt = parts.log.append(record);
    if (!receipt)
        return receipt.error();
    found.sequence = receipt->sequence();
    found.at = parts.clock.now();
    return std::nullopt;
}

/// Lets go of everything; nothing comes of it any more.
void ReconciliationService::Private::stop()
{
    turns.stop();
    stopping.request_stop();
    queries.reset();
    walk.reset();
    page = {};
    place = 0;
    compared = 0;
    rest = {};
    found = {};
}

void ReconciliationService::Private::end(const QString& word, ReconciliationRefusal why)
{
    const auto fault = append(word, {});
    stop();
    if (fault) {
        why = ServiceFailure{.why = *fault, .detail = {}};
        Q_EMIT q.logFailed(*fault);
    } else {
        Q_EMIT q.logged();
    }
    Q_EMIT q.finished({.found = std::unexpected(std::move(why))});
}

void ReconciliationService::Private::finish()
{
    std::ranges::stable_sort(found.findings, {}, &AuditFinding::at);
    const ReconciliationCounts& counts = found.counts;
    const QString word = u"only_in_log:%1 only_at_vendor:%2 elsewhere:%3 differing:%4"_s.arg(counts.onlyInLog)
                             .arg(counts.onlyAtVendor)
                             .arg(counts.elsewhere)
                             .arg(counts.differing);
    if (const auto fault = append(word, noteOf(found))) {
        stop();
        Q_EMIT q.logFailed(*fault);
        Q_EMIT q.finished({.found = std::unexpected(ReconciliationRefusal(ServiceFailure{.why = *fault, .detail = {}}))});
        return;
    }
    const ReconciliationResult result{.found = std::move(found)};
    stop();
    Q_EMIT q.logged();
    Q_EMIT q.finished(result);
}

void ReconciliationService::Private::list(AuditFinding finding)
{
    if (found.findings.size() < mostListed)
        found.findings.push_back(std::move(finding));
    else
        ++found.unlisted;
}

/// As much as a window can spare between two events.
void ReconciliationService::Private::turn()
{
    QElapsedTimer since;
    since.start();
    do {
        const bool well = stage == Stage::Log ? readLog() : stage == Stage::Vendor ? compareNext() : lookAtRest();
        if (!well)
            return end(u"failed:log_damaged"_s, ServiceFailure{.why = LogFault::Damaged, .detail = {}});
        if (queries && queries->size() > mostQueries)
            return end(u"failed:too_many"_s, ReconciliationProblem::TooMany);
    } while (turns.isActive() && since.durationElapsed() < turnLength);
    if (!queries)
        return;
    if (stage == Stage::Log)
        Q_EMIT q.progressed(stage, queries->done(), queries->total());
    else
        Q_EMIT q.progressed(stage, compared, 0);
}

bool ReconciliationService::Private::readLog()
{
    if (!queries->isRead())
        return queries->read(entriesAtOnce);
    found.counts.inLog = queries->inPeriod();
    stage = Stage::Vendor;
    askOn();
    return true;
}

void ReconciliationService::Private::askOn()
{
    turns.stop();
    const std::stop_token token = stopping.get_token();
    // Stopped before this service goes: then nobody calls it back.
    whenAnswered(walk->next(), &q, nobodyKnows(), [this, token](const VendorResult<VendorAuditPage>& result) {
        if (!token.stop_requested())
            arrived(result);
    });
}

void ReconciliationService::Private::arrived(const VendorResult<VendorAuditPage>& result)
{
    if (result) {
        page = *result;
        place = 0;
        turns.start();
        return;
    }
    const VendorFailure failure = result.error();
    end(u"failed:"_s + auditWord(failure), ServiceFailure{.why = failure, .detail = {}});
    if (failure.fault == VendorFault::SessionEnded || failure.fault == VendorFault::ClientCertificate)
        Q_EMIT q.vendorSessionEnded();
}

bool ReconciliationService::Private::compareNext()
{
    if (place == page.entries.size()) {
        if (!page.last) {
            askOn();
            return true;
        }
        page = {};
        rest = queries->takeUnseen();
        stage = Stage::Rest;
        return true;
    }
    const VendorAuditEntry& entry = page.entries[place++];
    ++compared;
    const bool received = found.from <= entry.receivedAt && entry.receivedAt < found.to;
    LoggedQueries::Query* known = queries->find(entry.queryId);
    if (!known)
        return !received || lookFurther(entry);
    known->seen = true;
    return (!received && !known->inPeriod) || compare(*known, entry);
}

/// Received in the period, and no query of these days has its id: one of another day, or none of ours.
bool ReconciliationService::Private::lookFurther(const VendorAuditEntry& entry)
{
    const auto query = queries->lookUp(entry.queryId);
    if (!query)
        return false;
    if (*query)
        return compare(**query, entry);
    AuditFinding finding = onlyAtVendor(entry, scope);
    const bool elsewhere = finding.hint == AuditFinding::Hint::OtherDesk || finding.hint == AuditFinding::Hint::BeforeLog;
    ++found.counts.atVendor;
    ++(elsewhere ? found.counts.elsewhere : found.counts.onlyAtVendor);
    list(std::move(finding));
    return true;
}

bool ReconciliationService::Private::compare(const LoggedQueries::Query& query, const VendorAuditEntry& entry)
{
    const auto logged = queries->whole(query);
    if (!logged)
        return false;
    const auto differences = differencesOf(*logged, entry, fields);
    ++found.counts.atVendor;
    ++(differences.empty() ? found.counts.agree : found.counts.differing);
    for (const FieldDifference& difference : differences)
        list(differing(*logged, difference));
    return true;
}

bool ReconciliationService::Private::lookAtRest()
{
    if (rest.empty()) {
        finish();
        return true;
    }
    const auto logged = queries->whole(rest.back());
    if (!logged)
        return false;
    rest.pop_back();
    if (logged->end == QueryEnd::NeverLeft) {
        ++found.counts.neverLeft;
        return true;
    }
    ++found.counts.onlyInLog;
    list(onlyInLog(*logged));
    return true;
}

} // namespace casebound
