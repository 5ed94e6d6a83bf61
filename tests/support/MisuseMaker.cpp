#include "support/MisuseMaker.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {
const QString goodReason = u"Lorry of the invented consignee seen at quay 12"_s;

class Planter {
public:
    explicit Planter(ActOffice& office) : o(office) {}

    void all()
    {
        plates();
        manyUsers();
        declared();
        cases();
        reasons();
        hours();
        volume();
        limits();
        approvals();
        people();
        sessions();
        behalf();
        alerts();
        kept();
        upkeep();
    }

private:
    QString person() ///< Of their own, so that plants do not meet.
    {
        const QString user = u"u-planted-%1"_s.arg(++m_people);
        o.hire(user);
        return user;
    }
    LoggedAct query(const QString& user, QDate day, int minute, const QString& plate = {})
    {
        return {.at = o.at(day, minute),
                .kind = ActKind::QuerySent,
                .user = user,
                .session = o.uuid(),
                .queryId = o.uuid(),
                .plate = plate.isEmpty() ? o.freshPlate() : plate,
                .caseNumber = o.openCase(Matter::Criminal, o.at(day, minute) - std::chrono::hours(1)),
                .reasonText = goodReason,
                .onBehalfOf = u"Somebody Invented"_s,
                .matter = Matter::Criminal,
                .from = o.at(day, minute) - std::chrono::days(90),
                .limitYears = 5};
    }
    std::size_t misuse(Indicator rule, const QString& variant) { return o.newPlant(rule, variant, true); }
    std::size_t innocent(Indicator rule, const QString& variant) { return o.newPlant(rule, variant, false); }
    [[nodiscard]] QDate day(int n) const { return o.firstDay.addDays(n); } ///< 0 is Wednesday, 1 July.

    void plates()
    {
        const auto repeat = [&](std::size_t plant, int times, int everyDays, int keptEvery, int newCase) {
            const QString user = person(), plate = o.freshPlate();
            LoggedAct act = query(user, day(5), 600, plate);
            for (int n = 0; n < times; ++n) {
                LoggedAct one = act;
                one.at = o.at(day(5 + n * everyDays), 600 + n);
                one.queryId = o.uuid();
                one.session = o.uuid();
                if (newCase > 0 && n % newCase == 0)
                    act.caseNumber = one.caseNumber = o.openCase(Matter::Criminal, one.at - std::chrono::hours(1));
                while (one.at.time_since_epoch().count() > 0 && toDateTime(one.at).date().dayOfWeek() > 5)
                    one.at += std::chrono::days(1);
                o.plant(plant, one);
                if (keptEvery > 0 && n % keptEvery == keptEvery - 1)
                    keep(plant, one, true);
            }
        };
        repeat(misuse(Indicator::RepeatPlate, u"five in a month"_s), 5, 7, 0, 0);
        repeat(misuse(Indicator::RepeatPlate, u"ten on one morning"_s), 10, 0, 0, 0);
        repeat(misuse(Indicator::RepeatPlate, u"each time another case"_s), 8, 3, 0, 1);
        repeat(misuse(Indicator::RepeatPlate, u"twenty, with reads kept to hide it"_s), 20, 1, 3, 0);
        repeat(innocent(Indicator::RepeatPlate, u"four in a month"_s), 4, 7, 0, 0);
        repeat(innocent(Indicator::RepeatPlate, u"five in two months"_s), 5, 12, 0, 0);
        repeat(innocent(Indicator::RepeatPlate, u"eight, each with a read kept"_s), 8, 3, 1, 0);
    }

    void manyUsers()
    {
        const auto shared = [&](std::size_t plant, int users, int cases, int everyDays) {
            const QString plate = o.freshPlate();
            QStringList numbers;
            for (int n = 0; n < users; ++n) {
                LoggedAct act = query(person(), day(6), 640 + n, plate);
                act.at += std::chrono::days(everyDays * n);
                if (numbers.size() < cases)
                    numbers.append(act.caseNumber);
                act.caseNumber = numbers[n % numbers.size()];
                o.plant(plant, act);
            }
        };
        shared(misuse(Indicator::ManyUsersOnePlate, u"four users, three cases"_s), 4, 3, 0);
        shared(misuse(Indicator::ManyUsersOnePlate, u"nine users on one day"_s), 9, 9, 0);
        shared(misuse(Indicator::ManyUsersOnePlate, u"spread over a month"_s), 5, 5, 7);
        shared(innocent(Indicator::ManyUsersOnePlate, u"three users"_s), 3, 3, 0);
        shared(innocent(Indicator::ManyUsersOnePlate, u"a team of six on two cases"_s), 6, 2, 0);
    }

