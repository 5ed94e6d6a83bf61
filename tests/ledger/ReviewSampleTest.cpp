// The sample of a review: the documented vectors, and that nothing that is reviewed, nor who reviews, can steer it.
#include "ledger/ReviewSample.h"
#include "support/Paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <numeric>

using namespace casebound;
using namespace Qt::StringLiterals;

class ReviewSampleTest : public QObject {
    Q_OBJECT

    static std::vector<std::uint64_t> numbers(std::uint64_t first, std::uint64_t end, std::uint64_t step = 1)
    {
        std::vector<std::uint64_t> list;
        for (std::uint64_t n = first; n < end; n += step)
            list.push_back(n);
        return list;
    }
    static ReviewPeriod period()
    {
        return {.from = Instant(std::chrono::days(20'000)), .to = Instant(std::chrono::days(20'090)), .first = 100, .end = 900};
    }

    static std::vector<QJsonObject> vectors(bool together)
    {
        QFile file(test::sourceFile(u"tests/ledger/data/review_samples.json"_s));
        std::vector<QJsonObject> list;
        if (!file.open(QIODevice::ReadOnly))
            return list;
        for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
            if (value.toObject().contains("logs"_L1) == together)
                list.push_back(value.toObject());
        }
        return list;
    }
    static Hash hash(const QJsonValue& hex)
    {
        Hash read{};
        std::ranges::copy(QByteArray::fromHex(hex.toString().toLatin1()), reinterpret_cast<char*>(read.data()));
        return read;
    }
    static Instant moment(const QJsonValue& value)
    {
        // Six fraction digits, of which Qt keeps three.
        const QString text = value.toString();
        return toInstant(QDateTime::fromString(text.left(19) + u'Z', Qt::ISODate)) + std::chrono::microseconds(text.mid(20, 6).toInt());
    }
    static std::vector<std::uint64_t> candidatesOf(const QJsonObject& object)
    {
        const QJsonArray range = object["candidates"_L1].toArray();
        return numbers(std::uint64_t(range[0].toInt()), std::uint64_t(range[1].toInt()), std::uint64_t(range[2].toInt(1)));
    }

