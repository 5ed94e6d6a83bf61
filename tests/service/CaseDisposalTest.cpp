// The end of a case file: who may, when, in which order, and that no copy of the database opens its reads afterwards.
#include "service/CaseDisposal.h"
#include "service/AuditEntries.h"
#include "service/ServiceDesk.h"
#include "store/CaseDatabase.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const CaseNumber number(CaseText);
const QString why = u"Decided by the records officer; nobody holds the file"_s;
constexpr auto year = std::chrono::days(366);

KeptRead keptRead(const QString& id)
{
    KeptRead kept;
    kept.read.readId = id;
    kept.read.plate = PlateText;
    kept.read.images = {{.kind = ImageKind::Plate, .path = u"/v1/images/x"_s, .type = ImageType::Png, .sha256 = QByteArray(32, 'i')}};
    kept.images = {{ImageKind::Plate, QByteArray(20'000, 'x')}};
    kept.relevance = u"Places the van at the depot"_s;
    return kept;
}

struct Desk : ServiceDesk {
    std::unique_ptr<CaseDisposal> service;

    explicit Desk(std::optional<Role> person = Role::Supervisor)
    {
        // 75 years pass in no time: the office keeps nothing longer than the schedule says.
        (void)caseService->open(CaseText, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s));
        for (const auto& id : {u"read-1"_s, u"read-2"_s}) {
            if (!kept->insert(number, keptRead(id)))
                qFatal("The read could not be kept.");
        }
        open(person);
    }
    void open(std::optional<Role> person)
    {
        service = std::make_unique<CaseDisposal>(CaseDisposal::Parts{.log = *log,
                                                                     .cases = *cases,
                                                                     .kept = *kept,
                                                                     .profile = profile,
                                                                     .clock = clock,
                                                                     .actor = {.user = UserId(u"u-agent"_s), .role = person}});
    }
    void closeAndWait(int years)
    {
        if (!caseService->close(number, u"Resolved"_s))
            qFatal("The case could not be closed.");
        clock.advance(years * year);
    }
    [[nodiscard]] QString file(const QString& name) const { return folder.filePath(name); }
    [[nodiscard]] static SecureBytes key() { return SecureBytes::copyOf(QByteArray(32, 'd')); }
};

DisposalProblem problemOf(const std::expected<CaseRecord, DisposalRefusal>& outcome)
{
    return std::get<DisposalProblem>(outcome.error());
}

} // namespace

class CaseDisposalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRoleAsksTheTable_data()
    {
        QTest::addColumn<std::optional<Role>>("role");
        QTest::newRow("agent") << std::optional(Role::Agent);
        QTest::newRow("supervisor") << std::optional(Role::Supervisor);
        QTest::newRow("nobody") << std::optional<Role>();
    }
    void everyRoleAsksTheTable()
    {
        QFETCH(std::optional<Role>, role);
        Desk desk(role);
        desk.closeAndWait(76);
        const bool allowed = role && rightOf(*role, Action::DisposeCase) == Right::Allowed;
        QCOMPARE(desk.service->mayDispose(), allowed);
        QCOMPARE(desk.service->due().size(), allowed ? 1U : 0U);
        const auto done = desk.service->dispose(number, why);
        QCOMPARE(done.has_value(), allowed);
        if (allowed)
            return;
        QVERIFY(std::holds_alternative<NotAllowed>(std::get<ServiceFailure>(done.error()).why));
        QCOMPARE(desk.entries().back()["event"_L1].toString(), u"action.refused"_s);
        QCOMPARE(desk.entries().back()["outcome"_L1].toString(), u"dispose_case"_s);
        QCOMPARE(desk.kept->forCase(number).size(), 2U);
    }

    void onlyWhatIsClosedAndDueIsDisposedOf()
    {
        Desk desk;
        QCOMPARE(problemOf(desk.service->dispose(CaseNumber(u"HB-1"_s), why)), DisposalProblem::NotFound);
        QCOMPARE(problemOf(desk.service->dispose(number, why)), DisposalProblem::NotClosed);
        desk.closeAndWait(70);
        QVERIFY(desk.service->due().empty());
        QCOMPARE(problemOf(desk.service->dispose(number, why)), DisposalProblem::NotDue);
        desk.clock.advance(6 * year);
        const auto due = desk.service->due();
        QCOMPARE(due.size(), 1U);
        QCOMPARE(due[0].label.schedule, u"immigration_case"_s);
        QCOMPARE(due[0].label.destroyNotBefore, toDateTime(*due[0].subject.closedAt).date().addYears(75));
        QCOMPARE(problemOf(desk.service->dispose(number, u" \n"_s)), DisposalProblem::NoteMissing);
        QVERIFY(desk.entries(u"case.disposed"_s).empty());
        QCOMPARE(desk.kept->forCase(number).size(), 2U);

        QSignalSpy told(desk.service.get(), &CaseDisposal::disposed);
        const auto done = desk.service->dispose(number, why);
        QVERIFY(done);
        QCOMPARE(done->state, CaseState::Disposed);
        QCOMPARE(told.size(), 1);
        QVERIFY(desk.service->due().empty());
        QVERIFY(desk.kept->forCase(number).empty());
        QVERIFY(!desk.service->whyNotReadable(number));
        QCOMPARE(problemOf(desk.service->dispose(number, why)), DisposalProblem::AlreadyDisposed);
        const auto entries = desk.entries(u"case.disposed"_s);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0]["private"_L1]["case_number"_L1].toString(), CaseText);
        QVERIFY(entries[0]["private"_L1]["note"_L1].toString().startsWith(why));
        QVERIFY(!entries[0].contains("note"_L1));
    }

    void officeMayKeepLongerAndNeverShorter()
    {
        Desk desk;
        desk.profile.retention = {{.schedule = u"immigration_case"_s, .years = 10}};
        const CaseRecord subject = desk.cases->find(number).value();
        QCOMPARE(desk.service->label(subject).years, 75);
        desk.profile.retention = {{.schedule = u"immigration_case"_s, .years = 80}};
        QCOMPARE(desk.service->label(subject).years, 80);
    }

    // Keep, close, copy the files, dispose: the copy in the place of the database, with the database's key, opens everything but the reads.
    void noCopyOfTheDatabaseOpensTheReadsAfterwards()
    {
        Desk desk;
        desk.closeAndWait(76);
        QVERIFY(QDir().mkpath(desk.file(u"copy"_s)));
        const QStringList files{u"cases.db"_s, u"cases.db-wal"_s};
        const auto copy = [&](const QString& from, const QString& to) {
            for (const QString& name : files) {
                QFile::remove(to + u'/' + name);
                if (QFile::exists(from + u'/' + name) && !QFile::copy(from + u'/' + name, to + u'/' + name))
                    qFatal("cannot copy %s", qPrintable(name));
            }
        };
        copy(desk.folder.path(), desk.file(u"copy"_s));
        const auto readsOf = [&] {
            auto database = openCaseDatabase(desk.file(u"cases.db"_s), Desk::key());
            if (!database)
                qFatal("The copy could not be opened.");
            return KeptReadTable(**database).rows(number);
        };
        // Before: the copy is as good as the database.
        desk.database->shut();
        copy(desk.file(u"copy"_s), desk.folder.path());
        QCOMPARE(readsOf().value().size(), 2U);

        auto again = openCaseDatabase(desk.file(u"cases.db"_s), Desk::key());
        QVERIFY(again);
        desk.database->takeOver(*std::move(again));
        QVERIFY(desk.service->dispose(number, why));
        QVERIFY(QDir(desk.file(u"cases.db.keys"_s)).isEmpty());

        desk.database->shut();
        copy(desk.file(u"copy"_s), desk.folder.path());
        const auto after = readsOf();
        QVERIFY(!after);
        QCOMPARE(after.error(), StoreFault::Locked);
    }

    void nothingIsDeletedWhereTheLogRefuses()
    {
        Desk desk;
        desk.closeAndWait(76);
        QSignalSpy failed(desk.service.get(), &CaseDisposal::logFailed);
        {
            const ServiceDesk::FullDisk full;
            const auto done = desk.service->dispose(number, why);
            QVERIFY(std::holds_alternative<LogFault>(std::get<ServiceFailure>(done.error()).why));
        }
        QCOMPARE(failed.size(), 1);
        QCOMPARE(desk.kept->forCase(number).size(), 2U);
        QCOMPARE(desk.cases->find(number)->state, CaseState::Closed);
    }

    void lostSecretIsNotTakenForAnEmptyCase()
    {
        Desk desk;
        QVERIFY(QDir(desk.file(u"cases.db.keys"_s)).removeRecursively());
        QVERIFY(desk.kept->forCase(number).empty());
        QCOMPARE(desk.service->whyNotReadable(number), StoreFault::Locked);
    }
};

QTEST_GUILESS_MAIN(CaseDisposalTest)
#include "CaseDisposalTest.moc"
