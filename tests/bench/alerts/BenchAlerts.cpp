// From the vendor's socket to the screen: a hit through the stream, the log and the store, beside a bare libcurl reader of the same stream
// in the same run; and how long the page of a full list takes to open. Prints the list tests/bench/run.py collects.
#include "bench/BenchRow.h"
#include "integration/AlertVendor.h"
#include "service/AlertDesk.h"
#include "ui/WindowDesk.h"
#include "ui/alerts/AlertsPage.h"

#include <QGuiApplication>
#include <QTableView>
#include <QTextStream>

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

using namespace casebound;

namespace {

using Moment = std::chrono::steady_clock::time_point;
constexpr int hits = 400;
constexpr int fullList = 2'500;
constexpr double pageAllowed = 150; ///< Milliseconds.

[[noreturn]] void fail(const char* why)
{
    qFatal("bench_alerts: %s", why);
}

[[nodiscard]] double quantile(std::vector<double> values, double of)
{
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * of))];
}

[[nodiscard]] QJsonObject row(const QString& name, double value, const QString& baselineName, double baseline, const QJsonValue& target)
{
    return bench::benchRow(u"alerts"_s, name, u"ms"_s, value, baselineName, baseline, target);
}

/// The same stream, read by libcurl alone: when the blank line behind a hit has come.
class BareReader {
public:
    BareReader(const QString& folder, quint16 port)
    {
        m_thread = std::thread([this, folder, port] {
            CURL* easy = curl_easy_init();
            const QByteArray url = "https://127.0.0.1:" + QByteArray::number(port) + "/v1/alerts/stream";
            const auto file = [&](const char* name) { return (folder + u'/' + QString::fromLatin1(name)).toUtf8(); };
            const QByteArray certificate = file("agent.pem"), key = file("agent.key"), authority = file("ca.pem");
            curl_easy_setopt(easy, CURLOPT_URL, url.constData());
            curl_easy_setopt(easy, CURLOPT_SSLCERT, certificate.constData());
            curl_easy_setopt(easy, CURLOPT_SSLKEY, key.constData());
            curl_easy_setopt(easy, CURLOPT_CAINFO, authority.constData());
            curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
            curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &BareReader::take);
            curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
            curl_easy_setopt(easy, CURLOPT_XFERINFODATA, this);
            curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &BareReader::goesOn);
            (void)curl_easy_perform(easy);
            curl_easy_cleanup(easy);
        });
    }
    ~BareReader()
    {
        m_stop = true;
        m_thread.join();
    }
    BareReader(const BareReader&) = delete;
    BareReader& operator=(const BareReader&) = delete;
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] std::map<std::string, Moment> seen()
    {
        const std::scoped_lock lock(m_mutex);
        return m_seen;
    }

private:
    static std::size_t take(char* bytes, std::size_t size, std::size_t count, void* self)
    {
        auto& reader = *static_cast<BareReader*>(self);
        reader.m_open = true;
        reader.m_text.append(bytes, size * count);
        for (std::size_t end = reader.m_text.find("\n\n"); end != std::string::npos; end = reader.m_text.find("\n\n")) {
            const Moment now = std::chrono::steady_clock::now();
            if (const std::size_t at = reader.m_text.find("id: "); at < end) {
                const std::scoped_lock lock(reader.m_mutex);
                reader.m_seen.emplace(reader.m_text.substr(at + 4, reader.m_text.find('\n', at) - at - 4), now);
            }
            reader.m_text.erase(0, end + 2);
        }
        return size * count;
    }
    static int goesOn(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) { return static_cast<BareReader*>(self)->m_stop ? 1 : 0; }

    std::thread m_thread;
    std::atomic<bool> m_stop = false, m_open = false;
    std::mutex m_mutex;
    std::map<std::string, Moment> m_seen;
    std::string m_text;
};