    void declared()
    {
        using enum DeclaredPlate::Kind;
        const auto look = [&](std::size_t plant, const QString& plate, const QString& user, int minute) {
            o.plant(plant, query(user, day(7), minute, plate));
        };
        for (const auto& [kind, variant] :
             {std::pair(Own, u"own"_s), std::pair(Household, u"household"_s), std::pair(Own, u"a second own"_s)}) {
            const QString user = person(), plate = o.freshPlate();
            o.declare(kind, user, plate);
            look(misuse(Indicator::OwnPlate, variant), plate, user, 660);
        }
        const QString relative = o.freshPlate(), colleague = o.freshPlate(), spouse = o.freshPlate();
        const QString one = person(), other = person(), third = person();
        o.declare(Relation, one, relative);
        o.declare(Own, other, colleague);
        o.declare(Household, other, spouse);
        look(misuse(Indicator::FamilyCoworker, u"a relative"_s), relative, one, 662);
        look(misuse(Indicator::FamilyCoworker, u"a colleague's own"_s), colleague, one, 663);
        look(misuse(Indicator::FamilyCoworker, u"a colleague's household"_s), spouse, third, 664);
        look(innocent(Indicator::FamilyCoworker, u"somebody else's relation"_s), relative, third, 665);
        for (const QString& variant : {u"an official"_s, u"a journalist"_s, u"somebody well known"_s}) {
            const QString plate = o.freshPlate();
            o.watch(plate);
            look(misuse(Indicator::PublicFigure, variant), plate, person(), 666);
        }
    }

    void cases()
    {
        const auto numbered = [&](std::size_t plant, const QString& number) {
            LoggedAct act = query(person(), day(8), 700);
            act.caseNumber = number;
            o.plant(plant, act);
        };
        numbered(misuse(Indicator::NoCase, u"none"_s), {});
        numbered(misuse(Indicator::NoCase, u"placeholder"_s), u"12345"_s);
        numbered(misuse(Indicator::NoCase, u"unknown"_s), u"MADEUP-2019-000001"_s);
        const Instant when = o.at(day(8), 700);
        const auto closed = [&](std::size_t plant, std::optional<Instant> until) {
            numbered(plant, o.openCase(Matter::Criminal, when - std::chrono::days(90), until));
        };
        closed(misuse(Indicator::ClosedCase, u"a minute before"_s), when - std::chrono::minutes(1));
        closed(misuse(Indicator::ClosedCase, u"a month before"_s), when - std::chrono::days(30));
        closed(misuse(Indicator::ClosedCase, u"long ago"_s), when - std::chrono::days(80));
        closed(innocent(Indicator::ClosedCase, u"closed an hour later"_s), when + std::chrono::hours(1));
        const auto matter = [&](std::size_t plant, Matter ofCase, Matter asked, int minute) {
            LoggedAct act = query(person(), day(9), minute);
            act.caseNumber = o.openCase(ofCase, act.at - std::chrono::days(3));
            act.matter = asked;
            o.plant(plant, act);
        };
        for (int n = 0; n < 3; ++n)
            matter(misuse(Indicator::MatterMismatch, u"administrative as criminal %1"_s.arg(n)), Matter::Administrative, Matter::Criminal,
                   710 + n);
        matter(innocent(Indicator::MatterMismatch, u"criminal as administrative"_s), Matter::Criminal, Matter::Administrative, 715);
        const auto many = [&](std::size_t plant, int plates, int users) {
            const QString number = o.openCase(Matter::Criminal, o.at(day(10), 500));
            QStringList people;
            for (int n = 0; n < users; ++n)
                people.append(person());
            for (int n = 0; n < plates; ++n) {
                LoggedAct act = query(people[n % users], day(12 + n / 4), 720 + n % 4);
                while (toDateTime(act.at).date().dayOfWeek() > 5)
                    act.at += std::chrono::days(2);
                act.caseNumber = number;
                o.plant(plant, act);
            }
        };
        many(misuse(Indicator::SameCaseManyPlates, u"twenty-five"_s), 25, 1);
        many(misuse(Indicator::SameCaseManyPlates, u"sixty"_s), 60, 1);
        many(misuse(Indicator::SameCaseManyPlates, u"thirty by three people"_s), 30, 3);
        many(innocent(Indicator::SameCaseManyPlates, u"twenty-four"_s), 24, 1);
    }

