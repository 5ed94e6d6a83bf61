// The whole way of a hit, from the practice vendor with its faults to its owner: each once, none to another.
#include "integration/AlertVendor.h"
#include "service/AlertDesk.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace casebound;
using namespace std::chrono_literals;

namespace {

constexpr AlertStreamTimes quick{.silence = 400ms, .poll = 20ms, .firstPause = 3ms, .longestPause = 30ms};
constexpr qint64 worstStall = 3'000; ///< Milliseconds; only a machine that does nothing else keeps below 50.

} // namespace

class AlertStreamTest : public QObject {
    Q_OBJECT

    std::unique_ptr<AlertDesk> m_desk;
    std::unique_ptr<AlertVendor> m_vendor;
    std::unique_ptr<VendorHttpClient> m_client;
    AlertStreamTimes m_times = quick;
    QStringList m_arrived; ///< In the order they came, over all restarts.

    AlertService& service() { return *m_desk->service; }
    void make(bool streamed = true, std::chrono::milliseconds silence = quick.silence)
    {
        m_times = quick;
        m_times.silence = silence;
        m_arrived.clear();
        m_desk = std::make_unique<AlertDesk>();
        m_vendor = std::make_unique<AlertVendor>(m_desk->desk.clock.now(), streamed);
        m_desk->desk.capabilities.alertStream = streamed;
        m_desk->otherVendor = [this]() -> AlertClient* { return m_client ? m_client->alertClient() : nullptr; };
        m_desk->made = [this] {
            connect(&service(), &AlertService::hitArrived, this, [this](const AlertHitRow& hit) { m_arrived += hit.hitId; });
        };
        start(u"u-agent"_s);
    }
    /// Another run of the program: only what was stored is left of the one before.
    void start(const QString& who, const QString& credential = u"agent"_s)
    {
        m_desk->service.reset();
        m_client.reset();
        m_client = m_vendor->client(credential, m_desk->desk.clock, m_times);
        m_desk->sit(who);
    }
    AlertEntry add(const QString& plate)
    {
        const auto entry = service().add(m_desk->draft(plate));
        if (!entry || !QTest::qWaitFor([&] { return service().find(entry->id)->confirmed; }, 20'000))
            qFatal("The vendor did not confirm the entry.");
        return *service().find(entry->id);
    }
    QStringList recorded()
    {
        QStringList list;
        for (const auto& [alert, hit] : m_vendor->record(u"agent-01"_s))
            list += hit;
        return list;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_desk.reset();
        m_client.reset();
        m_vendor.reset();
    }

    void eachHitArrivesOnceWhateverTheStreamDoes_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("hits");
        for (const char* fault : {"stream-drop", "stream-duplicate", "stream-out-of-order", "stream-split", "stream-unknown-event",
                                  "stream-long-line", "stream-silence"})
            QTest::newRow(fault) << QString::fromLatin1(fault) << 20;
        QTest::newRow("stream-burst") << u"stream-burst"_s << 519; // one of the twenty is five hundred
        QTest::newRow("polled") << QString() << 20;
    }
    void eachHitArrivesOnceWhateverTheStreamDoes()
    {
        QFETCH(QString, fault);
        QFETCH(int, hits);
        // A long line that a busy vendor sends into a connection just given up as silent would never come.
        make(!fault.isEmpty(), fault == "stream-long-line"_L1 ? 60s : quick.silence);
        const AlertEntry entry = add(u"PMX4810"_s);
        QTRY_COMPARE_WITH_TIMEOUT(service().link(), fault.isEmpty() ? StreamLink::Polling : StreamLink::Live, 20'000);
        Heartbeat heart;
        if (!fault.isEmpty())
            m_vendor->arm(fault);
        for (int n = 0; n < 20; ++n)
            m_vendor->emitHits(entry.id.text(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_arrived.size(), hits, 60'000);
        QStringList arrived = m_arrived;
        arrived.sort();
        QCOMPARE(arrived, recorded());
        QCOMPARE(m_vendor->waiting(), QStringList());
        QCOMPARE(service().hits().size(), static_cast<std::size_t>(hits));
        qInfo("%s: longest stall %lld ms", QTest::currentDataTag(), static_cast<long long>(heart.longest));
        QVERIFY(heart.longest < worstStall);
        if (fault == "stream-long-line"_L1)
            QVERIFY(m_desk->outcomes(u"alert.hit"_s).contains(u"refused:too_large"_s));
    }

    void anEventThatWasNoGoodComesWithTheNextConnection_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("ill-formed") << u"stream-ill-formed"_s << u"refused:malformed"_s;
        QTest::newRow("other id") << u"stream-id-mismatch"_s << u"refused:inconsistent"_s;
    }
    void anEventThatWasNoGoodComesWithTheNextConnection()
    {
        QFETCH(QString, fault);
        QFETCH(QString, outcome);
        make();
        const AlertEntry entry = add(u"PMX4810"_s);
        QTRY_COMPARE_WITH_TIMEOUT(service().link(), StreamLink::Live, 20'000);
        m_vendor->arm(fault);
        m_vendor->emitHits(entry.id.text(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(m_arrived.size() >= 2, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->outcomes(u"alert.hit"_s).contains(outcome), 20'000);
        start(u"u-agent"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_arrived.size(), 3, 20'000);
    }

    void noHitReachesAnother()
    {
        make();
        const AlertEntry entry = add(u"PMX4810"_s);
        // The vendor sends one person's hits to another, who sits at this workstation.
        start(u"u-second"_s);
        m_vendor->emitHits(entry.id.text(), 5);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->outcomes(u"alert.hit"_s).size(), 5, 20'000);
        QVERIFY(service().hits().empty());
        QCOMPARE(m_arrived.size(), 0);
        for (const QString& outcome : m_desk->outcomes(u"alert.hit"_s))
            QCOMPARE(outcome, u"refused:other_owner"_s);
        start(u"u-agent"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_arrived.size(), 5, 20'000); // their owner gets them all the same
    }

    void hitsOfARemovedEntryAreRefused()
    {
        make();
        const AlertEntry entry = add(u"PMX4810"_s);
        QTRY_COMPARE_WITH_TIMEOUT(service().link(), StreamLink::Live, 20'000);
        m_vendor->arm(u"status-503:40@alerts"_s);
        QVERIFY(service().remove(entry.id, u"The driver was arrested this morning"_s));
        m_vendor->emitHits(entry.id.text(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->outcomes(u"alert.hit"_s).size(), 2, 20'000);
        QCOMPARE(m_desk->outcomes(u"alert.hit"_s), (QStringList{u"refused:removed"_s, u"refused:removed"_s}));
        QVERIFY(service().hits().empty());
    }

    void tenThousandHitsThroughDropsAndRestartsAreThoseOfTheVendor()
    {
        constexpr int batches = 200, perEntry = 10, entries = 5, restarts = 20;
        make();
        QStringList alerts;
        for (int n = 0; n < entries; ++n)
            alerts += add(u"PMX481%1"_s.arg(n)).id.text();
        Heartbeat heart;
        QElapsedTimer total;
        total.start();
        for (int batch = 0; batch < batches; ++batch) {
            m_vendor->arm(u"stream-drop"_s);
            for (const QString& alert : alerts)
                m_vendor->emitHits(alert, perEntry);
            QTest::qWait(0);
            if (batch % (batches / restarts) == batches / restarts - 1)
                start(u"u-agent"_s);
            else
                QTRY_VERIFY_WITH_TIMEOUT(m_vendor->waiting().isEmpty(), 60'000);
        }
        const int all = batches * perEntry * entries;
        const qint64 stall = heart.longest; // what comes now is the test's own reading
        QTRY_COMPARE_WITH_TIMEOUT(m_vendor->record(u"agent-01"_s).size(), all, 120'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_arrived.size(), all, 300'000);
        QMap<QString, QStringList> theirs, ours;
        for (const auto& [alert, hit] : m_vendor->record(u"agent-01"_s))
            theirs[alert] += hit;
        for (const StoredHit& hit : m_desk->hitTable.ofOwner(UserId(u"u-agent"_s)))
            ours[hit.alert.text()] += hit.hitId;
        QCOMPARE(ours, theirs);
        QCOMPARE(theirs.size(), entries);
        QStringList arrived = m_arrived;
        arrived.removeDuplicates();
        QCOMPARE(arrived.size(), all);
        QCOMPARE(m_desk->desk.entries(u"alert.hit"_s).size(), static_cast<std::size_t>(all));
        qInfo("10,000 hits in %lld ms; longest stall, restarts included, %lld ms", static_cast<long long>(total.elapsed()),
              static_cast<long long>(stall));
    }
};

int main(int argc, char* argv[])
{
    // What is tested is which hits come and in what order, not how fast a disk takes twenty thousand commits.
    if (QFileInfo(u"/dev/shm"_s).isWritable())
        qputenv("TMPDIR", "/dev/shm");
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the vendor draws its pictures
    const QGuiApplication app(argc, argv);
    AlertStreamTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "AlertStreamTest.moc"
