#include "net/QueryAssembly.h"

#include "ReadJsonSamples.h"

#include <QTest>

#include <cmath>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

class QueryAssemblyTest final : public QObject {
    Q_OBJECT
    const QueryTerms m_terms = sampleTerms();
    const Instant m_now = m_terms.to + std::chrono::hours(8);

    [[nodiscard]] QueryAssembly assembly(std::size_t limit = 1000) const
    {
        return QueryAssembly(m_terms, *VendorOrigin::create(QUrl(u"https://vendor.example:8443"_s)), limit);
    }
    /// One page with one read, changed.
    [[nodiscard]] std::expected<QueryPage, VendorFailure> one(const QByteArray& from, const QByteArray& to) const
    {
        const QByteArray read = sampleRead(1);
        if (!read.contains(from))
            qFatal("the sample has no %s", from.constData());
        return assembly().first(firstPage(m_terms, QByteArray(read).replace(read.indexOf(from), from.size(), to), 1).toStdString(), m_now);
    }

private Q_SLOTS:
    void readsEveryMember()
    {
        QueryAssembly query = assembly();
        const auto page = query.first(firstPage(m_terms, sampleRead(1), 1).toStdString(), m_now);
        QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
        QVERIFY(!page->next);
        QCOMPARE(page->total, 1);
        QCOMPARE(page->reads.size(), 1U);
        const ReadSet& set = page->reads;
        const ReadRow& row = set.row(0);
        QCOMPARE(set.string(row.readId), u"read-000000000000000000000001"_s);
        QCOMPARE(set.string(row.plate), u"TEST 123"_s);
        QCOMPARE(QByteArray(row.normalised.data(), 8), QByteArray("TEST123\0", 8));
        QVERIFY(row.exact);
        QCOMPARE(set.string(row.jurisdiction), u"US-TX"_s);
        QVERIFY(row.knownJurisdiction);
        QCOMPARE(row.plateConfidence, 0.911F);
        QCOMPARE(row.jurisdictionConfidence, 0.88F);
        QCOMPARE(toRfc3339(Instant(std::chrono::microseconds(row.capturedAt))), u"2026-03-02T01:01:07.250000Z"_s);
        QCOMPARE(toRfc3339(Instant(std::chrono::microseconds(row.receivedAt))), u"2026-05-01T10:00:00.000000Z"_s);
        QVERIFY(row.hasLocation);
        QCOMPARE(row.latitude, 30.21);
        QCOMPARE(row.longitude, -97.71);
        QCOMPARE(row.accuracyM, 8.5F);
        QCOMPARE(set.string(row.address), u"1 Made-up Street, Port Meridian"_s);
        QCOMPARE(set.string(row.cameraId), u"cam-1"_s);
        QCOMPARE(row.camera, CameraKind::Fixed);
        QCOMPARE(set.string(row.contributor), u"Port Meridian Parking"_s);
        QCOMPARE(set.string(row.make), u"Madeup"_s);
        QCOMPARE(set.string(row.model), u"Example"_s);
        QCOMPARE(set.string(row.color), u"blue"_s);
        QCOMPARE(set.string(row.body), u"sedan"_s);
        QCOMPARE(row.imageCount, 2);
        const ImageRow& image = set.image(row, 0);
        QCOMPARE(set.string(image.path), u"/v1/images/p1.jpg"_s);
        QCOMPARE(image.kind, ImageKind::Plate);
        QCOMPARE(image.type, ImageType::Jpeg);
        QCOMPARE(image.bytes, 20480U);
        QVERIFY(image.hasSha256);
        QCOMPARE(image.sha256[0], 0xAA);
        QCOMPARE(image.sha256[31], 0xA1);
        QCOMPARE(set.image(row, 1).kind, ImageKind::Vehicle);
        QCOMPARE(row.candidateCount, 2);
        QCOMPARE(set.string(set.candidate(row, 1).plate), u"TESTI23"_s);
        QCOMPARE(set.candidate(row, 1).confidence, 0.04F);
        const QueryReceipt& receipt = query.receipt();
        QCOMPARE(receipt.receipt, u"R-1"_s);
        QCOMPARE(toRfc3339(receipt.receivedAt), u"2026-07-01T08:00:00.500000Z"_s);
        QCOMPARE(receipt.total, 1);
        QCOMPARE(receipt.duplicates, 0);
    }