    void reasons()
    {
        const auto words = [&](std::size_t plant, const QString& text) {
            LoggedAct act = query(person(), day(13), 800);
            act.reasonText = text;
            o.plant(plant, act);
        };
        words(misuse(Indicator::GenericReason, u"a listed word"_s), u"investigation"_s);
        words(misuse(Indicator::GenericReason, u"short"_s), u"per sgt"_s);
        words(misuse(Indicator::GenericReason, u"listed words alone"_s), u"police check, official case"_s);
        words(innocent(Indicator::GenericReason, u"says what it is about"_s), u"Stolen trailer, dock 4"_s);
        words(misuse(Indicator::ProtectedActivity, u"a protest"_s), u"Seen near the protest at the invented square"_s);
        words(misuse(Indicator::ProtectedActivity, u"worship"_s), u"Parked outside the mosque on Sample Street"_s);
        words(misuse(Indicator::ProtectedActivity, u"abortion"_s), u"Drove her to the abortion clinic of Port Meridian"_s);
        words(innocent(Indicator::ProtectedActivity, u"Church Street"_s), u"Burglary suspects left 12 Church Street in this van"_s);
        words(misuse(Indicator::ProfilingReason, u"alone"_s), u"hispanic male driver"_s);
        words(misuse(Indicator::ProfilingReason, u"beside a matter"_s), u"Mexican man, bulk cash courier at the depot of pier 9"_s);
        words(misuse(Indicator::ProfilingReason, u"religion"_s), u"muslim family of the invented quarter"_s);
        words(innocent(Indicator::ProfilingReason, u"a brown van"_s), u"Brown van left the depot after delivery 17"_s);
    }

    void hours()
    {
        const auto when = [&](std::size_t plant, QDate on, int minute) { o.plant(plant, query(person(), on, minute)); };
        when(misuse(Indicator::AfterHours, u"at night"_s), day(14), 2 * 60);
        when(misuse(Indicator::AfterHours, u"a Sunday"_s), QDate(2026, 7, 19), 11 * 60);
        when(misuse(Indicator::AfterHours, u"a minute after the shift"_s), day(14), 20 * 60);
        when(misuse(Indicator::AfterHours, u"alone at the edge of the day"_s), day(15), 19 * 60 + 40);
        when(innocent(Indicator::AfterHours, u"alone at noon"_s), day(15), 12 * 60);
        const auto plant = innocent(Indicator::AfterHours, u"early, with a day's work after it"_s);
        const QString user = person();
        for (int n = 0; n < 8; ++n)
            o.plant(plant, query(user, day(16), 6 * 60 + 10 + n * 60));
    }

    void volume()
    {
        const auto spike = [&](std::size_t plant, int usualADay, int onTheDay, int days) {
            const QString user = person();
            for (int n = 0, worked = 0; worked < days; ++n) {
                if (day(n).dayOfWeek() > 5)
                    continue;
                ++worked;
                for (int one = 0; one < usualADay; ++one)
                    o.put(query(user, day(n), 560 + one * 3));
            }
            QDate on = day(40);
            while (on.dayOfWeek() > 5)
                on = on.addDays(1);
            for (int one = usualADay; one < onTheDay; ++one)
                o.plant(plant, query(user, on, 560 + one * 3 % 500));
        };
        spike(misuse(Indicator::VolumeSpike, u"four times the usual"_s), 8, 34, 45);
        spike(misuse(Indicator::VolumeSpike, u"a quiet account wakes up"_s), 1, 30, 45);
        spike(misuse(Indicator::VolumeSpike, u"a hundred in a day"_s), 20, 100, 45);
        spike(innocent(Indicator::VolumeSpike, u"half as many again"_s), 10, 15, 45);
    }

