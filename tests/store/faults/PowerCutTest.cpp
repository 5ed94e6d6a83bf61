// 4,500 power cuts: whatever the disk did with what was not synced, every acknowledged entry is there.
#include "PowerCut.h"
#include "FaultFixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace casebound;
using namespace casebound::test;

namespace {

constexpr int recordings = 15, cutsEach = 300;

/// A log's life, as the disk saw it.
struct Recording {
    WriteRecord record;
    std::vector<Hash> leaves;
};

class Life {
public:
    Life(const Office& office, quint32 seed, bool large)
        : m_random(seed),
          m_large(large),
          m_outer(memoryFolder()),
          m_config(office.config(m_outer.path()))
    {
    }

    void run(Recording& into)
    {
        watchDisk(&into.record, QFile::encodeName(m_outer.path()));
        into.record.after({.kind = DiskCall::MakeFolder, .path = "witness"}); // the office has it already
        into.record.after({.kind = DiskCall::SyncFolder, .path = ""});
        QDir(m_outer.path()).mkdir(u"witness"_s);
        open(into);
        const int queries = m_large ? 70 : 20 + m_random.bounded(20);
        for (int i = 0; i < queries; ++i) {
            m_clock.at += std::chrono::milliseconds(m_random.bounded(5000));
            const QString id = u"q%1"_s.arg(i);
            append(into, intended(id));
            if (m_random.bounded(8) != 0)
                append(into, answered(id, resultSize()));
            if (m_random.bounded(12) == 0) {
                m_log.reset();
                open(into);
            }
            if (m_random.bounded(15) == 0 && m_log->writeWitness())
                into.record.acknowledge(m_log->head().size);
        }
        const auto size = m_log->head().size;
        into.leaves = m_log->leafHashes(0, size);
        m_log.reset();
        watchDisk(nullptr);
    }

private:
    qsizetype resultSize()
    {
        if (m_large)
            return 60'000; // in the database: the WAL reaches its checkpoint
        return m_random.bounded(10) == 0 ? 80'000 : 400;
    }
    void open(Recording& into)
    {
        QString where;
        auto opened = AuditLog::open(m_config, keyOf('k'), m_clock, &where);
        if (!opened)
            qFatal("%s", qPrintable(where));
        m_log = std::move(*opened);
        into.record.acknowledge(m_log->head().size);
    }
    void append(Recording& into, const AuditRecord& record)
    {
        if (!m_log->append(record))
            qFatal("an append failed");
        into.record.acknowledge(m_log->head().size);
    }

    QRandomGenerator m_random;
    bool m_large;
    QTemporaryDir m_outer;
    AuditLog::Config m_config;
    HandClock m_clock;
    std::unique_ptr<AuditLog> m_log;
};

struct Verdict {
    bool whole = false;
    QString said;
};

Verdict examine(const Office& office, const QString& outer, const WriteRecord::Left& left, const std::vector<Hash>& leaves, bool full)
{
    HandClock clock;
    clock.at += 10h;
    QString where;
    const AuditLog::Config config = office.config(outer);
    if (full && left.items.contains("log")) {
        // What an honest disk leaves is no fault even before the next start looks at it.
        const VerifyReport before = fullCheck(config.folder, office.signing);
        if (before.verdict() == VerifyVerdict::FaultFound)
            return {.said = u"check before the opening: "_s + QString::fromUtf8(before.text())};
    }
    {
        const auto log = AuditLog::open(config, keyOf('k'), clock, &where);
        if (!log)
            return {.said = where};
        if ((*log)->head().size <= left.acknowledged) // its own log.opened comes on top
            return {.said = u"SILENT: %1 entries of %2"_s.arg((*log)->head().size).arg(left.acknowledged)};
        const auto there = (*log)->leafHashes(0, left.acknowledged);
        if (!std::ranges::equal(there, std::span(leaves).first(left.acknowledged)))
            return {.said = u"SILENT: other entries"_s};
    }
    if (!where.isEmpty())
        return {.said = u"opens, and says "_s + where};
    if (!full)
        return {.whole = true, .said = {}};
    const VerifyReport report = fullCheck(config.folder, office.signing);
    if (report.verdict() == VerifyVerdict::InOrder)
        return {.whole = true, .said = {}};
    return {.said = u"full check: "_s + QString::fromUtf8(report.text())};
}

} // namespace

class PowerCutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noAcknowledgedEntryIsLost()
    {
        const Office office;
        QElapsedTimer timer;
        timer.start();
        int cuts[cutStyles] = {}, reported[cutStyles] = {}, checked = 0;
        std::size_t steps = 0;
        for (int life = 0; life < recordings; ++life) {
            Recording recording;
            Life(office, static_cast<quint32>(1000 + life), life % 5 == 4).run(recording);
            steps += recording.record.steps();
            QRandomGenerator random(static_cast<quint32>(life));
            for (int i = 0; i < cutsEach; ++i) {
                const auto style = static_cast<CutStyle>(i % cutStyles);
                const std::size_t at = random.bounded(static_cast<quint32>(recording.record.steps()) + 1);
                const QTemporaryDir outer(memoryFolder());
                const auto left = recording.record.cut(at, style, random);
                materialise(left, outer.path());
                const bool lying = style == CutStyle::LyingDatabase, full = lying || i % 5 == 0;
                const Verdict verdict = examine(office, outer.path(), left, recording.leaves, full);
                const QString place = u"life %1, cut %2 after step %3, %4: %5"_s.arg(life).arg(i).arg(at).arg(
                    QString::fromLatin1(cutStyleName(style)), verdict.said);
                // A disk that lies may cost entries, but not silently. Any other disk costs none.
                QVERIFY2(verdict.whole || (lying && !verdict.said.startsWith(u"SILENT")), qPrintable(place));
                ++cuts[i % cutStyles];
                reported[i % cutStyles] += !verdict.whole;
                checked += full;
            }
        }
        QByteArray line;
        int all = 0;
        for (int i = 0; i < cutStyles; ++i) {
            line += QByteArray(i == 0 ? "" : "; ") + cutStyleName(static_cast<CutStyle>(i)) + ' ' + QByteArray::number(cuts[i]);
            if (reported[i] > 0)
                line += " (" + QByteArray::number(reported[i]) + " of them reported as damage)";
            all += cuts[i];
        }
        qInfo("%d power cuts in %d lives of %zu steps, %d of them checked in full, %.1f s: %s. No acknowledged entry lost.", all,
              recordings, steps, checked, static_cast<double>(timer.elapsed()) / 1000, line.constData());
        QCOMPARE(all, 4500);
        QVERIFY(reported[static_cast<int>(CutStyle::LyingDatabase)] > 0); // or the simulation would not bite
    }
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "PowerCutTest.moc"
