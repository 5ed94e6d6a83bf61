// How long the window stands still while a table of 100,000 reads is sorted, beside a plain sort of the same keys on the calling
// thread: what a table that sorts in place costs. Prints the list tests/bench/run.py collects; the figures are medians over rounds
// in which ours and the baseline alternate. And how long the window stands still while such a table is scrolled, or sorted by any
// column; the table is on the screen all the while.
#include "bench/BenchRow.h"
#include "lists/ReadTableModel.h"
#include "ui/search/ReadTableView.h"

#include "lists/QueryRunProbe.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <cstdlib>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

constexpr int readsInAll = 100'000, rounds = 9;
constexpr std::int64_t dayUs = 24LL * 3600 * 1'000'000;

struct Keys {
    std::vector<std::int64_t> times;
    std::vector<std::string> places;
};

[[nodiscard]] double milliseconds(const auto& work)
{
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

[[nodiscard]] ReadSet madeReads(Keys& keys)
{
    QRandomGenerator random(20261120);
    ReadSet set;
    set.reserve(readsInAll, 8'000'000);
    for (int i = 0; i < readsInAll; ++i) {
        const QueryRunProbe::MadeRead read{.camera = "PM-CAM-" + std::to_string(random.bounded(300)),
                                           .address = std::to_string(random.bounded(4000)) + " Harbor Rd, Port Meridian",
                                           .capturedAt = (20'000 + random.bounded(700)) * dayUs};
        keys.times.push_back(read.capturedAt);
        keys.places.push_back(read.address);
        QueryRunProbe::add(set, read);
    }
    return set;
}

/// The longest turn of the event loop from the call until the sorted order is on the screen.
[[nodiscard]] double longestTurn(ReadTableModel& model, int column, Qt::SortOrder order)
{
    bool shown = false;
    const auto connection = QObject::connect(&model, &ReadTableModel::sorted, &model, [&] { shown = true; });
    double longest = milliseconds([&] { model.sort(column, order); });
    while (!shown)
        longest = std::max(longest, milliseconds([] { QCoreApplication::processEvents(); }));
    longest = std::max(longest, milliseconds([] { QCoreApplication::processEvents(); })); // painted
    QObject::disconnect(connection);
    return longest;
}

template <class Key>
[[nodiscard]] double plainSort(const std::vector<Key>& keys, bool descending)
{
    std::vector<std::uint32_t> order(keys.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    return milliseconds([&] {
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return descending ? keys[b] < keys[a] : keys[a] < keys[b]; });
    });
}

/// The longest of many steps through the whole table, painted: by page, then by jumps of a dragged handle.
[[nodiscard]] double longestScroll(QAbstractItemView& view)
{
    double longest = 0;
    QScrollBar* bar = view.verticalScrollBar();
    const auto step = [&](int to) {
        longest = std::max(longest, milliseconds([&] {
                               bar->setValue(to);
                               QCoreApplication::processEvents();
                           }));
    };
    for (int page = 0; page < 100; ++page)
        step(bar->value() + bar->pageStep());
    for (int jump = 0; jump < 100; ++jump)
        step(bar->maximum() / 100 * ((jump * 37) % 100));
    return longest;
}

[[nodiscard]] QJsonObject budget(const QString& name, double value, double most)
{
    return bench::budgetRow(u"lists"_s, name, u"ms"_s, value, most);
}

[[nodiscard]] QJsonObject row(const QString& name, double value, double baseline)
{
    // shown only: no figure of an idle machine is known yet
    return bench::benchRow(u"lists"_s, name, u"ms"_s, value, u"std::sort of the same keys on the calling thread"_s, baseline,
                           QJsonValue::Null);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const auto run = QueryRunProbe::make();
    ReadTableModel model(ReadTableModel::Group::Exact);
    model.setRun(run.get());
    Keys keys;
    QueryRunProbe::append(*run, madeReads(keys));
    if (model.rowCount() != readsInAll) {
        qCritical("bench_lists: reads are missing");
        return EXIT_FAILURE;
    }

    ReadTableView view(model, u"Reads"_s);
    view.resize(1400, 900);
    view.show();
    while (model.isSorting())
        QCoreApplication::processEvents();
    std::vector<double> scrolls;
    for (int round = 0; round < 3; ++round)
        scrolls.push_back(longestScroll(view));
    double worst = 0;
    for (int column = 0; column < ReadTableModel::ColumnCount; ++column) {
        std::vector<double> turns;
        for (int round = 0; round < 5; ++round)
            turns.push_back(longestTurn(model, column, round % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder));
        worst = std::max(worst, bench::median(turns));
    }
    constexpr double stall = 50;
    std::vector<double> times, plainTimes, places, plainPlaces;
    for (int round = 0; round < rounds; ++round) {
        const bool descending = round % 2 == 0;
        const Qt::SortOrder order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
        times.push_back(longestTurn(model, ReadTableModel::TimeColumn, order));
        plainTimes.push_back(plainSort(keys.times, descending));
        places.push_back(longestTurn(model, ReadTableModel::PlaceColumn, order));
        plainPlaces.push_back(plainSort(keys.places, descending));
    }
    const QJsonArray rows{budget(u"longest stall, 100,000 reads scrolled"_s, bench::median(scrolls), stall),
                          budget(u"longest stall, 100,000 reads sorted by the slowest column"_s, worst, stall),
                          row(u"longest stall, 100,000 reads sorted by time"_s, bench::median(times), bench::median(plainTimes)),
                          row(u"longest stall, 100,000 reads sorted by place"_s, bench::median(places), bench::median(plainPlaces))};
    QTextStream(stdout) << QJsonDocument(rows).toJson();
    return EXIT_SUCCESS;
}
