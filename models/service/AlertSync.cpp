// The way to the vendor: changes told until it confirms them, and its list held against ours.
#include "service/AlertServicePrivate.h"
#include "service/Answers.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAtOnce = 4;
constexpr std::chrono::seconds firstPause{15}, longestPause{30 * 60};

VendorFailure failureOf(VendorFault fault)
{
    return {.fault = fault, .httpStatus = 0, .detail = {}, .retryAt = {}};
}

/// Asked again, it would say no again.
bool isRefusal(VendorFault fault)
{
    return fault == VendorFault::Rejected || fault == VendorFault::NotPermitted || fault == VendorFault::Conflict ||
           fault == VendorFault::Gone;
}

/// A vendor takes no end that has passed. A suspended entry looks for nothing, so a day more changes nothing.
AlertEntry asVendorTakesIt(AlertEntry entry, Instant now)
{
    if (entry.state == AlertState::Suspended)
        entry.expiresAt = std::max<Instant>(entry.expiresAt, now + std::chrono::days(1));
    return entry;
}

bool saysTheSame(const AlertEntry& told, const AlertEntry& stands)
{
    return told.state == stands.state && told.validatedAt == stands.validatedAt &&
           (told.expiresAt == stands.expiresAt || told.state != AlertState::Active);
}

} // namespace

bool AlertService::Private::tell(const AlertEntry& entry, AlertChangeKind kind)
{
    if (flights.contains(entry.id))
        return true; // told again once the vendor has answered what it was told before
    auto change = gate.tell(asVendorTakesIt(entry, parts.clock.now()), kind);
    if (!change)
        return false; // active, and its case is not what it was: care() ends it
    const auto receipt = parts.log.append(changeRecord(AuditEvent::AlertIntended, change->terms(), auditWord(kind)));
    if (!receipt) {
        Q_EMIT q.logFailed(receipt.error());
        return false;
    }
    Q_EMIT q.logged();
    dispatch(AuditedAlertChange(*std::move(change), *receipt));
    return true;
}

void AlertService::Private::dispatch(AuditedAlertChange change)
{
    using Result = std::expected<void, VendorFailure>;
    const AlertTerms terms = change.terms();
    Flight flight{.terms = terms};
    const std::stop_token token = flight.stop.get_token();
    flights.insert(terms.entry.id, std::move(flight));
    AlertClient* client = running ? parts.client() : nullptr;
    if (!client) {
        answered(terms, std::unexpected(failureOf(VendorFault::Unreachable)));
        return;
    }
    whenAnswered(client->send(std::move(change), token), &q, nobodyKnows(),
                 [this, terms](const Result& result) { answered(terms, result); });
}

void AlertService::Private::answered(const AlertTerms& terms, const std::expected<void, VendorFailure>& result)
{
    const AlertId id = terms.entry.id;
    const auto flight = flights.constFind(id);
    if (flight == flights.constEnd() || flight->terms.change != terms.change)
        return; // ended meanwhile, and the log says so
    flights.erase(flight);
    const AuditEvent event = result ? AuditEvent::AlertConfirmed : AuditEvent::AlertFailed;
    if (append(changeRecord(event, terms, result ? auditWord(terms.kind) : auditWord(result.error()))))
        return;
    touched.insert(id);
    const auto row = rows.constFind(id);
    if (row == rows.constEnd()) { // one that nobody here knew, taken away
        if (result)
            std::erase_if(differences, [&](const AlertDifference& one) { return one.alertId == id.text(); });
    } else if (result && terms.entry.state == AlertState::Removed) {
        forget(id);
    } else if (result) {
        AlertEntry entry = *row;
        entry.atVendor = true;
        entry.confirmed = saysTheSame(terms.entry, entry);
        if (parts.alerts.update(entry))
            rows.insert(id, entry);
    } else if (terms.kind == AlertChangeKind::Add && isRefusal(result.error().fault) && row->state != AlertState::Removed) {
        const AlertEntry entry = *row;
        forget(id);
        Q_EMIT q.notAccepted(entry, result.error());
    } else if (isRefusal(result.error().fault) && saysTheSame(terms.entry, *row)) {
        declined.insert(id);
    }
    if (result || isRefusal(result.error().fault)) {
        failures = 0;
        pump();
    } else {
        vendorFailed(result.error());
        pauseThenRetry();
    }
    Q_EMIT q.changed();
}

