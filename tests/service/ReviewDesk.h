// A log with a past, and the reviews of whoever sits at its desk.
#pragma once

#include "service/ApprovalDesk.h"
#include "service/ReviewService.h"

namespace casebound {

/// Why it was not done; nothing where it was, or for another reason.
template <class T>
std::optional<ReviewProblem> problemOf(const ReviewOutcome<T>& outcome)
{
    const auto* problem = outcome ? nullptr : std::get_if<ReviewProblem>(&outcome.error());
    return problem ? std::optional(*problem) : std::nullopt;
}

class ReviewDesk {
public:
    ReviewDesk() { desk.profile.roster = {agent.row(), supervisor.row(), second.row()}; }

    void seat(const DeskPerson& person) { seat(person, person.role); }
    void seat(const DeskPerson& person, std::optional<Role> role)
    {
        sit(*desk.log, person);
        reviews.reset();
        reviews =
            std::make_unique<ReviewService>(ReviewService::Parts{.log = *desk.log,
                                                                 .cases = *desk.cases,
                                                                 .alerts = alerts,
                                                                 .store = store,
                                                                 .profile = desk.profile,
                                                                 .clock = desk.clock,
                                                                 .actor = {.user = person.id, .role = role},
                                                                 .credential = [&person](const QString& pin) { return person.open(pin); },
                                                                 .policy = policy,
                                                                 .zone = zone,
                                                                 .openOther = openOther});
    }
    /// A query of whoever sits there, sent and answered; its intention's entry.
    std::uint64_t query(const QString& plate, const QString& reason = QStringLiteral("Grey van at the depot after delivery 17"))
    {
        AuditRecord record{.event = AuditEvent::QueryIntended};
        record.queryId = QueryId::create(desk.clock.now()).text();
        record.plate = plate;
        record.caseNumber = CaseText;
        record.reasonText = reason;
        record.reasonCode = QStringLiteral("fugitive_alien");
        record.matter = Matter::Administrative;
        const std::uint64_t sequence = append(record);
        record = {.event = AuditEvent::QueryAnswered, .queryId = record.queryId};
        (void)append(record);
        return sequence;
    }
    std::uint64_t append(const AuditRecord& record)
    {
        desk.clock.advance(std::chrono::seconds(30));
        const auto receipt = desk.log->append(record);
        if (!receipt)
            qFatal("The log took no entry.");
        return receipt->sequence();
    }
    /// As if the program had been started anew. `damage` is done to the files in between.
    void restart(const std::function<void(const QString& folder)>& damage = {})
    {
        reviews.reset();
        desk.log.reset();
        if (damage)
            damage(desk.folder.filePath(QStringLiteral("log")));
        desk.log = ServiceDesk::openLog(desk.folder.filePath(QStringLiteral("log")), desk.clock);
    }
    /// Opened up to now, read and drawn.
    [[nodiscard]] QString opened()
    {
        desk.clock.advance(std::chrono::minutes(1));
        const auto id = reviews->open(desk.clock.now());
        if (!id || !readAll() || !reviews->draw())
            qFatal("The review could not be opened.");
        return *id;
    }
    [[nodiscard]] bool readAll()
    {
        for (;;) {
            const auto done = reviews->read(64);
            if (!done)
                return false;
            if (*done)
                return true;
        }
    }
    /// Judges everything that is not the reviewer's own.
    void judgeAll(ItemVerdict verdict = ItemVerdict::InOrder, const QString& note = {})
    {
        for (const ReviewItem& item : reviews->items()) {
            if (!item.decision && !reviews->isOwn(item.sequence) && !reviews->judge(item.sequence, verdict, note))
                qFatal("An item could not be judged.");
        }
    }
    [[nodiscard]] QJsonObject last() const { return desk.entries().back(); }

    const DeskPerson agent{QStringLiteral("u-agent"), Role::Agent}, supervisor{QStringLiteral("u-supervisor"), Role::Supervisor},
        second{QStringLiteral("u-second"), Role::Supervisor};
    ServiceDesk desk;
    AlertTable alerts{*desk.database};
    ReviewTable store{*desk.database};
    ReviewPolicy policy;
    QTimeZone zone = QTimeZone::UTC;
    std::function<QFuture<OtherLogResult>(const QString& folder, const KeyOfLog& keyOf)> openOther;
    std::unique_ptr<ReviewService> reviews; ///< Of whoever sits at the desk.
};

} // namespace casebound
