#include "service/AlertService.h"

#include "domain/Text.h"
#include "service/AlertServicePrivate.h"

#include <tuple>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes careInterval{1};
constexpr qsizetype longestNote = 2'000;

bool isToBeJustified(const AlertEntry& entry)
{
    return entry.state == AlertState::Suspended && entry.validatedAt == Instant{};
}

} // namespace

QueryGate::Parts AlertService::Private::gateParts(const Parts& parts)
{
    const RosterUser* person = parts.profile.user(parts.actor.user);
    return {.findCase = parts.findCase,
            .limits = parts.profile.limits,
            .withdrawn = parts.profile.withdrawnReasons,
            .vendorLookbackDays = parts.capabilities.maxLookbackDays,
            .user = parts.actor.user,
            .userName = person != nullptr ? person->name : QString(),
            .findApproval = {},
            .clock = parts.clock,
            .zone = parts.zone};
}

AlertService::Private::Private(AlertService& service, Parts given) : q(service), parts(std::move(given)), gate(gateParts(parts))
{
    retryTimer.setSingleShot(true);
}

std::optional<LogFault> AlertService::Private::append(const AuditRecord& record)
{
    const auto receipt = parts.log.append(record);
    if (receipt) {
        Q_EMIT q.logged();
        return std::nullopt;
    }
    Q_EMIT q.logFailed(receipt.error());
    return receipt.error();
}

std::optional<ServiceFailure> AlertService::Private::refused(Action action)
{
    return refusedByRole(parts.log, parts.actor, action, [this](LogFault fault) { Q_EMIT q.logFailed(fault); });
}

std::optional<ServiceFailure> AlertService::Private::refused(Action action, const UserId& owner)
{
    return refusedByRole(parts.log, parts.actor, action, owner, [this](LogFault fault) { Q_EMIT q.logFailed(fault); });
}

Outcome<AlertEntry> AlertService::Private::own(const AlertId& id, Action action)
{
    if (auto no = refused(action))
        return std::unexpected(*std::move(no));
    const auto found = rows.constFind(id);
    if (found == rows.constEnd() || found->state == AlertState::Removed)
        return refuseAlert(AlertProblem::NotFound);
    if (!isMine(*found))
        return refuseAlert(AlertProblem::NotYours);
    return *found;
}

Outcome<QString> AlertService::Private::words(const QString& note) const
{
    const QString text = bounded(withoutHiddenCharacters(note).trimmed(), longestNote);
    if (text.isEmpty())
        return refuseAlert(AlertProblem::NoteMissing);
    return text;
}

int AlertService::Private::used(const UserId& owner) const
{
    return static_cast<int>(std::ranges::count_if(
        rows, [&](const AlertEntry& entry) { return entry.owner == owner && (entry.state != AlertState::Removed || entry.atVendor); }));
}

AlertRow AlertService::Private::rowOf(const AlertEntry& entry) const
{
    const Instant at = now();
    return {.entry = entry,
            .hits = counts.value(entry.id),
            .due = casebound::dueState(entry, at, parts.zone),
            .dueAt = casebound::dueAt(entry, parts.zone),
            .daysLeft = daysUntilDue(entry, at, parts.zone),
            .toBeJustified = isToBeJustified(entry)};
}

std::vector<AlertRow> AlertService::Private::sorted(std::vector<AlertRow> list) const
{
    const auto rank = [](const AlertRow& row) {
        return row.entry.state == AlertState::Removed ? 3 : row.due == DueState::Overdue ? 0 : row.due == DueState::Soon ? 1 : 2;
    };
    std::ranges::sort(list, [&](const AlertRow& a, const AlertRow& b) {
        return std::tuple(rank(a), a.dueAt, a.entry.id.text()) < std::tuple(rank(b), b.dueAt, b.entry.id.text());
    });
    return list;
}

std::expected<void, StoreFault> AlertService::Private::change(AlertEntry entry)
{
    entry.confirmed = false;
    if (const auto stored = parts.alerts.update(entry); !stored)
        return stored;
    touched.insert(entry.id);
    declined.remove(entry.id);
    std::erase_if(differences, [&](const AlertDifference& one) { return one.ours && one.ours->id == entry.id; });
    rows.insert(entry.id, std::move(entry));
    return {};
}

std::optional<ServiceFailure> AlertService::Private::suspend(AlertEntry entry, Suspension why, const QString& note)
{
    AuditRecord record = alertRecord(AuditEvent::AlertSuspended, entry, auditWord(why));
    record.note = note;
    if (const auto fault = append(record))
        return ServiceFailure{.why = *fault, .detail = {}};
    entry.state = AlertState::Suspended;
    entry.suspension = why;
    entry.note = note;
    if (const auto stored = change(entry); !stored)
        return ServiceFailure{.why = stored.error(), .detail = {}};
    if (isMine(entry) || !parts.profile.user(entry.owner))
        tell(*rows.constFind(entry.id), AlertChangeKind::Suspend);
    Q_EMIT q.changed();
    return std::nullopt;
}

