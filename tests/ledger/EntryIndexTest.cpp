// The index of a period: it takes in only entries that are what the tree holds, and every filter gives what looking at each would give.
#include "ledger/EntryIndex.h"
#include "support/LogMaker.h"

#include <QRandomGenerator>
#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class EntryIndexTest : public QObject {
    Q_OBJECT

    EntryIndex m_index{500};

    static IndexedEntry made(QRandomGenerator& random, int n)
    {
        static constexpr std::array events{AuditEvent::QueryIntended, AuditEvent::QueryAnswered, AuditEvent::ReadKept,
                                           AuditEvent::SigninAccepted};
        static const QStringList texts{
            u"Grey van at the invented depot"_s, u"Courier seen at pier nine"_s, u"Depósito vacío, van gone"_s, {}};
        IndexedEntry entry;
        entry.at = Instant(std::chrono::seconds(n * 60 - (n == 700 ? 7200 : 0)));
        entry.event = events[random.bounded(int(events.size()))];
        entry.person = u"u-%1"_s.arg(random.bounded(5));
        entry.plate = random.bounded(3) == 0 ? QString() : u"ZZ%1"_s.arg(random.bounded(40));
        entry.caseNumber = u"C-%1"_s.arg(random.bounded(20));
        entry.outcome = random.bounded(2) == 0 ? u"closed"_s : QString();
        entry.reasonCode = random.bounded(2) == 0 ? u"smuggling"_s : u"financial"_s;
        entry.behalf = random.bounded(9) == 0 ? u"Somebody Invented"_s : QString();
        entry.reasonText = texts[random.bounded(int(texts.size()))];
        return entry;
    }

    static bool plainly(const IndexedEntry& entry, const EntryFilter& filter)
    {
        const auto same = [](const QString& asked, const QString& value) { return asked.isEmpty() || asked == value; };
        bool words = filter.words.isEmpty();
        if (!words) { // the tests ask for these alone
            const QString text = entry.reasonText.toLower().replace(u'ó', u'o');
            words = filter.words == u"van dep"_s ? text.contains(u"van"_s) && text.contains(u"dep"_s)
                                                 : text.contains(filter.words.toLower().replace(u'ó', u'o'));
        }
        return words && same(filter.person, entry.person) && same(filter.behalf, entry.behalf) &&
               same(filter.caseNumber, entry.caseNumber) && same(filter.plate, entry.plate) && same(filter.reasonCode, entry.reasonCode) &&
               same(filter.outcome, entry.outcome) && (!filter.event || *filter.event == entry.event) &&
               (!filter.from || entry.at >= *filter.from) && (!filter.to || entry.at < *filter.to) &&
               (!filter.queriesAlone || QByteArray(auditEventName(entry.event)).startsWith("query."));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QRandomGenerator random(3);
        for (int n = 0; n < 2000; ++n)
            m_index.put(made(random, n));
    }

    void everyFilterGivesWhatLookingAtEachWouldGive()
    {
        std::vector<EntryFilter> filters(12);
        filters[1].person = u"u-2"_s;
        filters[2].plate = u"ZZ7"_s;
        filters[3].caseNumber = u"C-3"_s;
        filters[3].person = u"u-1"_s;
        filters[4].words = u"van dep"_s;
        filters[5].words = u"DEPÓSITO"_s;
        filters[5].person = u"u-0"_s;
        filters[6].event = AuditEvent::ReadKept;
        filters[6].outcome = u"closed"_s;
        filters[7].from = Instant(std::chrono::minutes(600));
        filters[7].to = Instant(std::chrono::minutes(900));
        filters[8].to = Instant(std::chrono::minutes(690)); // the clock was set back behind it
        filters[9].queriesAlone = true;
        filters[9].reasonCode = u"financial"_s;
        filters[10].behalf = u"Somebody Invented"_s;
        filters[11].plate = u"NOSUCH"_s;
        for (const EntryFilter& filter : filters) {
            std::vector<std::uint64_t> expected;
            for (const IndexedEntry& entry : m_index.entries())
                if (plainly(entry, filter))
                    expected.insert(expected.begin(), entry.sequence);
            QCOMPARE(m_index.count(filter, 10'000), expected.size());
            std::vector<std::uint64_t> paged;
            std::optional<std::uint64_t> before;
            for (;;) {
                const auto page = m_index.page(filter, before, 37);
                for (const IndexedEntry* entry : page)
                    paged.push_back(entry->sequence);
                if (page.size() < 37)
                    break;
                before = page.back()->sequence;
            }
            QCOMPARE(paged, expected);
        }
    }

    void offersTheValuesThereAre()
    {
        QCOMPARE(m_index.persons(), (QStringList{u"u-0"_s, u"u-1"_s, u"u-2"_s, u"u-3"_s, u"u-4"_s}));
        QCOMPARE(m_index.outcomes(), QStringList{u"closed"_s});
    }

    void takesInOnlyWhatTheTreeHolds()
    {
        EntryContext context{
            .sequence = 0, .at = Instant(std::chrono::seconds(1)), .boot = 1, .workstation = u"desk-1"_s, .salt = QByteArray(32, 's')};
        AuditRecord record{.event = AuditEvent::ReviewItem, .outcome = u"question"_s};
        record.note = u"Why twice?"_s;
        const auto entry = encodeEntry(context, record);
        QVERIFY(entry);
        EntryIndex index(0);
        QCOMPARE(index.add(entry->publicBytes, entry->privateBytes, sha256("other")).error(), IndexFault::NotItsHash);
        QCOMPARE(index.add(entry->publicBytes, entry->privateBytes + ' ', entry->leaf).error(), IndexFault::NotCommitted);
        QVERIFY(index.add(entry->publicBytes, entry->privateBytes, entry->leaf));
        QCOMPARE(index.add(entry->publicBytes, entry->privateBytes, entry->leaf).error(), IndexFault::OutOfOrder);
        QCOMPARE(index.find(0)->note, u"Why twice?"_s);
    }
};

QTEST_GUILESS_MAIN(EntryIndexTest)
#include "EntryIndexTest.moc"