void AlertService::Private::vendorFailed(const VendorFailure& failure)
{
    if (failure.fault == VendorFault::SessionEnded || failure.fault == VendorFault::ClientCertificate)
        Q_EMIT q.vendorSessionEnded();
}

void AlertService::Private::endFlights(const QString& word)
{
    const auto open = std::exchange(flights, {});
    for (const Flight& flight : open) {
        (void)append(changeRecord(AuditEvent::AlertFailed, flight.terms, word));
        std::stop_source stop = flight.stop;
        stop.request_stop();
    }
}

/// What is not confirmed goes out a few at a time. After a failure only the retry's timer begins again: a vendor that cannot be reached
/// costs one intention a pause, and not one an entry.
void AlertService::Private::pump()
{
    if (!running || !isListed || retryTimer.isActive() || !parts.client())
        return;
    std::vector<AlertEntry> due; // told apart from the rows, which change when the vendor answers at once
    for (auto entry = rows.cbegin(); entry != rows.cend() && flights.size() + std::ssize(due) < mostAtOnce; ++entry) {
        const bool ours = isMine(*entry) || !parts.profile.user(entry->owner);
        if (!entry->confirmed && ours && !declined.contains(entry->id) && !flights.contains(entry->id))
            due.push_back(*entry);
    }
    for (const AlertEntry& entry : due) {
        if (!retryTimer.isActive())
            tell(entry, AlertChangeKind::Repeat);
    }
}

void AlertService::Private::pauseThenRetry()
{
    if (!running || retryTimer.isActive())
        return;
    const auto pause = std::min(longestPause, firstPause * (1 << std::min(failures, 10)));
    ++failures;
    retryTimer.start(pause);
}

void AlertService::Private::list()
{
    AlertClient* client = running ? parts.client() : nullptr;
    if (!client || isListing)
        return;
    isListing = true;
    touched.clear();
    for (const Flight& flight : std::as_const(flights))
        touched.insert(flight.terms.entry.id);
    listing = std::stop_source();
    const std::stop_token token = listing.get_token();
    whenAnswered(client->list(token), &q, nobodyKnows(),
                 [this, token](const std::expected<std::vector<VendorAlert>, VendorFailure>& result) {
                     if (!token.stop_requested())
                         listed(result);
                 });
}

void AlertService::Private::listed(const std::expected<std::vector<VendorAlert>, VendorFailure>& result)
{
    isListing = false;
    if (!result) {
        vendorFailed(result.error());
        pauseThenRetry();
        return;
    }
    isListed = true;
    failures = 0;
    compare(*result);
    pump();
    Q_EMIT q.changed();
}

void AlertService::Private::compare(const std::vector<VendorAlert>& theirs)
{
    differences.clear();
    QHash<QString, const VendorAlert*> byId;
    for (const VendorAlert& alert : theirs)
        byId.insert(alert.alertId, &alert);
    for (const AlertEntry& entry : std::as_const(rows)) {
        const auto found = byId.constFind(entry.id.text());
        const VendorAlert* alert = found == byId.constEnd() ? nullptr : *found;
        // What is not confirmed is told again in any case, and what changed meanwhile was read too early.
        if (!isMine(entry) || !entry.confirmed || !entry.atVendor || touched.contains(entry.id))
            continue;
        const bool isOver = entry.state == AlertState::Suspended && entry.expiresAt <= now();
        if (!alert) {
            if (!isOver)
                differences.push_back(
                    {.kind = AlertDifference::Kind::MissingAtVendor, .alertId = entry.id.text(), .ours = entry, .theirs = {}});
            continue;
        }
        const auto plate = Plate::fromVendor(alert->plate);
        const bool same = plate && *plate == entry.plate && alert->caseNumber == entry.caseNumber.text() &&
                          alert->active == (entry.state == AlertState::Active) && (!alert->active || alert->expiresAt <= entry.expiresAt);
        if (!same)
            differences.push_back(
                {.kind = AlertDifference::Kind::OtherAtVendor, .alertId = entry.id.text(), .ours = entry, .theirs = *alert});
    }
    for (const VendorAlert& alert : theirs) {
        const AlertId id = AlertId::fromText(alert.alertId);
        if (!id.isNull() && (rows.contains(id) || touched.contains(id)))
            continue;
        const bool canBeOurs = !id.isNull() && id.text() == alert.alertId && Plate::fromVendor(alert.plate).has_value();
        differences.push_back({.kind = canBeOurs ? AlertDifference::Kind::UnknownHere : AlertDifference::Kind::UnknownForeign,
                               .alertId = alert.alertId,
                               .ours = {},
                               .theirs = alert});
    }
    std::ranges::sort(differences, {}, &AlertDifference::alertId);
}

