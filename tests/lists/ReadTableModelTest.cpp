#include "lists/ReadTableModel.h"

#include "lists/QueryRunProbe.h"
#include "support/Paths.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace casebound;
using namespace std::chrono_literals;
using Qt::Literals::StringLiterals::operator""_s;
using Made = QueryRunProbe::MadeRead;

namespace {

constexpr std::int64_t day = 24LL * 3600 * 1'000'000;
const Instant now = Instant(std::chrono::sys_days(2026y / 11 / 20)) + 12h;

std::int64_t daysAgo(std::int64_t days)
{
    return now.time_since_epoch().count() - days * day;
}

ReadSet fewReads()
{
    ReadSet set;
    QueryRunProbe::add(set, {.capturedAt = daysAgo(0) - 90'000'000});
    QueryRunProbe::add(set,
                       {.plate = "C8X1234", .jurisdiction = "US-NM", .camera = "PM-CAM-002", .capturedAt = daysAgo(3), .exact = false});
    QueryRunProbe::add(set, {.plate = "CBX-1234",
                             .jurisdiction = "US-NM",
                             .camera = "PM-CAR-07",
                             .address = "",
                             .capturedAt = daysAgo(45),
                             .confidence = 0.999F,
                             .kind = CameraKind::Mobile});
    QueryRunProbe::add(set, {.jurisdiction = "",
                             .camera = "PM-CAM-003",
                             .address = "2 Quay St, Port Meridian",
                             .capturedAt = daysAgo(800),
                             .confidence = std::numeric_limits<float>::quiet_NaN(),
                             .kind = CameraKind::Unknown});
    QueryRunProbe::add(set, {.plate = "CBX1284", .jurisdiction = "US-TX", .capturedAt = daysAgo(120), .exact = false});
    return set;
}

/// An exact read 111 m from the school, one a kilometre away, one without a place; a near match at the school.
ReadSet readsAtPlaces()
{
    ReadSet set;
    QueryRunProbe::add(set, {.capturedAt = daysAgo(1), .at = GeoPoint{30.5, -41.5}});
    QueryRunProbe::add(set, {.capturedAt = daysAgo(2), .at = GeoPoint{30.49, -41.5}});
    QueryRunProbe::add(set, {.capturedAt = daysAgo(3)});
    QueryRunProbe::add(set, {.plate = "C8X1234", .capturedAt = daysAgo(4), .exact = false, .at = GeoPoint{30.501001, -41.5}});
    return set;
}

SensitivePlacesLayer twoPlaces()
{
    SensitivePlacesLayer layer{.metres = 300};
    layer.places = std::make_shared<const SensitivePlaces>(
        std::vector<SensitivePlace>{{.name = u"Harbour School"_s, .category = u"school"_s, .points = {{30.501, -41.5}}},
                                    {.name = {}, .category = u"court"_s, .points = {{30.502, -41.5}}}},
        SensitivePlaces::Source{.date = QDate(2026, 11, 1), .name = u"Made up"_s});
    return layer;
}

QJsonArray shown(const QAbstractItemModel& model)
{
    QJsonArray rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QJsonObject object;
        for (int column = 0; column < model.columnCount(); ++column)
            object.insert(model.headerData(column, Qt::Horizontal).toString(), model.index(row, column).data().toString());
        rows.append(object);
    }
    return rows;
}

QString anyText(const QAbstractItemModel& model)
{
    QString all;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            for (int role = 0; role < Qt::UserRole + 20; ++role)
                all += model.index(row, column).data(role).toString() + u'\n';
    return all;
}

} // namespace

class ReadTableModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_run = QueryRunProbe::make();
        m_exact = std::make_unique<ReadTableModel>(ReadTableModel::Group::Exact);
        m_near = std::make_unique<ReadTableModel>(ReadTableModel::Group::Near);
        for (ReadTableModel* model : {m_exact.get(), m_near.get()}) {
            m_testers.push_back(std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::QtTest));
            model->setTimeZone(QTimeZone::utc());
            model->setNow(now);
            model->setRun(m_run.get());
        }
    }

    void cleanup()
    {
        m_testers.clear();
        m_exact.reset();
        m_near.reset();
        m_run.reset();
    }

    void showsWhatTheGoldenFileSays_data()
    {
        QTest::addColumn<bool>("revealed");
        QTest::addColumn<QString>("file");
        QTest::newRow("nothing transcribed") << false << u"reads_hidden.json"_s;
        QTest::newRow("everything transcribed") << true << u"reads_revealed.json"_s;
    }

    void showsWhatTheGoldenFileSays()
    {
        QFETCH(bool, revealed);
        QFETCH(QString, file);
        for (ReadTableModel* model : {m_exact.get(), m_near.get()})
            model->setRevealed([revealed](const QueryRun&, std::size_t) { return revealed; });
        QueryRunProbe::append(*m_run, fewReads());
        QueryRunProbe::judge(*m_run, 0, Verdict::Confirmed);
        QueryRunProbe::keep(*m_run, 0);
        QueryRunProbe::judge(*m_run, 3, Verdict::Unreadable, u"glare over the plate"_s);
        const QJsonObject got{{u"reads"_s, shown(*m_exact)}, {u"near"_s, shown(*m_near)}};
        QFile golden(test::sourceFile(u"tests/lists/data/"_s) + file);
        QVERIFY(golden.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument(got).toJson(), QJsonDocument::fromJson(golden.readAll()).toJson());
    }

    void aReadNearASensitivePlaceSaysSoInItsNote()
    {
        QueryRunProbe::append(*m_run, readsAtPlaces());
        const auto note = [](const ReadTableModel& model, int row) {
            return model.index(row, ReadTableModel::NoteColumn).data().toString();
        };
        QCOMPARE(note(*m_exact, 0), QString()); // the office has no layer
        for (ReadTableModel* model : {m_exact.get(), m_near.get()})
            model->setPlaces(twoPlaces());
        QCOMPARE(note(*m_exact, 0), u"Sensitive place: Harbour School (school or college), 111 m; and 1 more"_s);
        QCOMPARE(note(*m_exact, 1), QString()); // too far
        QCOMPARE(note(*m_exact, 2), QString()); // nobody knows where
        QCOMPARE(note(*m_near, 0), u"Sensitive place: Harbour School (school or college), 1 m; and 1 more"_s);
        QCOMPARE(m_exact->index(0, 0).data(ReadTableModel::PlacesRole).toInt(), 2);
        QueryRunProbe::judge(*m_run, 0, Verdict::Unreadable, u"glare"_s);
        QCOMPARE(note(*m_exact, 0), u"Sensitive place: Harbour School (school or college), 111 m; and 1 more · glare"_s);
        // By note: those near a place first, those without one last.
        m_exact->sort(ReadTableModel::NoteColumn, Qt::AscendingOrder);
        QCOMPARE(m_exact->readAt(0), 0U);
    }

    void showsReadsNearPlacesAlone()
    {
        m_exact->setPlaces(twoPlaces());
        QueryRunProbe::append(*m_run, readsAtPlaces());
        QCOMPARE(m_exact->rowCount(), 3);
        QCOMPARE(m_exact->nearPlaces(), 1);
        m_exact->setNearPlacesOnly(true);
        QCOMPARE(m_exact->rowCount(), 1);
        QCOMPARE(m_exact->readAt(0), 0U);
        QCOMPARE(m_exact->total(), 3);
        QueryRunProbe::append(*m_run, readsAtPlaces()); // what comes later is measured, too
        QCOMPARE(m_exact->rowCount(), 2);
        QCOMPARE(m_exact->nearPlaces(), 2);
        m_exact->setNearPlacesOnly(false);
        QCOMPARE(m_exact->rowCount(), 6);
    }

    void givesNoRoleOfAMachineTextBeforeItIsTranscribed()
    {
        m_exact->setRevealed([](const QueryRun&, std::size_t) { return false; });
        QueryRunProbe::append(*m_run, fewReads());
        // Sorting must not give it away either: hidden plates have no order among themselves.
        m_near->sort(ReadTableModel::PlateColumn, Qt::DescendingOrder);
        QCOMPARE(m_near->readAt(0), 1U);
        for (const ReadTableModel* model : {m_exact.get(), m_near.get()}) {
            const QString text = anyText(*model);
            for (const char16_t* secret : {u"CBX1234", u"C8X1234", u"CBX-1234", u"CBX1284", u"US-NM", u"New Mexico"})
                QVERIFY2(!text.contains(QString::fromUtf16(secret)), qPrintable(QString::fromUtf16(secret)));
        }
        m_near->setRevealed([](const QueryRun&, std::size_t read) { return read == 1; });
        QVERIFY(anyText(*m_near).contains(u"C8X1234"_s));
        QVERIFY(!anyText(*m_near).contains(u"CBX1284"_s));
    }

    void keepsNearMatchesOutOfTheReads()
    {
        QueryRunProbe::append(*m_run, fewReads());
        QCOMPARE(m_exact->rowCount(), 3);
        QCOMPARE(m_near->rowCount(), 2);
        QCOMPARE(m_exact->rowOf(1), -1);
        QCOMPARE(m_near->rowOf(4), 1);
        QVERIFY(m_near->index(0, 0).data(ReadTableModel::NearRole).toBool());
        QVERIFY(!m_exact->index(0, 0).data(ReadTableModel::NearRole).toBool());
    }

    void growsAsPagesArriveAndEmptiesWhenTheyAreWithdrawn()
    {
        QueryRunProbe::append(*m_run, fewReads());
        QSignalSpy inserted(m_exact.get(), &QAbstractItemModel::rowsInserted);
        QueryRunProbe::append(*m_run, fewReads());
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(m_exact->rowCount(), 6);
        QueryRunProbe::clear(*m_run);
        QCOMPARE(m_exact->rowCount(), 0);
        QueryRunProbe::append(*m_run, fewReads());
        QCOMPARE(m_exact->rowCount(), 3);
        m_run.reset();
        QCOMPARE(m_exact->rowCount(), 0);
    }

    void sorts_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("time, newest first") << int(ReadTableModel::TimeColumn) << true << QList{0, 2, 3};
        QTest::newRow("time, oldest first") << int(ReadTableModel::TimeColumn) << false << QList{3, 2, 0};
        QTest::newRow("age, youngest first") << int(ReadTableModel::AgeColumn) << false << QList{0, 2, 3};
        QTest::newRow("hidden plates keep their order") << int(ReadTableModel::PlateColumn) << true << QList{0, 2, 3};
        QTest::newRow("verdict") << int(ReadTableModel::VerdictColumn) << true << QList{3, 0, 2};
        QTest::newRow("jurisdiction, by its words") << int(ReadTableModel::JurisdictionColumn) << false << QList{2, 0, 3};
        QTest::newRow("camera") << int(ReadTableModel::CameraColumn) << false << QList{0, 3, 2};
        QTest::newRow("place, not given last") << int(ReadTableModel::PlaceColumn) << false << QList{0, 3, 2};
        QTest::newRow("confidence, not given lowest") << int(ReadTableModel::ConfidenceColumn) << false << QList{3, 0, 2};
        QTest::newRow("note") << int(ReadTableModel::NoteColumn) << false << QList{3, 0, 2};
        QTest::newRow("order of arrival") << -1 << false << QList{0, 2, 3};
    }

    void sorts()
    {
        QFETCH(int, column);
        QFETCH(bool, descending);
        QFETCH(QList<int>, order);
        QueryRunProbe::append(*m_run, fewReads());
        QueryRunProbe::judge(*m_run, 0, Verdict::Confirmed);
        QueryRunProbe::judge(*m_run, 3, Verdict::Unreadable, u"glare"_s);
        m_exact->sort(ReadTableModel::TimeColumn, Qt::AscendingOrder);
        m_exact->sort(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        QList<int> got;
        for (int row = 0; row < m_exact->rowCount(); ++row)
            got.append(static_cast<int>(m_exact->readAt(row)));
        QCOMPARE(got, order);
    }

    void sortsByWhatIsShownOfAJurisdictionNotByWhatIsHidden()
    {
        ReadSet set;
        for (const char* state : {"US-NM", "US-NM", "US-NM", "US-TX"})
            QueryRunProbe::add(set, {.jurisdiction = state, .capturedAt = daysAgo(1)});
        QueryRunProbe::append(*m_run, std::move(set));
        m_exact->setRevealed([](const QueryRun&, std::size_t read) { return read == 1; });
        m_exact->sort(ReadTableModel::JurisdictionColumn, Qt::AscendingOrder);
        QStringList words;
        for (int row = 0; row < m_exact->rowCount(); ++row)
            words.append(m_exact->index(row, ReadTableModel::JurisdictionColumn).data().toString());
        QStringList sorted = words;
        sorted.sort(Qt::CaseInsensitive);
        QCOMPARE(words, sorted);
        QCOMPARE(m_exact->readAt(3), std::size_t{1}); // "New Mexico …" after "another …" and "as queried"
    }

    void keepsTheSelectedReadThroughASort()
    {
        QueryRunProbe::append(*m_run, fewReads());
        const QPersistentModelIndex chosen = m_exact->index(2, ReadTableModel::CameraColumn);
        m_exact->sort(ReadTableModel::TimeColumn, Qt::AscendingOrder);
        QCOMPARE(chosen.row(), 0);
        QCOMPARE(chosen.data(ReadTableModel::ReadRole).toInt(), 3);
    }

    void sortsAHundredThousandReadsOnAnotherThread()
    {
        QRandomGenerator random(20261120);
        ReadSet set;
        set.reserve(100'000, 8'000'000);
        for (int i = 0; i < 100'000; ++i)
            QueryRunProbe::add(set, {.camera = "PM-CAM-" + std::to_string(random.bounded(300)),
                                     .address = std::to_string(random.bounded(4000)) + " Harbor Rd, Port Meridian",
                                     .capturedAt = daysAgo(random.bounded(700))});
        m_testers.clear(); // checks every row at every change
        QueryRunProbe::append(*m_run, std::move(set));
        for (const int column :
             {int(ReadTableModel::TimeColumn), int(ReadTableModel::PlaceColumn), int(ReadTableModel::JurisdictionColumn)}) {
            const QSignalSpy sorted(m_exact.get(), &ReadTableModel::sorted);
            m_exact->sort(column, Qt::DescendingOrder);
            QVERIFY(m_exact->isSorting()); // the call came back before the order is made; tests/bench/lists measures the stall
            QTRY_COMPARE(sorted.size(), 1);
            QVERIFY(!m_exact->isSorting());
        }
        m_exact->sort(ReadTableModel::TimeColumn, Qt::AscendingOrder);
        QTRY_VERIFY(!m_exact->isSorting());
        for (int row = 1; row < m_exact->rowCount(); ++row)
            QVERIFY(m_run->reads().row(m_exact->readAt(row - 1)).capturedAt <= m_run->reads().row(m_exact->readAt(row)).capturedAt);
    }

    void dropsASortThatWasOvertaken()
    {
        ReadSet set;
        for (int i = 0; i < 30'000; ++i)
            QueryRunProbe::add(set, {.capturedAt = daysAgo(i % 97)});
        m_testers.clear();
        QueryRunProbe::append(*m_run, std::move(set));
        m_exact->sort(ReadTableModel::TimeColumn, Qt::DescendingOrder);
        m_exact->sort(ReadTableModel::TimeColumn, Qt::AscendingOrder);
        QueryRunProbe::append(*m_run, fewReads());
        QTRY_VERIFY(!m_exact->isSorting() && m_exact->readAt(0) == 30'003U); // the oldest of all came last
        QueryRunProbe::clear(*m_run);
        QCOMPARE(m_exact->rowCount(), 0);
    }

private:
    std::unique_ptr<QueryRun> m_run;
    std::unique_ptr<ReadTableModel> m_exact, m_near;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

QTEST_GUILESS_MAIN(ReadTableModelTest)
#include "ReadTableModelTest.moc"
