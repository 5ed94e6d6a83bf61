// The sample of a review: the documented vectors, and that nothing that is reviewed, nor who reviews, can steer it.
#include "ledger/ReviewSample.h"

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

private Q_SLOTS:
    void drawsTheDocumentedSamples()
    {
        QFile file(QStringLiteral(CASEBOUND_SOURCE_DIR "/tests/ledger/data/review_samples.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray vectors = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(!vectors.isEmpty());
        for (const QJsonValue& value : vectors) {
            const QJsonObject vector = value.toObject();
            Hash root{};
            std::ranges::copy(QByteArray::fromHex(vector["root"_L1].toString().toLatin1()), reinterpret_cast<char*>(root.data()));
            const auto moment = [&](QLatin1StringView name) {
                // Six fraction digits, of which Qt keeps three.
                const QString text = vector[name].toString();
                return toInstant(QDateTime::fromString(text.left(19) + u'Z', Qt::ISODate)) +
                       std::chrono::microseconds(text.mid(20, 6).toInt());
            };
            const QJsonArray range = vector["candidates"_L1].toArray();
            const auto candidates =
                numbers(std::uint64_t(range[0].toInt()), std::uint64_t(range[1].toInt()), std::uint64_t(range[2].toInt(1)));
            const auto drawn = drawSample(
                root,
                {.from = moment("from"_L1),
                 .to = moment("to"_L1),
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
