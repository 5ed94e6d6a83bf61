// Exports of an office that names a time stamp service: none without a stamp that holds, and outsiders see when it was signed.
#include "crypto/TimeStamp.h"
#include "service/ExportVerdict.h"

#include "../crypto/StampAuthority.h"

#include <QPromise>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

/// Answers when it is told to.
class FakeStamper final : public TimeStamper {
public:
    explicit FakeStamper(const test::StampAuthority& authority) : m_authority(authority) {}
    QFuture<StampAnswer> stamp(QByteArray query) override
    {
        queries += query;
        open = std::make_unique<QPromise<StampAnswer>>();
        open->start();
        auto future = open->future();
        if (answers)
            answer(m_authority.reply(query));
        return future;
    }
    QString host() const override { return u"stamps.example"_s; }
    void answer(StampAnswer with)
    {
        open->addResult(std::move(with));
        open->finish();
    }
    bool answers = true;
    QByteArrayList queries;
    std::unique_ptr<QPromise<StampAnswer>> open;

private:
    const test::StampAuthority& m_authority;
};

struct StampDesk : ExportDesk {
    test::StampAuthority authority;
    std::shared_ptr<FakeStamper> stamper = std::make_shared<FakeStamper>(authority);

    StampDesk() : ExportDesk(3)
    {
        desk.clock.advance(SystemClock().now() - desk.clock.now()); // stamps are of today
        desk.profile.timeStamps = {.address = QUrl(u"https://stamps.example/"_s), .authoritiesPem = authority.caPem()};
        use(stamper);
    }
    void use(std::shared_ptr<TimeStamper> one)
    {
        service = std::make_unique<CaseExport>(CaseExport::Parts{
            .log = *desk.log,
            .cases = *desk.cases,
            .kept = *desk.kept,
            .profile = desk.profile,
            .clock = desk.clock,
            .actor = {.user = UserId(u"u-agent"_s), .role = Role::Agent},
            .sign =
                [this](const QByteArray& bytes) { return KeyCredential::fromParts(people.signerKey, people.signer).value()->sign(bytes); },
            .stamper = std::move(one)});
    }
    [[nodiscard]] BagReport judged(const QString& path, bool withAuthority = true, Instant at = SystemClock().now()) const
    {
        BagOptions options;
        (void)options.keys.addPublicKey(logKey.publicKeyDer());
        options.anchors = {people.authority.authority()};
        options.recipientKey = people.recipientKey;
        options.now = at;
        if (withAuthority)
            options.stampAnchors = *Certificate::listFromPem(authority.caPem());
        return checkBag(path, options);
    }
};

bool has(const BagReport& report, BagFaultKind kind)
{
    return std::ranges::find(report.faults, kind, &BagReport::Fault::kind) != report.faults.end();
}

} // namespace

class StampedExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stampHoldsForOutsiders_data() { exportKinds(); }
    void stampHoldsForOutsiders()
    {
        QFETCH(BundleKind, kind);
        StampDesk desk;
        const auto written = desk.run(desk.request(kind));
        QVERIFY(written);
        QCOMPARE(desk.stamper->queries.size(), 1);
        const BagReport report = desk.judged(written->path);
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        QVERIFY(report.stampedAt && *report.stampedAt > SystemClock().now() - std::chrono::minutes(10));
        QCOMPARE(report.stampedBy, u"Made-up stamps"_s);
        QVERIFY(report.text().contains(", stamped "));
        QCOMPARE(desk.judged(written->path, false).verdict(), VerifyVerdict::CannotTell);
    }

    void commandsOfTheReadmeAreContentAndNoticeWhatWasDone_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing") << QString() << -1;
        QTest::newRow("stamp altered") << u"truncate -s -1 signature/*.tsr"_s << int(BagFaultKind::StampBad);
        QTest::newRow("stamp removed") << u"rm signature/*.tsr"_s << int(BagFaultKind::FileMissing);
        QTest::newRow("stamp of other bytes") << u"cp other.tsr signature/tagmanifest-sha512.txt.p7s.tsr; rm other.tsr"_s
                                              << int(BagFaultKind::StampBad);
    }
    void commandsOfTheReadmeAreContentAndNoticeWhatWasDone()
    {
        QFETCH(QString, deed);
        QFETCH(int, kind);
        StampDesk desk;
        const auto written = desk.run(desk.request(BundleKind::Folder));
        QVERIFY(written);
        QFile other(written->path + u"/other.tsr"_s);
        if (deed.contains(u"other"_s)) {
            QVERIFY(other.open(QIODevice::WriteOnly) && other.write(desk.authority.reply(makeTimeStampQuery("other").value())) > 0);
            other.close();
        }
        if (!deed.isEmpty())
            QCOMPARE(test::shell(deed, written->path).status, 0);
        QFile ca(desk.out.filePath(u"ca.pem"_s));
        QVERIFY(ca.open(QIODevice::WriteOnly) && ca.write(desk.people.authority.authority().pem()) > 0);
        ca.close();
        bool content = true;
        int stamps = 0;
        for (QString line : QString::fromUtf8(test::contents(written->path + u"/data/README.txt"_s)).split(u'\n')) {
            if (!line.startsWith(u"         "_s) || line.contains(u"casebound-verify"_s) || line.contains(u"unzip"_s) ||
                line.contains(u"-decrypt"_s))
                continue;
            stamps += line.contains(u"openssl ts"_s) ? 1 : 0;
            const bool silent = !line.contains(u"sha512sum"_s) && !line.contains(u"openssl"_s);
            const auto ran = test::shell(
                line.trimmed().replace(u"tsa.pem"_s, desk.authority.caFile()).replace(u" ca.pem"_s, u' ' + ca.fileName()), written->path);
            content = content && (silent ? ran.out.trimmed().isEmpty() : ran.status == 0);
        }
        QCOMPARE(stamps, 1);
        QCOMPARE(content, deed.isEmpty());
        const BagReport report = desk.judged(written->path);
        QCOMPARE(report.verdict() == VerifyVerdict::InOrder, deed.isEmpty());
        QVERIFY2(kind < 0 || has(report, BagFaultKind(kind)), report.text().constData());
    }

    // A person's certificate that ran out since was good when it was used, as somebody says who is trusted.
    void certificateThatRanOutAfterTheStampIsNoWorse()
    {
        StampDesk desk;
        const auto written = desk.run(desk.request(BundleKind::Folder));
        QVERIFY(written);
        // The people's certificates last 30 days, and so does the authority's; an hour before its end theirs has ended.
        const Instant late = desk.people.signer.notAfter() + std::chrono::minutes(1);
        const Instant end = Certificate::listFromPem(desk.authority.caPem())->front().notAfter();
        QVERIFY(!desk.judged(written->path, false, late).signatureChecked);
        if (end > late)
            QVERIFY(desk.judged(written->path, true, late).signatureChecked);
    }

    void withoutAStampThatHoldsThereIsNoExport_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"no answer", "a page", "of another authority", "to another question"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void withoutAStampThatHoldsThereIsNoExport()
    {
        QFETCH(QString, how);
        StampDesk desk;
        desk.stamper->answers = false;
        const test::StampAuthority other;
        std::optional<CaseExportResult> result;
        QObject::connect(desk.service.get(), &CaseExport::finished, desk.service.get(), [&](const CaseExportResult& one) { result = one; });
        QVERIFY(desk.service->start(desk.request(BundleKind::Zip)));
        QTRY_VERIFY(desk.stamper->open);
        const QByteArray query = desk.stamper->queries.front();
        if (how == "no answer"_L1)
            desk.stamper->answer(
                std::unexpected(VendorFailure{.fault = VendorFault::TimedOut, .httpStatus = 0, .detail = {}, .retryAt = {}}));
        else if (how == "a page"_L1)
            desk.stamper->answer("<p>hello</p>");
        else if (how == "of another authority"_L1)
            desk.stamper->answer(other.reply(query));
        else
            desk.stamper->answer(desk.authority.reply(makeTimeStampQuery("something else").value()));
        QTRY_VERIFY(result);
        QCOMPARE(result->error(), CaseExportProblem::NoTimeStamp);
        QVERIFY(desk.left().isEmpty());
        QCOMPARE(desk.lastEntry()["outcome"_L1].toString(), u"no_time_stamp"_s);
    }

    void serviceThatCannotBeUsedIsToldBeforeAnything()
    {
        StampDesk desk;
        desk.use(nullptr);
        const auto entries = desk.desk.entries().size();
        QCOMPARE(desk.run(desk.request(BundleKind::Zip)).error(), CaseExportProblem::NoTimeStamp);
        QCOMPARE(desk.desk.entries().size(), entries);
    }

    void cancelledWhileTheServiceIsAskedItLeavesNothing_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"cancelled", "locked", "gone"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void cancelledWhileTheServiceIsAskedItLeavesNothing()
    {
        QFETCH(QString, how);
        StampDesk desk;
        desk.stamper->answers = false;
        QVERIFY(desk.service->start(desk.request(BundleKind::Folder)));
        QTRY_VERIFY(desk.stamper->open);
        if (how == "cancelled"_L1)
            desk.service->cancel();
        else if (how == "locked"_L1)
            desk.service->suspend();
        else
            desk.service.reset();
        QTRY_COMPARE(desk.lastEntry()["outcome"_L1].toString(), u"cancelled"_s);
        QTRY_VERIFY(desk.left().isEmpty());
        desk.stamper->answer(desk.authority.reply(desk.stamper->queries.front())); // too late
        QTest::qWait(0);
        QVERIFY(desk.left().isEmpty());
        QVERIFY(!desk.service || !desk.service->isRunning());
    }
};

QTEST_MAIN(StampedExportTest)
#include "StampedExportTest.moc"