void measureHits(QJsonArray& out)
{
    AlertDesk desk;
    AlertVendor vendor(desk.desk.clock.now(), true);
    const auto client = vendor.client(u"agent"_s, desk.desk.clock, {});
    desk.otherVendor = [&] { return client->alertClient(); };
    desk.sit(u"u-agent"_s);
    const auto entry = desk.service->add(desk.draft(u"PMX4810"_s));
    if (!entry ||
        !QTest::qWaitFor([&] { return desk.service->find(entry->id)->confirmed && desk.service->link() == StreamLink::Live; }, 20'000))
        fail("the stream does not open");
    BareReader bare(vendor.folder(), vendor.port());
    if (!QTest::qWaitFor([&] { return bare.isOpen(); }, 20'000))
        fail("the bare reader gets nothing");
    std::map<std::string, Moment> shown;
    QObject::connect(desk.service.get(), &AlertService::hitArrived, desk.service.get(),
                     [&](const AlertHitRow& hit) { shown.emplace(hit.hitId.toStdString(), std::chrono::steady_clock::now()); });
    vendor.emitHits(entry->id.text(), 1); // the pictures are drawn once
    if (!QTest::qWaitFor([&] { return shown.size() == 1; }, 60'000))
        fail("no hit came");
    std::vector<Moment> sent;
    for (int n = 0; n < hits; ++n) {
        sent.push_back(std::chrono::steady_clock::now());
        vendor.emitHits(entry->id.text(), 1);
        const std::size_t wanted = shown.size() + 1;
        if (!QTest::qWaitFor([&] { return shown.size() >= wanted; }, 60'000))
            fail("a hit was lost");
    }
    if (!QTest::qWaitFor([&] { return bare.seen().size() >= hits + 1U; }, 60'000))
        fail("the bare reader lost a hit");
    std::vector<double> ours, theirs;
    const auto read = bare.seen();
    auto at = std::next(shown.begin());
    for (int n = 0; n < hits; ++n, ++at) {
        const auto since = [&](Moment then) {
            return std::chrono::duration<double, std::milli>(then - sent[static_cast<std::size_t>(n)]).count();
        };
        ours.push_back(since(at->second));
        theirs.push_back(since(read.at(at->first)));
    }
    out.append(row(u"a hit, from the vendor to the list, logged and stored: p50"_s, quantile(ours, 0.5), u"bare libcurl reader, neither"_s,
                   quantile(theirs, 0.5), QJsonValue::Null));
    out.append(row(u"a hit, from the vendor to the list, logged and stored: p99"_s, quantile(ours, 0.99), u"bare libcurl reader, neither"_s,
                   quantile(theirs, 0.99), QJsonValue::Null));
}

void measurePage(QJsonArray& out)
{
    WindowDesk desk;
    desk.office.vendor->alerts = std::make_shared<FakeAlerts>();
    {
        auto database =
            Database::open(desk.office.folder.filePath(u"cases.db"_s), SecureBytes::copyOf(QByteArray(32, 'd')), Database::caseSchema());
        if (!database)
            fail("no database");
        const Instant now = desk.office.clock.now();
        if (!CaseTable(**database).insert({.number = CaseNumber(CaseText), .title = {}, .openedBy = UserId(u"u-agent"_s), .openedAt = now}))
            fail("no case");
        AlertTable table(**database);
        for (int n = 0; n < fullList; ++n) {
            AlertEntry entry{.id = AlertId::create(now),
                             .owner = UserId(u"u-agent"_s),
                             .plate = *Plate::fromTyped(u"L%1"_s.arg(n, 5, 10, QLatin1Char('0'))),
                             .jurisdiction = JurisdictionKey(u"US-TX"_s),
                             .caseNumber = CaseNumber(CaseText),
                             .matter = Matter::Administrative,
                             .offence = {},
                             .reasonCode = ReasonCode(u"fugitive_alien"_s),
                             .purpose = PurposeId(u"locate_person"_s),
                             .reasonText = ReasonText,
                             .addedAt = now - std::chrono::days(n % 300),
                             .validatedAt = now - std::chrono::days(n % 300),
                             .expiresAt = now + std::chrono::days(65),
                             .note = {},
                             .confirmed = true,
                             .atVendor = true};
            if (!table.insert(entry))
                fail("no entry");
            desk.office.vendor->alerts->held.insert(entry.id.text(), FakeAlerts::asHeld(entry));
        }
    }
    MainWindow* window = desk.open();
    const auto settle = [] {
        for (int n = 0; n < 30; ++n)
            QCoreApplication::processEvents();
    };
    QTest::qWait(300); // the vendor's list is held against it
    settle();
    std::vector<double> opened;
    for (int n = 0; n < 15; ++n) {
        window->showPage(PageId::Search);
        settle();
        const Moment from = std::chrono::steady_clock::now();
        window->showPage(PageId::Alerts);
        window->repaint();
        settle();
        opened.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
    }
    if (window->findChild<QTableView*>(u"alertList"_s)->model()->rowCount() != fullList)
        fail("the list is not whole");
    out.append(row(u"the Alerts page of 2,500 entries opens"_s, quantile(opened, 0.5), u"allowed"_s, pageAllowed, 1));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QJsonArray rows;
    measureHits(rows);
    measurePage(rows);
    QTextStream(stdout) << QJsonDocument(rows).toJson();
    return 0;
}
