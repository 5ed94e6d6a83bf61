// What time, the roster and the cases ask of the alert list, and how an entry goes to another officer.
#include "service/AlertServicePrivate.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds seenStep{50}; ///< The latest moment is written down about once a minute.
constexpr qsizetype readsAnEntry = 500;      ///< Named by one entry of the log.

} // namespace

void AlertService::care()
{
    if (!d->running)
        return;
    const Instant clock = d->parts.clock.now();
    if (clock >= d->latestSeen + seenStep && d->parts.alerts.setLatestSeen(clock))
        d->latestSeen = clock;
    const QList<AlertEntry> entries = d->rows.values();
    for (const AlertEntry& entry : entries) {
        if (entry.state == AlertState::Removed)
            continue;
        // A case that cannot be read now is not a closed one.
        const auto subject = d->parts.findCase(entry.caseNumber);
        if (subject && subject->state != CaseState::Open) {
            if (d->remove(entry, Removal::CaseClosed, {}))
                return; // log or store take nothing now
            continue;
        }
        const bool onRoster = d->parts.profile.user(entry.owner) != nullptr;
        const Suspension due = suspensionDue(entry, d->counts.value(entry.id).oldestUnjudged, onRoster, d->now(), d->parts.zone);
        if (due != Suspension::None && d->suspend(entry, due, {}))
            return;
    }
}

void AlertService::removeOfCase(const CaseNumber& number)
{
    if (!d->running)
        return; // care() does it at the next start
    const QList<AlertEntry> entries = d->rows.values();
    for (const AlertEntry& entry : entries) {
        if (entry.caseNumber == number && entry.state != AlertState::Removed && d->remove(entry, Removal::CaseClosed, {}))
            return;
    }
}

std::optional<ServiceFailure> AlertService::Private::handOverHits(const AlertEntry& from, const AlertEntry& to)
{
    const QStringList reads = parts.hits.unjudgedReads(from.id);
    if (reads.isEmpty())
        return std::nullopt;
    // Whoever counts the log finds each of them once: gone from the one entry, come to the other.
    for (qsizetype first = 0; first < reads.size(); first += readsAnEntry) {
        AuditRecord gone = alertRecord(AuditEvent::AlertHit, from, u"handed_over"_s);
        gone.onBehalfOf = to.owner.text();
        gone.readIds = reads.mid(first, readsAnEntry);
        gone.note = u"to alert "_s + to.id.text();
        AuditRecord come = alertRecord(AuditEvent::AlertHit, to, u"taken_over"_s);
        come.onBehalfOf = to.owner.text();
        come.readIds = gone.readIds;
        come.note = u"from alert "_s + from.id.text();
        for (const AuditRecord& record : {gone, come}) {
            if (const auto fault = append(record))
                return ServiceFailure{.why = *fault, .detail = {}};
        }
    }
    if (const auto stored = parts.hits.handOver(from.id, to.id, to.owner); !stored) {
        for (qsizetype first = 0; first < reads.size(); first += readsAnEntry) {
            AuditRecord record = alertRecord(AuditEvent::AlertHit, to, u"not_stored"_s);
            record.readIds = reads.mid(first, readsAnEntry);
            if (append(record))
                break;
        }
        return ServiceFailure{.why = stored.error(), .detail = {}};
    }
    recount(from.id);
    recount(to.id);
    return std::nullopt;
}

Outcome<AlertEntry> AlertService::handOver(const AlertId& id, const UserId& to, const QString& why)
{
    const auto found = d->rows.constFind(id);
    const bool lives = found != d->rows.constEnd() && found->state != AlertState::Removed;
    if (auto no = d->refused(Action::HandOverAlert, lives ? found->owner : UserId(u"-"_s)))
        return std::unexpected(*std::move(no));
    if (!lives)
        return refuseAlert(AlertProblem::NotFound);
    const AlertEntry entry = *found;
    if (!d->parts.profile.user(to))
        return refuseAlert(AlertProblem::ReceiverUnknown);
    if (to == entry.owner)
        return refuseAlert(AlertProblem::ReceiverIsOwner);
    if (to == d->parts.actor.user)
        return refuseAlert(AlertProblem::ReceiverIsYou);
    if (d->used(to) >= limit())
        return refuseAlert(AlertProblem::ListFull);
    const auto note = d->words(why);
    if (!note)
        return std::unexpected(note.error());

    AuditRecord asked = alertRecord(AuditEvent::HandOverAsked, entry);
    asked.onBehalfOf = to.text();
    asked.note = *note;
    if (const auto fault = d->append(asked))
        return refuseAlert(*fault);

    // Never justified by its new owner: no vendor is told of it before they did.
    AlertEntry made = entry;
    made.id = AlertId::create(d->parts.clock.now());
    made.owner = to;
    made.addedAt = d->parts.clock.now();
    made.validatedAt = made.expiresAt = Instant{};
    made.state = AlertState::Suspended;
    made.suspension = Suspension::Overdue;
    made.removal = Removal::None;
    made.note = *note;
    made.confirmed = true;
    made.atVendor = false;
    AuditRecord handed = alertRecord(AuditEvent::AlertHandedOver, made);
    handed.onBehalfOf = to.text();
    handed.note = u"alert "_s + entry.id.text();
    if (const auto fault = d->append(handed))
        return refuseAlert(*fault);
    if (const auto stored = d->parts.alerts.insert(made); !stored) {
        handed.outcome = u"not_stored"_s;
        (void)d->append(handed);
        return refuseAlert(stored.error());
    }
    d->rows.insert(made.id, made);
    if (auto failure = d->handOverHits(entry, made))
        return std::unexpected(*std::move(failure));
    if (auto failure = d->remove(entry, Removal::HandedOver, *note))
        return std::unexpected(*std::move(failure));
    return made;
}

} // namespace casebound