std::optional<ServiceFailure> AlertService::Private::remove(AlertEntry entry, Removal why, const QString& note)
{
    AuditRecord record = alertRecord(AuditEvent::AlertRemoved, entry, auditWord(why));
    record.note = note;
    if (const auto fault = append(record))
        return ServiceFailure{.why = *fault, .detail = {}};
    const bool neverTold = entry.confirmed && !entry.atVendor;
    entry.state = AlertState::Removed;
    entry.suspension = Suspension::None;
    entry.removal = why;
    entry.note = note;
    if (neverTold) {
        forget(entry.id);
    } else {
        if (const auto stored = change(entry); !stored)
            return ServiceFailure{.why = stored.error(), .detail = {}};
        if (isMine(entry) || !parts.profile.user(entry.owner))
            tell(*rows.constFind(entry.id), AlertChangeKind::Remove);
    }
    endRun(entry.id);
    Q_EMIT q.changed();
    return std::nullopt;
}

/// Gone here and at the vendor; the ids of its hits stay, so that a replay of one is known.
void AlertService::Private::forget(const AlertId& id)
{
    // Where it cannot be erased it stays in the list as not confirmed, and is told again: nothing is lost by that.
    if (parts.hits.dropReads(id, false) && parts.alerts.erase(id))
        rows.remove(id);
}

AlertService::AlertService(Parts parts) : d(std::make_unique<Private>(*this, std::move(parts)))
{
    connect(&d->careTimer, &QTimer::timeout, this, &AlertService::care);
    connect(&d->retryTimer, &QTimer::timeout, this, [this] {
        if (!d->isListed)
            d->list();
        else
            d->pump();
    });
    d->careTimer.setInterval(careInterval);
}

AlertService::~AlertService()
{
    if (d->running) {
        d->stop(u"signed_out"_s);
        // What was judged and not kept ends with the session, as a query's reads do.
        for (const AlertEntry& entry : std::as_const(d->rows)) {
            if (d->isMine(entry))
                (void)d->parts.hits.dropReads(entry.id, true);
        }
    }
}

int AlertService::limit() const
{
    const int vendors = d->parts.capabilities.alertListMax;
    return vendors > 0 ? std::min(longestList, vendors) : longestList;
}

std::vector<FieldRefusal> AlertService::judge(const AlertDraft& draft) const
{
    return d->gate.judge(draft);
}

QDate AlertService::latestDay() const
{
    return d->gate.latestDay();
}

std::vector<AlertRow> AlertService::entries() const
{
    std::vector<AlertRow> list;
    for (const AlertEntry& entry : std::as_const(d->rows)) {
        if (d->isMine(entry))
            list.push_back(d->rowOf(entry));
    }
    return d->sorted(std::move(list));
}

Outcome<std::vector<AlertRow>> AlertService::everybody()
{
    if (auto no = d->refused(Action::LookAtAlerts))
        return std::unexpected(*std::move(no));
    std::vector<AlertRow> list;
    for (const AlertEntry& entry : std::as_const(d->rows))
        list.push_back(d->rowOf(entry));
    return d->sorted(std::move(list));
}

std::optional<AlertEntry> AlertService::find(const AlertId& id) const
{
    const auto found = d->rows.constFind(id);
    const bool shown = found != d->rows.constEnd() && (d->isMine(*found) || may(d->parts.actor, Action::LookAtAlerts));
    return shown ? std::optional(*found) : std::nullopt;
}

Outcome<AlertEntry> AlertService::add(const AlertDraft& draft)
{
    if (auto no = d->refused(Action::AddAlert))
        return std::unexpected(*std::move(no));
    auto change = d->gate.add(draft);
    if (!change) {
        AuditRecord record = refusalRecord(draft.query, change.error().fields);
        record.outcome.prepend(u"alert "_s);
        if (const auto fault = d->append(record))
            return refuseAlert(*fault);
        return refuseAlert(change.error());
    }
    const AlertEntry entry = change->terms().entry;
    if (d->used(entry.owner) >= limit())
        return refuseAlert(AlertProblem::ListFull);
    const bool listed = std::ranges::any_of(d->rows, [&](const AlertEntry& one) {
        return one.owner == entry.owner && one.state != AlertState::Removed && one.plate == entry.plate &&
               one.jurisdiction == entry.jurisdiction && one.caseNumber == entry.caseNumber;
    });
    if (listed)
        return refuseAlert(AlertProblem::AlreadyListed);

    const auto receipt = d->parts.log.append(changeRecord(AuditEvent::AlertIntended, change->terms(), auditWord(AlertChangeKind::Add)));
    if (!receipt) {
        Q_EMIT logFailed(receipt.error());
        return refuseAlert(receipt.error());
    }
    Q_EMIT logged();
    if (const auto stored = d->parts.alerts.insert(entry); !stored) {
        (void)d->append(changeRecord(AuditEvent::AlertFailed, change->terms(), u"not_stored"_s));
        return refuseAlert(stored.error());
    }
    d->rows.insert(entry.id, entry);
    d->touched.insert(entry.id);
    d->dispatch(AuditedAlertChange(*std::move(change), *receipt));
    Q_EMIT changed();
    return entry;
}

