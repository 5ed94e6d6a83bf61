// What the alert service is made of inside: shared by the files that implement it, and by nothing else.
#pragma once

#include "service/AlertGate.h"
#include "service/AlertRecords.h"
#include "service/AlertService.h"
#include "service/AuditEntries.h"
#include "service/RoleGate.h"
#include "store/AlertTable.h"
#include "store/AuditLog.h"
#include "store/HitTable.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <stop_token>

namespace casebound {

struct AlertService::Private {
    /// A change the vendor has not answered yet; one an entry.
    struct Flight {
        AlertTerms terms;
        std::stop_source stop{};
    };
    struct KnownHit {
        StoredHit hit; ///< Without its read, which the run has.
        Instant capturedAt{};
        bool exact = true;
        QueryRun* run = nullptr;
        qsizetype read = 0;
    };

    Private(AlertService& service, Parts given);
    static QueryGate::Parts gateParts(const Parts& parts);

    // --- AlertService.cpp
    std::optional<LogFault> append(const AuditRecord& record);
    std::optional<ServiceFailure> refused(Action action);
    std::optional<ServiceFailure> refused(Action action, const UserId& owner);
    /// The row, where it is the signed-in person's and lives.
    Outcome<AlertEntry> own(const AlertId& id, Action action);
    Outcome<QString> words(const QString& note) const;
    [[nodiscard]] int used(const UserId& owner) const;
    [[nodiscard]] AlertRow rowOf(const AlertEntry& entry) const;
    std::vector<AlertRow> sorted(std::vector<AlertRow> list) const;
    [[nodiscard]] bool isMine(const AlertEntry& entry) const { return entry.owner == parts.actor.user; }
    [[nodiscard]] Instant now() const { return trustedNow(parts.clock.now(), latestSeen); }
    /// Stored as not confirmed.
    std::expected<void, StoreFault> change(AlertEntry entry);
    /// The log says why; stored, and told where this person can.
    std::optional<ServiceFailure> suspend(AlertEntry entry, Suspension why, const QString& note);
    std::optional<ServiceFailure> remove(AlertEntry entry, Removal why, const QString& note);
    void forget(const AlertId& id);

    // --- AlertSync.cpp
    bool tell(const AlertEntry& entry, AlertChangeKind kind);
    void dispatch(AuditedAlertChange change);
    void answered(const AlertTerms& terms, const std::expected<void, VendorFailure>& result);
    /// Nothing comes of it any more; the log says so.
    void endFlights(const QString& word);
    void pump();
    void pauseThenRetry();
    void list();
    void listed(const std::expected<std::vector<VendorAlert>, VendorFailure>& result);
    void compare(const std::vector<VendorAlert>& theirs);
    void begin();
    void stop(const QString& word);
    void vendorFailed(const VendorFailure& failure);

    // --- AlertHits.cpp
    void openStream();
    void closeStream();
    void setLink(StreamLink to);
    void takeHit(AlertHit hit);
    void refuseHit(const AlertHit& hit, const QString& word);
    void problem(const VendorFailure& failure);
    void loadHits();
    QueryRun* runFor(const AlertEntry& entry);
    KnownHit& put(const StoredHit& hit, QueryRun& run);
    void judged(QueryRun& run, qsizetype read);
    void endRun(const AlertId& id);
    [[nodiscard]] AlertHitRow rowOf(const KnownHit& known) const;
    void recount(const AlertId& id);
    /// Nobody judged them yet: whoever gets the entry does.
    std::optional<ServiceFailure> handOverHits(const AlertEntry& from, const AlertEntry& to);

    AlertService& q;
    Parts parts;
    AlertGate gate;
    bool started = false, held = false, running = false;
    Instant latestSeen{};
    QHash<AlertId, AlertEntry> rows; ///< What the table holds: nobody else writes it while the log is ours.
    QHash<AlertId, AlertHitCount> counts;
    QTimer careTimer, retryTimer;

    QHash<AlertId, Flight> flights;
    QSet<AlertId> declined; ///< The vendor said no: told again when it changes, or at the next sign-in.
    QSet<AlertId> touched;  ///< Changed since the list was asked for.
    std::vector<AlertDifference> differences;
    std::stop_source listing;
    bool isListing = false, isListed = false;
    int failures = 0; ///< In a row.

    std::unique_ptr<AlertStream> stream;
    StreamLink link = StreamLink::Off;
    int problemsLogged = 0;
    QHash<AlertId, QueryRun*> runs; ///< Children of the service.
    std::vector<KnownHit> hits;     ///< In the order they came.
    QHash<QString, std::size_t> places;
};

template <class Why>
std::unexpected<ServiceFailure> refuseAlert(Why why)
{
    return std::unexpected(ServiceFailure{.why = std::move(why), .detail = {}});
}

} // namespace casebound