    void limits()
    {
        const auto reach = [&](std::size_t plant, int daysBack, const QString& approval, int minute) {
            LoggedAct act = query(person(), day(20), minute);
            act.from = act.at - std::chrono::days(daysBack);
            act.approvalId = approval;
            o.plant(plant, act);
        };
        reach(misuse(Indicator::OverLimit, u"a week beyond"_s), 5 * 366 + 7, {}, 840);
        reach(misuse(Indicator::OverLimit, u"ten years"_s), 3652, {}, 841);
        reach(innocent(Indicator::OverLimit, u"exactly the limit"_s), 5 * 365 + 1, {}, 842);
        reach(innocent(Indicator::OverLimit, u"beyond, with an approval"_s), 3000, o.uuid(), 843);
        const auto often = [&](std::size_t plant, int times, int everyDays) {
            const QString user = person();
            for (int n = 0; n < times; ++n) {
                LoggedAct act = query(user, day(5), 844);
                act.at += std::chrono::days(7 * (everyDays * n / 7));
                act.approvalId = o.uuid();
                o.plant(plant, act);
            }
        };
        often(misuse(Indicator::OverLimit, u"three approvals in a quarter"_s), 3, 21);
        often(innocent(Indicator::OverLimit, u"two approvals"_s), 2, 21);
    }

    void approvals()
    {
        const auto approve = [&](std::size_t plant, const QString& asker, const QString& decider, const QString& byFile, int minute) {
            LoggedAct asked = query(asker, day(21), minute);
            asked.kind = ActKind::ExceptionAsked;
            asked.approvalId = o.uuid();
            LoggedAct granted = asked;
            granted.kind = ActKind::ExceptionGranted;
            granted.at += std::chrono::minutes(2);
            granted.user = decider;
            granted.decidedBy = byFile;
            o.put(asked);
            o.plant(plant, granted);
        };
        const QString one = person(), other = person();
        approve(misuse(Indicator::SelfApproval, u"at the desk"_s), one, one, {}, 850);
        approve(misuse(Indicator::SelfApproval, u"by a file of one's own"_s), one, other, one, 852);
        approve(misuse(Indicator::SelfApproval, u"a file taken in by oneself"_s), other, other, other, 854);
        approve(innocent(Indicator::SelfApproval, u"another supervisor"_s), one, other, {}, 856);
        approve(innocent(Indicator::SelfApproval, u"another's file, taken in by the asker"_s), one, one, other, 858);
    }

    void people()
    {
        const auto who = [&](std::size_t plant, const QString& user, int minute) { o.plant(plant, query(user, day(22), minute)); };
        who(misuse(Indicator::InactiveUser, u"left"_s), u"u-left"_s, 860);
        o.hire(u"u-lapsed"_s, QDate(2025, 6, 1), day(21));
        who(misuse(Indicator::InactiveUser, u"training over yesterday"_s), u"u-lapsed"_s, 861);
        o.hire(u"u-early"_s, day(23));
        who(misuse(Indicator::InactiveUser, u"trained tomorrow"_s), u"u-early"_s, 862);
        o.hire(u"u-last-day"_s, QDate(2025, 6, 1), day(22));
        who(innocent(Indicator::InactiveUser, u"the last day of training"_s), u"u-last-day"_s, 863);
    }