    void takesNullForAbsent()
    {
        const QByteArray read =
            R"({"read_id":"r","plate":"ÄÖ","plate_confidence":null,"jurisdiction":null,"jurisdiction_confidence":null,"candidates":null,)"
            R"("captured_at":"2026-03-02T01:00:00Z","received_at":null,"location":null,)"
            R"("camera":{"camera_id":"c","kind":null,"contributor":null},"vehicle":{"make":null},"images":[]})";
        const auto page = assembly().first(firstPage(m_terms, read, 1).toStdString(), m_now);
        QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
        const ReadRow& row = page->reads.row(0);
        QVERIFY(std::isnan(row.plateConfidence));
        QVERIFY(std::isnan(row.jurisdictionConfidence));
        QCOMPARE(row.receivedAt, INT64_MIN);
        QVERIFY(!row.hasLocation);
        QVERIFY(!row.exact);
        QVERIFY(row.jurisdiction.isEmpty());
        QVERIFY(row.make.isEmpty());
        QCOMPARE(row.imageCount, 0);
    }

    void keepsRepeatedTextOnce()
    {
        const auto page = assembly().first(firstPage(m_terms, sampleReads(0, 600), 600).toStdString(), m_now);
        QVERIFY(page.has_value());
        QCOMPARE(page->reads.row(1).cameraId.at, page->reads.row(301).cameraId.at);
        QCOMPARE(page->reads.row(1).make.at, page->reads.row(2).make.at);
        QCOMPARE_NE(page->reads.row(1).cameraId.at, page->reads.row(2).cameraId.at);
        QVERIFY(!page->reads.row(49).exact); // TEST-I23: a near match, I is never taken for 1
    }