Outcome<void> AlertService::settle(const QString& alertId, AlertSettlement how)
{
    const auto found = std::ranges::find(d->differences, alertId, &AlertDifference::alertId);
    if (found == d->differences.end() || found->kind == AlertDifference::Kind::UnknownForeign)
        return refuseAlert(AlertProblem::NotFound);
    const AlertDifference difference = *found;
    if (difference.ours) {
        if (how == AlertSettlement::Remove)
            return remove(difference.ours->id, u"the vendor’s list differed"_s);
        const auto entry = d->own(difference.ours->id, Action::AddAlert);
        if (!entry)
            return std::unexpected(entry.error());
        if (const auto stored = d->change(*entry); !stored)
            return refuseAlert(stored.error());
        d->tell(*d->rows.constFind(entry->id), AlertChangeKind::Repeat);
        Q_EMIT changed();
        return {};
    }
    if (auto no = d->refused(Action::RemoveAlert))
        return std::unexpected(*std::move(no));
    if (how != AlertSettlement::Remove)
        return refuseAlert(AlertProblem::NotFound); // nobody justified it here: it cannot be taken over
    const VendorAlert& theirs = *difference.theirs;
    AlertEntry gone{.id = AlertId::fromText(alertId),
                    .owner = d->parts.actor.user,
                    .plate = Plate::fromVendor(theirs.plate).value(),
                    .jurisdiction = JurisdictionKey(theirs.jurisdiction),
                    .caseNumber = CaseNumber(theirs.caseNumber),
                    .offence = {},
                    .reasonCode = {},
                    .purpose = {},
                    .reasonText = {},
                    .expiresAt = theirs.expiresAt,
                    .state = AlertState::Removed,
                    .removal = Removal::ByPerson,
                    .note = u"not known here"_s};
    if (const auto fault = d->append(alertRecord(AuditEvent::AlertRemoved, gone, u"unknown_here"_s)))
        return refuseAlert(*fault);
    d->tell(gone, AlertChangeKind::Remove);
    Q_EMIT changed();
    return {};
}

const std::vector<AlertDifference>& AlertService::differences() const
{
    return d->differences;
}

int AlertService::underWay() const
{
    return static_cast<int>(d->flights.size());
}

void AlertService::Private::begin()
{
    running = true;
    failures = 0;
    declined.clear();
    isListed = false;
    careTimer.start();
    q.care();
    q.wake();
}

void AlertService::Private::stop(const QString& word)
{
    closeStream();
    careTimer.stop();
    retryTimer.stop();
    listing.request_stop();
    isListing = false;
    endFlights(word);
    running = false;
}

void AlertService::start()
{
    if (d->started || d->held)
        return;
    d->started = true;
    d->latestSeen = d->parts.alerts.latestSeen();
    for (AlertEntry& entry : d->parts.alerts.all())
        d->rows.insert(entry.id, std::move(entry));
    d->loadHits();
    d->begin();
    Q_EMIT changed();
    Q_EMIT hitsReset();
}

void AlertService::suspend()
{
    d->held = true;
    if (d->running)
        d->stop(u"session_locked"_s);
}

void AlertService::resume()
{
    d->held = false;
    if (d->started)
        d->begin();
    else
        start();
}

void AlertService::wake()
{
    if (!d->running)
        return;
    d->openStream();
    if (!d->isListed && !d->retryTimer.isActive())
        d->list();
}

} // namespace casebound
