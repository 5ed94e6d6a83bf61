// A review's work: indicators over a quarter beside plainly reading the same entries, the sample, and the first page of each filter at
// 100,000 and at 1,000,000 entries. Prints the list tests/bench/run.py collects, and on the error output what the indicators found of the
// misuse planted in a made-up quarter of 200,000 entries.
#include "bench/BenchRow.h"
#include "ledger/AuditEntry.h"
#include "ledger/EntryIndex.h"
#include "ledger/ReviewSample.h"
#include "support/ActMaker.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <numeric>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t pageRows = 100;

[[nodiscard]] double milliseconds(const auto& work)
{
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

[[nodiscard]] QJsonObject row(const QString& name, double value, const QString& baselineName, double baseline, double target)
{
    return bench::benchRow(u"review"_s, name, u"ms"_s, value, baselineName, baseline, target);
}

[[nodiscard]] std::vector<IndicatorHit> scanned(const MadeQuarter& quarter)
{
    IndicatorScan scan(quarter.facts);
    for (const LoggedAct& act : quarter.acts)
        scan.add(act);
    return scan.finish();
}

void printTable(const MadeQuarter& quarter, const std::vector<IndicatorHit>& hits)
{
    QTextStream out(stderr);
    out << quarter.ordinary << " ordinary entries, misuse planted among them\n\n"
        << "| indicator | planted | found | innocent neighbours | of them flagged | ordinary entries flagged "
           "|\n|---|---|---|---|---|---|\n";
    for (const auto& [indicator, score] : scoreOf(quarter, hits))
        out << "| " << indicatorCode(indicator) << " | " << score.planted << " | " << score.found << " | " << score.innocent << " | "
            << score.innocentFlagged << " | " << score.falseFlags << " |\n";
    const std::size_t flagged = flaggedOrdinary(quarter, hits);
    out << "\nordinary entries flagged by anything: " << flagged << " ("
        << QString::number(100.0 * static_cast<double>(flagged) / static_cast<double>(quarter.ordinary), 'f', 2) << " %)\n";
}

/// The entries as the log holds them.
[[nodiscard]] std::vector<EncodedEntry> encoded(const MadeQuarter& quarter)
{
    std::vector<EncodedEntry> entries;
    for (const LoggedAct& act : quarter.acts) {
        AuditRecord record{.event = act.kind == ActKind::QuerySent ? AuditEvent::QueryIntended : AuditEvent::ResultsViewed};
        record.queryId = act.queryId;
        record.plate = act.plate;
        record.caseNumber = act.caseNumber;
        record.reasonText = act.reasonText;
        record.onBehalfOf = act.onBehalfOf;
        record.matter = act.matter;
        record.from = act.from;
        const EntryContext context{.sequence = act.sequence,
                                   .at = act.at,
                                   .boot = 1,
                                   .actor = QByteArray(32, 'a'),
                                   .role = Role::Agent,
                                   .session = act.session,
                                   .workstation = u"desk-1"_s,
                                   .salt = QByteArray(32, 's'),
                                   .userId = act.user,
                                   .certificateSha256 = QByteArray(32, 'c')};
        if (auto entry = encodeEntry(context, record))
            entries.push_back(*std::move(entry));
    }
    return entries;
}

void fill(EntryIndex& index, const MadeQuarter& quarter, std::size_t size)
{
    for (std::size_t n = 0; n < size; ++n) {
        const LoggedAct& act = quarter.acts[n % quarter.acts.size()];
        IndexedEntry entry;
        entry.at = Instant(std::chrono::seconds(n * 40));
        entry.event = act.kind == ActKind::QuerySent ? AuditEvent::QueryIntended : AuditEvent::ResultsViewed;
        entry.person = act.user;
        entry.plate = act.plate;
        entry.caseNumber = act.caseNumber;
        entry.reasonText = act.reasonText;
        entry.behalf = act.onBehalfOf;
        entry.reasonCode = n % 3 == 0 ? u"smuggling"_s : u"financial"_s;
        entry.outcome = n % 50 == 0 ? u"malformed"_s : QString();
        index.put(std::move(entry));
    }
}

/// One member each.
[[nodiscard]] std::vector<EntryFilter> filters(const MadeQuarter& quarter, std::size_t size)
{
    const LoggedAct& some = *std::ranges::find(quarter.acts, ActKind::QuerySent, &LoggedAct::kind);
    std::vector<EntryFilter> list(10);
    list[1].person = some.user;
    list[2].plate = some.plate;
    list[3].caseNumber = some.caseNumber;
    list[4].reasonCode = u"smuggling"_s;
    list[5].outcome = u"malformed"_s;
    list[6].behalf = u"Somebody Invented 3"_s;
    list[7].words = u"consignee"_s;
    list[8].words = u"ca"_s;
    list[9].from = Instant(std::chrono::seconds(size * 10));
    list[9].to = Instant(std::chrono::seconds(size * 20));
    return list;
}

/// Several members, which few or no entries have together: the shortest list is walked to its end.
[[nodiscard]] std::vector<EntryFilter> combined(const MadeQuarter& quarter)
{
    const LoggedAct& some = *std::ranges::find(quarter.acts, ActKind::QuerySent, &LoggedAct::kind);
    std::vector<EntryFilter> list(2);
    list[0].person = some.user;
    list[0].outcome = u"malformed"_s;
    list[0].words = u"pier"_s;
    list[1].reasonCode = u"smuggling"_s;
    list[1].words = u"consignee crate"_s;
    list[1].queriesAlone = true;
    return list;
}

/// The slowest filter's first page; each is asked for several times.
[[nodiscard]] double slowestPage(const EntryIndex& index, const std::vector<EntryFilter>& list)
{
    double slowest = 0;
    for (const EntryFilter& filter : list) {
        std::vector<double> times;
        for (int round = 0; round < 101; ++round)
            times.push_back(milliseconds([&] { (void)index.page(filter, std::nullopt, pageRows); }));
        slowest = std::max(slowest, bench::median(times));
    }
    return slowest;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const MadeQuarter large = makeQuarter(200'000, 20261120);
    printTable(large, scanned(large));

    const MadeQuarter quarter = makeQuarter(100'000, 20261121);
    const std::vector<EncodedEntry> entries = encoded(quarter);
    std::vector<double> scans, reads;
    for (int round = 0; round < 5; ++round) {
        scans.push_back(milliseconds([&] { (void)scanned(quarter); }));
        reads.push_back(milliseconds([&] {
            for (const EncodedEntry& entry : entries)
                if (!parsePublicPart(entry.publicBytes) || !parsePrivatePart(entry.privateBytes))
                    qFatal("an entry could not be read");
        }));
    }

    std::vector<std::uint64_t> candidates(100'000);
    std::iota(candidates.begin(), candidates.end(), 0U);
    std::vector<double> draws;
    for (int round = 0; round < 5; ++round)
        draws.push_back(milliseconds([&] { (void)drawSample(sha256("a root"), {}, candidates, 200); }));

    EntryIndex small(0), whole(0);
    fill(small, quarter, 100'000);
    fill(whole, quarter, 1'000'000);
    const double atSmall = slowestPage(small, filters(quarter, 100'000)), atWhole = slowestPage(whole, filters(quarter, 1'000'000));
    const double together = std::max(atWhole, slowestPage(whole, combined(quarter)));

    const QJsonArray rows{
        row(u"all indicators, a quarter of %1 entries"_s.arg(entries.size()), bench::median(scans), u"reading the same entries"_s,
            bench::median(reads), 3),
        row(u"sample of 200 from 100,000"_s, bench::median(draws), u"a second"_s, 1000, 1),
        row(u"slowest first page of any filter, 1,000,000 entries"_s, together, u"50 ms"_s, 50, 1),
        row(u"slowest first page of a filter of one member, 1,000,000 entries"_s, atWhole, u"the same at 100,000"_s, atSmall, 1.3)};
    QTextStream(stdout) << QJsonDocument(rows).toJson();
    return EXIT_SUCCESS;
}