private Q_SLOTS:
    void drawsTheDocumentedSamplesOfSeveralLogs()
    {
        const auto list = vectors(true);
        QCOMPARE(list.size(), 5U);
        for (const QJsonObject& vector : list) {
            std::vector<ReviewedLog> logs;
            std::vector<std::uint64_t> candidates;
            for (const QJsonValue& value : vector["logs"_L1].toArray()) {
                for (const std::uint64_t sequence : candidatesOf(value.toObject()))
                    candidates.push_back(reviewEntry(logs.size(), sequence));
                logs.push_back({.origin = value["origin"_L1].toString(),
                                .size = std::uint64_t(value["size"_L1].toInt()),
                                .root = hash(value["root"_L1]),
                                .first = std::uint64_t(value["first"_L1].toInt()),
                                .end = std::uint64_t(value["end"_L1].toInt())});
            }
            const std::size_t size =
                sampleSize(candidates.size(), vector["percent"_L1].toInt(), vector["least"_L1].toInt(), vector["most"_L1].toInt());
            QJsonArray drawn;
            for (const std::uint64_t entry : drawTogether(logs, moment(vector["from"_L1]), moment(vector["to"_L1]), candidates, size))
                drawn.append(QJsonArray{qint64(logOf(entry)), qint64(sequenceOf(entry))});
            QVERIFY2(drawn == vector["sample"_L1].toArray(), qPrintable(vector["name"_L1].toString()));
        }
    }

    void everyLogChangesTheSampleOfAll()
    {
        std::vector<ReviewedLog> logs{{.origin = u"casebound/a/one"_s, .size = 901, .root = sha256("one"), .first = 100, .end = 900},
                                      {.origin = u"casebound/a/two"_s, .size = 700, .root = sha256("two"), .first = 0, .end = 600}};
        std::vector<std::uint64_t> candidates = numbers(100, 900);
        for (const std::uint64_t sequence : numbers(0, 600))
            candidates.push_back(reviewEntry(1, sequence));
        const auto draw = [&](const std::vector<ReviewedLog>& of) { return drawTogether(of, period().from, period().to, candidates, 40); };
        const auto drawn = draw(logs);
        QVERIFY(logOf(drawn.front()) == 0 && logOf(drawn.back()) == 1); // of both
        for (std::size_t log = 0; log < 2; ++log) {
            for (int member = 0; member < 5; ++member) {
                auto other = logs;
                other[log].root[31] = static_cast<std::uint8_t>(other[log].root[31] ^ (member == 0 ? 1 : 0));
                other[log].size += member == 1 ? 1 : 0;
                other[log].first += member == 2 ? 1 : 0;
                other[log].end += member == 3 ? 1 : 0;
                other[log].origin += member == 4 ? u"x"_s : QString();
                QVERIFY(draw(other) != drawn);
            }
        }
        auto moved = candidates;
        std::ranges::reverse(moved);
        std::swap(candidates, moved);
        QCOMPARE(draw(logs), drawn); // in whatever order they come
        std::swap(logs[0], logs[1]);
        QVERIFY(draw(logs) != drawn);
    }

    void drawsTheDocumentedSamples()
    {
        const auto all = vectors(false);
        QVERIFY(!all.empty());
        for (const QJsonObject& vector : all) {
            const auto candidates = candidatesOf(vector);
            const auto drawn = drawSample(
                hash(vector["root"_L1]),
                {.from = moment(vector["from"_L1]),
                 .to = moment(vector["to"_L1]),
                 .first = std::uint64_t(vector["first"_L1].toInt()),
                 .end = std::uint64_t(vector["end"_L1].toInt())},
                candidates,
                sampleSize(candidates.size(), vector["percent"_L1].toInt(), vector["least"_L1].toInt(), vector["most"_L1].toInt()));
            QJsonArray list;
            for (const std::uint64_t sequence : drawn)
                list.append(qint64(sequence));
            QVERIFY2(list == vector["sample"_L1].toArray(), qPrintable(vector["name"_L1].toString()));
        }
    }

    void changesWithEveryBitOfTheRootAndOfThePeriod()
    {
        const Hash root = sha256("a root");
        const auto candidates = numbers(100, 900);
        const auto drawn = drawSample(root, period(), candidates, 40);
        for (std::size_t bit = 0; bit < 256; ++bit) {
            Hash other = root;
            other[bit / 8] = static_cast<std::uint8_t>(other[bit / 8] ^ (1U << (bit % 8)));
            QVERIFY(drawSample(other, period(), candidates, 40) != drawn);
        }
        for (int member = 0; member < 4; ++member) {
            ReviewPeriod other = period();
            (member == 0 ? other.from += std::chrono::microseconds(1) : member == 1 ? other.to += std::chrono::microseconds(1) : Instant{});
            other.first += member == 2 ? 1 : 0;
            other.end += member == 3 ? 1 : 0;
            QVERIFY(drawSample(root, other, candidates, 40) != drawn);
        }
    }

    void doesNotDependOnTheOrderOfTheCandidates()
    {
        const auto candidates = numbers(100, 900);
        auto reversed = candidates;
        std::ranges::reverse(reversed);
        QCOMPARE(drawSample(sha256("r"), period(), reversed, 40), drawSample(sha256("r"), period(), candidates, 40));
    }

    void takesEveryCandidateAboutAsOften()
    {
        const auto candidates = numbers(0, 100);
        std::vector<int> times(100);
        for (int n = 0; n < 2000; ++n)
            for (const std::uint64_t sequence : drawSample(sha256(QByteArray::number(n)), period(), candidates, 10))
                ++times[sequence];
        for (const int count : times) // 200 expected, standard deviation 13.4
            QVERIFY2(count > 130 && count < 270, qPrintable(QString::number(count)));
    }

    void takesAsManyAsThePolicySays_data()
    {
        QTest::addColumn<int>("population");
        QTest::addColumn<int>("size");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("fewer than the least") << 7 << 7;
        QTest::newRow("the least") << 200 << 25;
        QTest::newRow("five per cent, rounded up") << 1001 << 51;
        QTest::newRow("at most") << 100'000 << 200;
    }
    void takesAsManyAsThePolicySays()
    {
        QFETCH(int, population);
        QFETCH(int, size);
        QCOMPARE(sampleSize(std::size_t(population), 5, 25, 200), std::size_t(size));
    }
};

QTEST_GUILESS_MAIN(ReviewSampleTest)
#include "ReviewSampleTest.moc"