Outcome<void> AlertService::revalidate(const AlertId& id, const QString& reason, QDate expires)
{
    const auto entry = d->own(id, Action::RevalidateAlert);
    if (!entry)
        return std::unexpected(entry.error());
    if (verdictIsMissing(d->counts.value(id).oldestUnjudged, d->now()))
        return refuseAlert(AlertProblem::VerdictMissing);
    const auto justified = d->gate.revalidate(*entry, reason, expires);
    if (!justified) {
        AuditRecord record = refusalRecord(draftOf(*entry), justified.error().fields);
        record.outcome.prepend(u"alert "_s);
        record.reasonText = bounded(reason, longestNote);
        if (const auto fault = d->append(record))
            return refuseAlert(*fault);
        return refuseAlert(justified.error());
    }
    const AlertEntry& fresh = justified->terms().entry;
    AuditRecord record = alertRecord(AuditEvent::AlertRevalidated, fresh);
    record.reasonText = fresh.reasonText;
    record.to = fresh.expiresAt;
    if (const auto fault = d->append(record))
        return refuseAlert(*fault);
    if (const auto stored = d->change(fresh); !stored)
        return refuseAlert(stored.error());
    d->tell(*d->rows.constFind(id), AlertChangeKind::Revalidate);
    Q_EMIT changed();
    return {};
}

Outcome<void> AlertService::suspendEntry(const AlertId& id, const QString& why)
{
    const auto entry = d->own(id, Action::SuspendAlert);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->state != AlertState::Active)
        return refuseAlert(AlertProblem::NotActive);
    const auto note = d->words(why);
    if (!note)
        return std::unexpected(note.error());
    if (auto failure = d->suspend(*entry, Suspension::ByPerson, *note))
        return std::unexpected(*std::move(failure));
    return {};
}

Outcome<void> AlertService::resumeEntry(const AlertId& id, const QString& why)
{
    const auto entry = d->own(id, Action::SuspendAlert);
    if (!entry)
        return std::unexpected(entry.error());
    if (entry->state != AlertState::Suspended)
        return refuseAlert(AlertProblem::NotSuspended);
    const auto note = d->words(why);
    if (!note)
        return std::unexpected(note.error());
    AlertEntry active = *entry;
    active.state = AlertState::Active;
    active.suspension = Suspension::None;
    active.note = *note;
    switch (suspensionDue(active, d->counts.value(id).oldestUnjudged, true, d->now(), d->parts.zone)) {
    case Suspension::Overdue: return refuseAlert(AlertProblem::NeedsRevalidation);
    case Suspension::NoVerdict: return refuseAlert(AlertProblem::VerdictMissing);
    case Suspension::None:
    case Suspension::ByPerson:
    case Suspension::LeftRoster: break;
    }
    // The rules of a query still hold for it, or the entry would have gone with its case.
    if (const auto allowed = d->gate.tell(active, AlertChangeKind::Resume); !allowed)
        return refuseAlert(allowed.error());
    AuditRecord record = alertRecord(AuditEvent::AlertSuspended, *entry, u"resumed"_s);
    record.note = *note;
    if (const auto fault = d->append(record))
        return refuseAlert(*fault);
    if (const auto stored = d->change(active); !stored)
        return refuseAlert(stored.error());
    d->tell(*d->rows.constFind(id), AlertChangeKind::Resume);
    Q_EMIT changed();
    return {};
}

Outcome<void> AlertService::remove(const AlertId& id, const QString& why)
{
    const auto entry = d->own(id, Action::RemoveAlert);
    if (!entry)
        return std::unexpected(entry.error());
    const auto note = d->words(why);
    if (!note)
        return std::unexpected(note.error());
    if (auto failure = d->remove(*entry, Removal::ByPerson, *note))
        return std::unexpected(*std::move(failure));
    return {};
}

} // namespace casebound
