// A session that is locked and unlocked.
#pragma once

#include "service/FakeOffice.h"

namespace casebound {

/// Somebody signed in, with a search of three reads that is answered.
struct LockDesk {
    FakeOffice office;
    std::unique_ptr<SignInService> signIn = std::make_unique<SignInService>(office, office.clock);
    std::shared_ptr<Session> session;
    QueryRun* run = nullptr;

    LockDesk()
    {
        office.office.resultsLife = std::chrono::hours(8);
        office.vendor->offered->maxLookbackDays = 3650;
        signInAgain();
    }
    void signInAgain()
    {
        auto pending = wait(signIn->begin({}, u"1234"_s));
        if (!pending)
            qFatal("the sign-in was refused");
        session = *wait((*pending)->accept({}));
    }
    FakeVendor::Call& call() { return *office.vendor->calls.back(); }
    ReadSet reads(int count)
    {
        ServiceDesk maker;
        maker.clock.advance(office.clock.now() - maker.clock.now());
        return maker.page(std::vector<ReadSpec>(static_cast<std::size_t>(count), ReadSpec{.plate = PlateText}));
    }
    void search(bool answered = true)
    {
        if (!session->cases().find(CaseNumber(CaseText)) &&
            !session->cases().open(CaseText, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)))
            qFatal("the case could not be opened");
        run = *session->queries().search(madeUpDraft(session->queries().today()));
        call().page(reads(3), answered ? 3 : 5);
        if (!answered)
            return;
        call().answer(3);
        if (!QTest::qWaitFor([this] { return run->state() == QueryRun::State::Complete; }))
            qFatal("the search was not answered");
    }
    QStringList eventsAfterBanner() const { return office.events().mid(3); }
};

} // namespace casebound
