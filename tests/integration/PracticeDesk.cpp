#include "integration/PracticeDesk.h"

#include "store/AuditLog.h"
#include "support/Paths.h"

#include <QTest>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

template <class T>
bool waitFor(const QFuture<T>& future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, QDeadlineTimer(std::chrono::seconds(60)));
}

} // namespace

bool waitForEnd(QueryRun& run, std::chrono::milliseconds limit)
{
    return QTest::qWaitFor([&] { return run.state() != QueryRun::State::Sending && run.state() != QueryRun::State::Loading; },
                           QDeadlineTimer(limit));
}

PracticeDesk::PracticeDesk(const QString& dataFolder, const QStringList& vendorArguments)
{
    auto made = Workstation::createTraining({.dataFolder = dataFolder,
                                             .vendorArguments = vendorArguments,
                                             .vendorProgram = test::builtProgram(u"casebound-practice-vendor"_s),
                                             .pictureProgram = test::builtProgram(u"casebound-picture"_s)});
    if (!made)
        qFatal("%s", qPrintable(startMessage(made.error(), dataFolder)));
    m_workstation = *std::move(made);
}

PracticeDesk::~PracticeDesk()
{
    m_session.reset();
    m_pending.reset();
}

Outcome<Session*> PracticeDesk::signIn(CredentialChoice choice, QString pin)
{
    auto begun = m_workstation->signIn().begin(std::move(choice), std::move(pin));
    if (!waitFor(begun))
        qFatal("Sign-in did not answer.");
    auto pending = begun.takeResult();
    if (!pending)
        return std::unexpected(pending.error());
    m_pending = *std::move(pending);
    auto accepted = m_pending->accept({});
    if (!waitFor(accepted))
        qFatal("The session did not open.");
    auto session = accepted.takeResult();
    m_pending.reset();
    if (!session)
        return std::unexpected(session.error());
    m_session = *std::move(session);
    return m_session.get();
}

QueryDraft PracticeDesk::draft(const QString& plate, const QString& jurisdiction)
{
    if (!m_session->cases().find(CaseNumber(DeskCase)) &&
        !m_session->cases().open(DeskCase, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)))
        qFatal("The case could not be opened.");
    QueryDraft draft;
    draft.caseNumber = DeskCase;
    draft.matter = Matter::Administrative;
    draft.reasonCode = ReasonCode(u"fugitive_alien"_s);
    draft.purpose = PurposeId(u"locate_person"_s);
    draft.reasonText = DeskReason;
    draft.plate = plate;
    draft.jurisdiction = jurisdiction;
    draft.to = m_session->queries().today();
    draft.from = draft.to.addYears(-3);
    return draft;
}

std::vector<QByteArray> PracticeDesk::publicEntries()
{
    const TrainingOffice& office = m_workstation->office();
    auto credential = office.credential({.kind = CredentialChoice::Kind::PracticeAgent, .path = {}}, {}, SystemClock().now());
    const auto keys = office.keys(**credential);
    AuditLog::Config config;
    config.folder = office.logFolder();
    config.office = office.profile().office;
    config.workstation = office.workstation();
    config.actorKey = keys->actor().view().toByteArray();
    config.appVersion = u"test"_s;
    config.profileSerial = office.profile().serial;
    config.profileSha256 = office.profile().sha256;
    config.signingKey = *keys->workstation();
    const SystemClock clock;
    const auto log = AuditLog::open(std::move(config), keys->audit(), clock);
    if (!log)
        qFatal("The log does not open: fault %d.", int(log.error()));
    std::vector<QByteArray> list;
    for (const StoredEntry& entry : (*log)->entries(0, (*log)->head().size))
        list.push_back(entry.publicBytes);
    return list;
}

} // namespace casebound
