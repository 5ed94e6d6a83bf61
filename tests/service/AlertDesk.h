// The alert service of whoever sits at the desk, over a real log and a real case database, with a scripted vendor behind it.
#pragma once

#include "service/AlertService.h"
#include "service/FakeAlerts.h"
#include "service/ServiceDesk.h"
#include "store/AlertTable.h"
#include "store/HitTable.h"

#include <QCryptographicHash>
#include <QTest>

namespace casebound {

using namespace Qt::StringLiterals;

/// What the made-up officers say: a reason other than the desk's own, and why an entry ends.
inline const QString otherReason = u"The same van took delivery 18 of the charged consignment on Tuesday"_s;
inline const QString why = u"The driver was arrested this morning"_s;

/// Why something was not done; nothing where it was, or for another kind of reason.
template <class Why>
std::optional<Why> whyNot(const auto& outcome)
{
    if (outcome)
        return std::nullopt;
    const auto* given = std::get_if<Why>(&outcome.error().why);
    return given ? std::optional(*given) : std::nullopt;
}

class AlertDesk {
public:
    ServiceDesk desk;
    AlertTable table{*desk.database};
    HitTable hitTable{*desk.database};
    FakeAlerts vendor;
    bool isVendorThere = true;
    std::function<void()> made;                ///< Called with each new service before it begins.
    std::function<AlertClient*()> otherVendor; ///< Asked instead of the scripted one.
    QTimeZone zone = QTimeZone::UTC;
    std::unique_ptr<AlertService> service;
    UserId who;

    AlertDesk()
    {
        const auto person = [this](const QString& id, Role role) {
            RosterUser user = desk.profile.roster.front();
            user.id = UserId(id);
            user.name = id;
            user.role = role;
            return user;
        };
        desk.profile.roster = {person(u"u-agent"_s, Role::Agent), person(u"u-second"_s, Role::Agent),
                               person(u"u-boss"_s, Role::Supervisor)};
        desk.capabilities.alertStream = true;
        desk.capabilities.alertListMax = 2'500;
        if (!desk.caseService->open(CaseText, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)))
            qFatal("The case could not be opened.");
        sit(u"u-agent"_s);
    }
    /// Signs the one before out. `role` as the roster has it, unless given.
    void sit(const QString& id, std::optional<std::optional<Role>> role = std::nullopt)
    {
        service.reset();
        who = UserId(id);
        const RosterUser* user = desk.profile.user(who);
        AuditActor actor;
        actor.user = who;
        actor.certificateSha256 = QByteArray(32, 'c');
        actor.role = user ? user->role : Role::Agent;
        actor.session = QueryId::create().text();
        desk.log->setActor(actor);
        make(role ? *role : std::optional(actor.role));
        if (made)
            made();
        service->start();
        settle();
    }
    void make(std::optional<Role> role)
    {
        service = std::make_unique<AlertService>(
            AlertService::Parts{.log = *desk.log,
                                .alerts = table,
                                .hits = hitTable,
                                .findCase = [this](const CaseNumber& number) { return desk.cases->find(number); },
                                .client = [this]() -> AlertClient* {
                                    return otherVendor ? otherVendor() : isVendorThere ? &vendor : nullptr;
                                },
                                .profile = desk.profile,
                                .capabilities = desk.capabilities,
                                .clock = desk.clock,
                                .actor = {.user = who, .role = role},
                                .zone = zone});
    }
    /// What the vendor answered at once has come.
    static void settle()
    {
        for (int n = 0; n < 20; ++n)
            QCoreApplication::processEvents();
    }
    [[nodiscard]] AlertDraft draft(const QString& plate = PlateText) const
    {
        AlertDraft draft{.query = desk.draft(), .expires = service->latestDay()};
        draft.query.plate = plate;
        return draft;
    }
    AlertEntry add(const QString& plate = PlateText)
    {
        const auto entry = service->add(draft(plate));
        if (!entry)
            qFatal("The entry was refused.");
        settle();
        return *service->find(entry->id);
    }
    /// As the list shows it.
    [[nodiscard]] AlertRow row(const AlertEntry& entry) const
    {
        for (const AlertRow& one : service->entries()) {
            if (one.entry.id == entry.id)
                return one;
        }
        qFatal("The entry is not listed.");
    }
    [[nodiscard]] AlertEntry now(const AlertEntry& entry) const { return *table.find(entry.id); }
    [[nodiscard]] AlertHit hit(const AlertEntry& entry, int number, const QByteArray& image = {})
    {
        AlertHit hit;
        hit.hitId = u"hit-%1"_s.arg(number, 6, 10, QLatin1Char('0'));
        hit.alertId = entry.id.text();
        hit.read.readId = u"read-%1"_s.arg(number);
        hit.read.plate = entry.plate.text();
        hit.read.jurisdiction = u"US-TX"_s;
        hit.read.capturedAt = desk.clock.now() - std::chrono::minutes(2);
        hit.receivedAt = desk.clock.now();
        if (!image.isEmpty()) {
            const QString path = u"/v1/images/h%1"_s.arg(number);
            desk.vendor.images.insert(path, image);
            hit.read.images.push_back({.kind = ImageKind::Plate,
                                       .path = path,
                                       .type = ImageType::Png,
                                       .sha256 = QCryptographicHash::hash(image, QCryptographicHash::Sha256)});
        }
        return hit;
    }
    void send(const AlertHit& hit) const { vendor.stream->sink.hit(hit); }
    /// Outcomes of one event, in order.
    [[nodiscard]] QStringList outcomes(const QString& event) const
    {
        QStringList list;
        for (const QJsonObject& entry : desk.entries(event))
            list += entry["outcome"_L1].toString();
        return list;
    }
};

} // namespace casebound