    void sessions()
    {
        const auto overlap = [&](std::size_t plant, int secondBegins, int firstEnds, int secondEnds) {
            const QString user = person(), first = o.uuid(), second = o.uuid();
            const auto act = [&](const QString& session, int minute) {
                LoggedAct one = query(user, day(23), minute);
                one.session = session;
                o.plant(plant, one);
            };
            act(first, 600);
            act(second, secondBegins);
            act(first, firstEnds);
            act(second, secondEnds);
        };
        overlap(misuse(Indicator::SharedLogin, u"two desks for an hour"_s), 610, 670, 671);
        overlap(misuse(Indicator::SharedLogin, u"one inside the other"_s), 610, 700, 620);
        overlap(misuse(Indicator::SharedLogin, u"a few minutes"_s), 602, 604, 605);
        overlap(innocent(Indicator::SharedLogin, u"one after the other"_s), 610, 605, 615);
    }

    void behalf()
    {
        const auto share = [&](std::size_t plant, int queries, int named, int names) {
            const QString user = person();
            for (int n = 0; n < queries; ++n) {
                LoggedAct act = query(user, day(26 + n / 20), 600 + (n % 20) * 3);
                while (toDateTime(act.at).date().dayOfWeek() > 5)
                    act.at += std::chrono::days(2);
                act.onBehalfOf = n < named ? u"Somebody Invented %1"_s.arg(n % std::max(names, 1)) : QString();
                o.plant(plant, act);
            }
        };
        share(misuse(Indicator::BehalfMissing, u"never"_s), 120, 0, 0);
        share(misuse(Indicator::BehalfMissing, u"always the same person"_s), 110, 110, 1);
        share(misuse(Indicator::BehalfMissing, u"never, at the threshold"_s), 100, 0, 0);
        share(innocent(Indicator::BehalfMissing, u"now and then"_s), 120, 12, 5);
        share(innocent(Indicator::BehalfMissing, u"too few to say"_s), 60, 0, 0);
    }

    void alerts()
    {
        const auto entry = [&](std::size_t plant, int validatedDaysAgo, bool closed, int minute) {
            LoggedAct act = query(person(), day(30), minute);
            act.kind = ActKind::Other;
            o.plant(plant, act);
            const auto until = closed ? std::optional(o.facts.now - std::chrono::days(2)) : std::nullopt;
            o.addAlert(o.openCase(Matter::Criminal, o.at(day(1), 500), until), o.facts.now - std::chrono::days(validatedDaysAgo), plant);
        };
        entry(misuse(Indicator::StaleAlert, u"a day over a year"_s), 366, false, 900);
        entry(misuse(Indicator::StaleAlert, u"two years"_s), 730, false, 901);
        entry(misuse(Indicator::StaleAlert, u"its case is closed"_s), 10, true, 902);
        entry(innocent(Indicator::StaleAlert, u"a year to the day"_s), 365, false, 903);
    }

    void keep(std::size_t plant, const LoggedAct& of, bool verified, const QString& verdict = u"confirmed"_s)
    {
        LoggedAct read = of;
        read.reasonText.clear();
        read.readIds = {o.uuid()};
        read.verdict = verdict;
        if (verified) {
            read.kind = ActKind::ReadVerified;
            o.put(read);
        }
        read.kind = ActKind::ReadKept;
        o.plant(plant, read);
    }

    void kept()
    {
        const auto one = [&](std::size_t plant, bool verified, const QString& verdict, int minute) {
            const LoggedAct act = query(person(), day(33), minute);
            o.put(act);
            keep(plant, act, verified, verdict);
        };
        one(misuse(Indicator::NoVisualCheck, u"no verdict"_s), true, {}, 910);
        one(misuse(Indicator::NoVisualCheck, u"unverified"_s), true, u"unverified"_s, 911);
        one(misuse(Indicator::NoVisualCheck, u"a verdict nobody gave"_s), false, u"confirmed"_s, 912);
        one(innocent(Indicator::NoVisualCheck, u"kept as contrary"_s), true, u"unreadable"_s, 913);
    }

    void upkeep()
    {
        o.facts.lastReviewSigned = o.facts.now - std::chrono::days(93);
        o.facts.logFault = u"leaf"_s;
        for (const Indicator indicator : {Indicator::AuditNotDone, Indicator::LogGap})
            (void)misuse(indicator, u"of the whole log"_s);
    }

    ActOffice& o;
    int m_people = 0;
};

} // namespace

void plantMisuse(ActOffice& office)
{
    Planter(office).all();
}

} // namespace casebound
