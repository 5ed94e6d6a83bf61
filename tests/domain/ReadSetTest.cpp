#include "domain/ReadSet.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace casebound;

class ReadSetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTextAndAbsence();
    void keepsALeadingByteOrderMark();
    void findsTheFirstImageOfAKind();
    void appendedPagesKeepTheirTextImagesAndCandidates();
    void appendingToNothingMoves();
    void clearForgetsEverything();
    void aHundredThousandReadsStaySmall();
};

namespace {

ReadSet page(const char* prefix, int rows)
{
    ReadSet set;
    for (int n = 0; n < rows; ++n) {
        const std::string name = std::string(prefix) + std::to_string(n);
        ReadRow row;
        row.readId = set.addText(name);
        row.plate = set.addText("ZZ" + name);
        row.color = set.addText(n % 2 == 0 ? "" : "blue");
        row.firstImage = static_cast<std::uint32_t>(set.imageTotal());
        row.imageCount = 2;
        set.addImage({.path = set.addText("/v1/images/v" + name), .kind = ImageKind::Vehicle});
        set.addImage({.path = set.addText("/v1/images/p" + name), .kind = ImageKind::Plate});
        row.firstCandidate = static_cast<std::uint32_t>(set.candidateTotal());
        row.candidateCount = 1;
        set.addCandidate({.plate = set.addText("C" + name), .confidence = 0.5F});
        set.addRow(row);
    }
    return set;
}

void verifyRow(const ReadSet& set, std::size_t index, const std::string& name, bool blue)
{
    const ReadRow& row = set.row(index);
    QCOMPARE(set.text(row.readId), name);
    QCOMPARE(set.text(row.plate), "ZZ" + name);
    QCOMPARE(set.text(row.color), blue ? "blue" : "");
    QCOMPARE(row.color.isEmpty(), !blue);
    QCOMPARE(set.text(set.image(row, ImageKind::Plate)->path), "/v1/images/p" + name);
    QCOMPARE(set.text(set.candidate(row, 0).plate), "C" + name);
}

} // namespace

void ReadSetTest::keepsTextAndAbsence()
{
    ReadSet set;
    QVERIFY(set.empty());
    const TextSpan first = set.addText("größe");
    const TextSpan none = set.addText("");
    QCOMPARE(set.string(first), u"größe"_s);
    QCOMPARE(none.at, 0U);
    QVERIFY(set.text(none).empty());
    // Lengths take one byte more from 128 and from 16,384 on.
    for (const std::size_t length : {1UL, 127UL, 128UL, 300UL, 16'383UL, 16'384UL, 70'000UL}) {
        const std::string text(length, 'x');
        const TextSpan span = set.addText(text);
        QCOMPARE(set.text(span), text);
        QCOMPARE(set.text(first), "größe");
    }
}

void ReadSetTest::keepsALeadingByteOrderMark()
{
    ReadSet set;
    const TextSpan plain = set.addText("r1"), marked = set.addText("\xef\xbb\xbfr1");
    QCOMPARE(set.string(plain), u"r1"_s);
    QCOMPARE(set.string(marked), u"\ufeffr1"_s); // another identifier
}

void ReadSetTest::findsTheFirstImageOfAKind()
{
    const ReadSet set = page("r", 2);
    QCOMPARE(set.text(set.image(set.row(1), ImageKind::Plate)->path), "/v1/images/pr1");
    QCOMPARE(set.text(set.image(set.row(1), ImageKind::Vehicle)->path), "/v1/images/vr1");
    QVERIFY(set.image(set.row(1), ImageKind::Other) == nullptr);
}

void ReadSetTest::appendedPagesKeepTheirTextImagesAndCandidates()
{
    ReadSet set = page("a", 3);
    set.append(page("b", 4));
    set.append(ReadSet());
    set.append(page("c", 1));
    QCOMPARE(set.size(), 8U);
    for (std::size_t n = 0; n < 3; ++n) {
        verifyRow(set, n, "a" + std::to_string(n), n % 2 == 1);
    }
    for (std::size_t n = 0; n < 4; ++n) {
        verifyRow(set, 3 + n, "b" + std::to_string(n), n % 2 == 1);
    }
    verifyRow(set, 7, "c0", false);
}

void ReadSetTest::appendingToNothingMoves()
{
    ReadSet source = page("a", 2);
    ReadSet set;
    set.append(std::move(source));
    QCOMPARE(set.size(), 2U);
    verifyRow(set, 1, "a1", true);
}

void ReadSetTest::clearForgetsEverything()
{
    ReadSet set = page("a", 100);
    QVERIFY(set.bytesHeld() > 100 * sizeof(ReadRow));
    set.clear();
    QVERIFY(set.empty());
    QCOMPARE(set.imageTotal(), 0U);
    QCOMPARE(set.candidateTotal(), 0U);
    QVERIFY(set.bytesHeld() < 64); // short-string storage at most
}

void ReadSetTest::aHundredThousandReadsStaySmall()
{
    ReadSet set;
    for (int n = 0; n < 100; ++n) {
        set.append(page("read-0123456789-", 1000));
    }
    QCOMPARE(set.size(), 100'000U);
    verifyRow(set, 99'999, "read-0123456789-999", true);
    QVERIFY2(set.bytesHeld() < 45'000'000, qPrintable(QString::number(set.bytesHeld())));
}

QTEST_GUILESS_MAIN(ReadSetTest)
#include "ReadSetTest.moc"