    void refusesABadRead_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<VendorFault>("fault");
        const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, VendorFault fault = VendorFault::Malformed) {
            QTest::newRow(name) << from << to << fault;
        };
        row("no read_id", "\"read_id\"", "\"read\"");
        row("empty read_id", "\"read-000000000000000000000001\"", "\"\"");
        row("read_id of 129", "\"read-000000000000000000000001\"", '"' + QByteArray("\xC3\xA4").repeated(129) + '"');
        row("number read_id", "\"read-000000000000000000000001\"", "1");
        row("no plate", "\"plate\":\"TEST 123\",", "");
        row("empty plate", "\"TEST 123\"", "\"\"");
        row("lone surrogate in plate", "\"TEST 123\"", "\"\\ud800\"");
        row("confidence over 1", "\"plate_confidence\":0.911", "\"plate_confidence\":1.5");
        row("negative confidence", "\"plate_confidence\":0.911", "\"plate_confidence\":-0.1");
        row("text confidence", "\"plate_confidence\":0.911", "\"plate_confidence\":\"high\"");
        row("number jurisdiction", "\"US-TX\"", "48");
        row("no captured_at", "\"captured_at\"", "\"seen_at\"");
        row("null captured_at", "\"2026-03-02T01:01:07.25Z\"", "null");
        row("captured_at without zone", "01:01:07.25Z", "01:01:07.25");
        row("bad received_at", "2026-05-01T10:00:00Z", "yesterday");
        row("latitude over 90", "\"lat\":30.21", "\"lat\":90.01");
        row("longitude over 180", "\"lon\":-97.71", "\"lon\":-180.5");
        row("no latitude", "\"lat\":30.21,", "");
        row("negative accuracy", "\"accuracy_m\":8.5", "\"accuracy_m\":-1");
        row("number address", "\"1 Made-up Street, Port Meridian\"", "1");
        row("no camera", "\"camera\":", "\"kamera\":");
        row("camera a text", "{\"camera_id\":\"cam-1\",\"kind\":\"fixed\",\"contributor\":\"Port Meridian Parking\"}", "\"cam-1\"");
        row("no camera_id", "\"camera_id\":\"cam-1\",", "");
        row("number kind", "\"fixed\"", "1");
        row("vehicle a list", "{\"make\":\"Madeup\",\"model\":\"Example\",\"color\":\"blue\",\"body\":\"sedan\"}", "[]");
        row("number make", "\"Madeup\"", "9");
        row("no images", "\"images\":", "\"pictures\":");
        row("image without kind", "\"kind\":\"plate\",", "");
        row("image without type", "\"media_type\":\"image/jpeg\",", "");
        row("fraction of bytes", "\"bytes\":20480", "\"bytes\":20480.5");
        row("negative bytes", "\"bytes\":20480", "\"bytes\":-1");
        row("short hash", QByteArray(63, 'a') + "1", QByteArray(63, 'a'));
        row("no hex in hash", QByteArray(63, 'a') + "1", QByteArray(63, 'a') + "g");
        row("candidate without plate", "\"plate\":\"TEST123\",\"confidence\":0.91", "\"confidence\":0.91");
        row("candidate without confidence", "\"plate\":\"TEST123\",\"confidence\":0.91", "\"plate\":\"TEST123\"");
        row("doubled name in a read", "\"plate_confidence\"", "\"plate\"");
        row("image of another origin", "\"/v1/images/p1.jpg\"", "\"https://other.example/v1/images/p1.jpg\"", VendorFault::WrongOrigin);
        row("image of another path", "\"/v1/images/p1.jpg\"", "\"/v1/queries\"", VendorFault::WrongOrigin);
        row("image with dot segments", "\"/v1/images/p1.jpg\"", "\"/v1/images/../users\"", VendorFault::WrongOrigin);
        row("before the period", "2026-03-02T01:01:07.25Z", "2025-12-31T23:59:59.999999Z", VendorFault::Inconsistent);
        row("after the period", "2026-03-02T01:01:07.25Z", "2026-06-30T23:59:59.000001Z", VendorFault::Inconsistent);
    }
    void refusesABadRead()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const auto page = one(from, to);
        QVERIFY(!page.has_value());
        QTEST(page.error().fault, "fault");
        QVERIFY(!page.error().detail.isEmpty());
    }

    void acceptsAnOddRead_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("first instant") << QByteArray("2026-03-02T01:01:07.25Z") << QByteArray("2026-01-01T00:00:00Z");
        QTest::newRow("last instant") << QByteArray("2026-03-02T01:01:07.25Z") << QByteArray("2026-06-30T23:59:59Z");
        QTest::newRow("unknown jurisdiction") << QByteArray("US-TX") << QByteArray("ZZ-99");
        QTest::newRow("unknown camera kind") << QByteArray("\"fixed\"") << QByteArray("\"drone\"");
        QTest::newRow("unknown image kind") << QByteArray("\"kind\":\"plate\"") << QByteArray("\"kind\":\"x-ray\"");
        QTest::newRow("unknown image type") << QByteArray("image/jpeg") << QByteArray("image/avif");
        QTest::newRow("plate too long") << QByteArray("TEST 123") << QByteArray("TEST 12345");
        QTest::newRow("unknown member") << QByteArray("\"plate\":") << QByteArray("\"more\":{\"a\":[]},\"plate\":");
        QTest::newRow("absolute image") << QByteArray("\"/v1/images/p1.jpg\"")
                                        << QByteArray("\"https://vendor.example:8443/v1/images/p1.jpg\"");
        QTest::newRow("hash in capitals") << QByteArray(QByteArray(63, 'a') + "1") << QByteArray(QByteArray(63, 'A') + "1");
        QTest::newRow("no hash") << QByteArray(",\"sha256\":\"" + QByteArray(63, 'a') + "1\"") << QByteArray();
    }
    void acceptsAnOddRead()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const auto page = one(from, to);
        QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
        QCOMPARE(page->reads.size(), 1U);
        const ReadRow& row = page->reads.row(0);
        const QByteArray tag = QTest::currentDataTag();
        QCOMPARE(row.knownJurisdiction, tag != "unknown jurisdiction");
        QCOMPARE(row.camera, tag == "unknown camera kind" ? CameraKind::Unknown : CameraKind::Fixed);
        QCOMPARE(row.exact, tag != "plate too long");
        QCOMPARE(page->reads.image(row, 0).kind, tag == "unknown image kind" ? ImageKind::Other : ImageKind::Plate);
        QCOMPARE(page->reads.image(row, 0).type, tag == "unknown image type" ? ImageType::Other : ImageType::Jpeg);
        QCOMPARE(page->reads.image(row, 0).hasSha256, tag != "no hash");
        QCOMPARE(page->reads.string(page->reads.image(row, 0).path), u"/v1/images/p1.jpg"_s);
    }

    void refusesAReadFromTheFuture()
    {
        // Still inside the period asked for, but later than the moment it is answered.
        const Instant early = toInstant(QDateTime::fromString(u"2026-03-02T00:56:07Z"_s, Qt::ISODate));
        const std::string body = firstPage(m_terms, sampleRead(1), 1).toStdString();
        const auto refused = assembly().first(body, early);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().fault, VendorFault::Inconsistent);
        QVERIFY(assembly().first(body, early + std::chrono::milliseconds(250)).has_value());
    }

    void dropsAndCountsIdenticalRepeats()
    {
        QueryAssembly query = assembly();
        const auto first = query.first(firstPage(m_terms, sampleReads(0, 3) + "," + sampleRead(1), 4, "\"a\"").toStdString(), m_now);
        QVERIFY(first.has_value());
        QCOMPARE(first->reads.size(), 3U);
        const auto second = query.later(laterPage(m_terms, sampleReads(2, 2)).toStdString(), m_now);
        QVERIFY2(second.has_value(), second ? "" : qPrintable(second.error().detail));
        QCOMPARE(second->reads.size(), 1U);
        QCOMPARE(query.receipt().duplicates, 2);
    }

    void takesAnotherOrderOfMembersForTheSameRead()
    {
        QByteArray moved = sampleRead(1);
        moved.replace("\"jurisdiction\":\"US-TX\",", "").replace("{\"read_id\"", "{\"jurisdiction\":\"US-TX\",\"read_id\"");
        QueryAssembly query = assembly();
        QVERIFY(query.first(firstPage(m_terms, sampleRead(1) + "," + moved, 1).toStdString(), m_now).has_value());
        QCOMPARE(query.receipt().duplicates, 1);
    }

    void refusesADifferingRepeat_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        for (const auto& [from, to] :
             std::initializer_list<std::pair<const char*, const char*>>{{"TEST 123", "TEST123"},
                                                                        {"0.911", "0.912"},
                                                                        {"US-TX", "US-OK"},
                                                                        {"0.88", "0.89"},
                                                                        {"0.04", "0.05"},
                                                                        {"TESTI23", "TESTL23"},
                                                                        {"01:01:07.25Z", "01:01:07.26Z"},
                                                                        {"10:00:00Z", "10:00:01Z"},
                                                                        {"30.21", "30.22"},
                                                                        {"-97.71", "-97.72"},
                                                                        {"8.5", "8.6"},
                                                                        {"1 Made-up", "2 Made-up"},
                                                                        {"cam-1", "cam-2"},
                                                                        {"fixed", "mobile"},
                                                                        {"Port Meridian Parking", "Another"},
                                                                        {"Madeup", "Other"},
                                                                        {"Example", "Other"},
                                                                        {"blue", "red"},
                                                                        {"sedan", "coupe"},
                                                                        {"p1.jpg", "p2.jpg"},
                                                                        {"20480", "20481"},
                                                                        {"aaa1", "aaa2"},
                                                                        {"\"kind\":\"plate\"", "\"kind\":\"other\""},
                                                                        {"image/jpeg", "image/png"}})
            QTest::newRow(from) << QByteArray(from) << QByteArray(to);
    }
    void refusesADifferingRepeat()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray other = sampleRead(1);
        QVERIFY(other.contains(from));
        other.replace(other.indexOf(from), from.size(), to);
        const auto page = assembly().first(firstPage(m_terms, sampleRead(1) + "," + other, 2).toStdString(), m_now);
        QVERIFY(!page.has_value());
        QCOMPARE(page.error().fault, VendorFault::Inconsistent);
    }

    void refusesPagesThatContradictEachOther_data()
    {
        QTest::addColumn<QList<QByteArray>>("pages"); // the last one is refused
        QTest::addColumn<VendorFault>("fault");
        const auto row = [](const char* name, const QList<QByteArray>& pages, VendorFault fault = VendorFault::Inconsistent) {
            QTest::newRow(name) << pages << fault;
        };
        row("fewer than the total", {firstPage(m_terms, sampleReads(0, 2), 3)});
        row("more than the total", {firstPage(m_terms, sampleReads(0, 4), 3)});
        row("more than the total, going on", {firstPage(m_terms, sampleReads(0, 4), 3, "\"a\"")});
        row("fewer in the end", {firstPage(m_terms, sampleReads(0, 2), 5, "\"a\""), laterPage(m_terms, sampleReads(2, 2))});
        row("cursor seen before", {firstPage(m_terms, sampleReads(0, 2), 9, "\"a\""), laterPage(m_terms, sampleReads(2, 2), "\"a\"")});
        row("empty page with a cursor", {firstPage(m_terms, "", 9, "\"a\"")});
        row("later empty page with a cursor", {firstPage(m_terms, sampleReads(0, 2), 9, "\"a\""), laterPage(m_terms, "", "\"b\"")});
        row("more than the limit", {firstPage(m_terms, sampleReads(0, 6), 6)});
        row("another query", {firstPage(m_terms, "", 0).replace("01990000", "01990001")});
        row("no next", {firstPage(m_terms, "", 0).replace("\"next\"", "\"nxet\"")}, VendorFault::Malformed);
        row("empty cursor", {firstPage(m_terms, sampleReads(0, 1), 2, "\"\"")}, VendorFault::Malformed);
        row("number cursor", {firstPage(m_terms, sampleReads(0, 1), 2, "2")}, VendorFault::Malformed);
        row("cursor of 129", {firstPage(m_terms, sampleReads(0, 1), 2, '"' + QByteArray(129, 'c') + '"')}, VendorFault::Malformed);
        row("no total", {firstPage(m_terms, "", 0).replace("\"total\"", "\"sum\"")}, VendorFault::Malformed);
        row("negative total", {firstPage(m_terms, "", -1)}, VendorFault::Malformed);
        row("fraction of a total", {firstPage(m_terms, "", 0).replace("\"total\":0", "\"total\":0.5")}, VendorFault::Malformed);
        row("no received_at", {firstPage(m_terms, "", 0).replace("\"received_at\"", "\"at\"")}, VendorFault::Malformed);
        row("receipt too long", {firstPage(m_terms, "", 0).replace("R-1", QByteArray(1025, 'r'))}, VendorFault::Malformed);
        row("no reads", {firstPage(m_terms, "", 0).replace("\"reads\"", "\"read\"")}, VendorFault::Malformed);
        row("null reads", {firstPage(m_terms, "", 0).replace("[]", "null")}, VendorFault::Malformed);
        row("bad read on a later page", {firstPage(m_terms, sampleReads(0, 1), 2, "\"a\""), laterPage(m_terms, "{}")},
            VendorFault::Malformed);
    }
    void refusesPagesThatContradictEachOther()
    {
        QFETCH(QList<QByteArray>, pages);
        QueryAssembly query = assembly(5);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            const std::string body = pages[i].toStdString();
            const auto page = i == 0 ? query.first(body, m_now) : query.later(body, m_now);
            QCOMPARE(page.has_value(), i + 1 < pages.size());
            if (!page)
                QTEST(page.error().fault, "fault");
        }
    }

    void namesThePlaceOfAFault()
    {
        const QByteArray bad = sampleRead(2).replace("\"lat\":30.22", "\"lat\":\"north\"");
        const auto page = assembly().first(firstPage(m_terms, sampleRead(1) + "," + bad, 2).toStdString(), m_now);
        QVERIFY(!page.has_value());
        QCOMPARE(page.error().detail, u"reads[1].location.lat"_s);
    }

    void acceptsAnEmptyAnswerAndALongReceipt()
    {
        QueryAssembly query = assembly();
        const QByteArray receipt = QByteArray("\xC3\xA4").repeated(1024);
        const auto page = query.first(firstPage(m_terms, "", 0).replace("R-1", receipt).toStdString(), m_now);
        QVERIFY(page.has_value());
        QVERIFY(page->reads.empty());
        QCOMPARE(query.receipt().receipt.size(), 1024);
    }
};

QTEST_GUILESS_MAIN(QueryAssemblyTest)
#include "QueryAssemblyTest.moc"
