// What a review leaves in the log: read back as written, and nothing else is read.
#include "ledger/ReviewStatement.h"

#include <QTest>

#include <functional>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const QString id = u"0190b6a0-0000-7000-8000-00000000000a"_s;

ReviewOpening opening()
{
    return {.id = id,
            .period = {.from = Instant(std::chrono::days(20'000)), .to = Instant(std::chrono::days(20'090)), .first = 7, .end = 907},
            .sizes = {.percent = 5, .least = 25, .most = 200}};
}

ReviewStatement statement()
{
    return {.opening = opening(),
            .origin = u"casebound/test/desk"_s,
            .opened = 908,
            .openedRoot = sha256("opened"),
            .periodRoot = sha256("period"),
            .size = 950,
            .root = sha256("root"),
            .items = 40,
            .inOrder = 36,
            .question = 2,
            .refer = 1,
            .left = 1,
            .itemsSha256 = sha256("items"),
            .signedBy = UserId(u"u-supervisor"_s),
            .signedAt = Instant(std::chrono::days(20'091)),
            .checkpoint = u"casebound/test/desk\n950\n…\n"_s};
}

} // namespace

class ReviewStatementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        QCOMPARE(parseReviewOpening(writeReviewOpening(opening(), u"casebound/test/desk"_s)), opening());
        const ReviewItemNote item{
            .review = id, .entry = 12, .owner = UserId(u"u-agent"_s), .verdict = ItemVerdict::Refer, .note = u"Which depot? «Süd»"_s};
        QCOMPARE(parseReviewItem(writeReviewItem(item)), item);
        QCOMPARE(parseReviewStatement(writeReviewStatement(statement())), statement());
        const auto file = parseSignedReview(writeSignedReview(writeReviewStatement(statement()), "a signature"));
        QVERIFY(file);
        QCOMPARE(file->first, writeReviewStatement(statement()));
        QCOMPARE(file->second, QByteArray("a signature"));
    }

    void namesTheLogsOfOtherWorkstationsInOneOrderAlone()
    {
        const QString origin = u"casebound/test/desk"_s;
        ReviewOpening several = opening();
        several.others = {{.origin = u"casebound/test/a"_s, .size = 90, .root = sha256("a"), .first = 3, .end = 80},
                          {.origin = u"casebound/test/b"_s, .size = 70, .root = sha256("b"), .first = 70, .end = 70}};
        QCOMPARE(parseReviewOpening(writeReviewOpening(several, origin)), several);
        ReviewStatement signedOne = statement();
        signedOne.opening = several;
        QCOMPARE(parseReviewStatement(writeReviewStatement(signedOne)), signedOne);
        const ReviewItemNote item{.review = id,
                                  .log = u"casebound/test/a"_s,
                                  .entry = 12,
                                  .owner = UserId(u"u-agent"_s),
                                  .verdict = ItemVerdict::InOrder,
                                  .note = {}};
        QCOMPARE(parseReviewItem(writeReviewItem(item)), item);
        const auto refused = [&](const std::function<void(ReviewOpening&)>& change) {
            ReviewOpening other = several;
            change(other);
            return !parseReviewOpening(writeReviewOpening(other, origin));
        };
        QVERIFY(refused([](ReviewOpening& one) { std::swap(one.others[0], one.others[1]); }));
        QVERIFY(refused([](ReviewOpening& one) { one.others[1] = one.others[0]; }));
        QVERIFY(refused([&](ReviewOpening& one) { one.others[1].origin = origin; }));
        QVERIFY(refused([](ReviewOpening& one) { one.others[0].end = 91; }));
        QVERIFY(refused([](ReviewOpening& one) { one.others[0].first = 81; }));
    }

    void readsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("another version") << QByteArray("\"version\":1") << QByteArray("\"version\":2");
        QTest::newRow("another record") << QByteArray("casebound review statement") << QByteArray("casebound review");
        QTest::newRow("a count that does not add up") << QByteArray("\"in_order\":36") << QByteArray("\"in_order\":37");
        QTest::newRow("a member missing") << QByteArray("\"left\":1,") << QByteArray();
        QTest::newRow("a member more") << QByteArray("\"left\":1,") << QByteArray("\"left\":1,\"lefu\":1,");
        QTest::newRow("a period that ends before it begins") << QByteArray("\"end\":907") << QByteArray("\"end\":6");
        QTest::newRow("a negative number") << QByteArray("\"opened\":908") << QByteArray("\"opened\":-1");
        QTest::newRow("an id that is none") << id.toLatin1() << QByteArray("0190b6a0-0000-7000-8000-00000000000g");
        QTest::newRow("a hash in capitals") << toBytes(sha256("root")).toHex() << toBytes(sha256("root")).toHex().toUpper();
        QTest::newRow("a space") << QByteArray("{\"checkpoint\"") << QByteArray("{ \"checkpoint\"");
    }
    void readsNothingElse()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray bytes = writeReviewStatement(statement());
        QVERIFY(bytes.contains(from));
        bytes.replace(from, to);
        QVERIFY(!parseReviewStatement(bytes));
        QVERIFY(!parseReviewOpening(bytes));
        QVERIFY(!parseReviewItem(bytes));
        QVERIFY(!parseSignedReview(bytes));
    }

    void readsNoPieceOfOne()
    {
        const QByteArray whole = writeSignedReview(writeReviewStatement(statement()), "a signature");
        for (qsizetype n = 0; n < whole.size(); n += 7)
            QVERIFY(!parseSignedReview(whole.first(n)));
    }
};

QTEST_GUILESS_MAIN(ReviewStatementTest)
#include "ReviewStatementTest.moc"
