#include "service/CanonicalResults.h"

#include "service/AuditEntries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

QueryTerms terms()
{
    return {.id = QueryId(QUuid::fromString(u"0193a000-0000-7000-8000-000000000001"_s)),
            .plate = *Plate::fromTyped(u"TST1234"),
            .jurisdiction = {},
            .caseNumber = {},
            .offence = {},
            .reasonCode = {},
            .purpose = {},
            .reasonText = {},
            .onBehalfOf = {},
            .from = {},
            .to = {},
            .limit = {},
            .approvalId = {}};
}

ReadSet oneRead(const char* address)
{
    ReadSet set;
    ReadRow row{};
    row.accuracyM = row.jurisdictionConfidence = std::numeric_limits<float>::quiet_NaN();
    row.plateConfidence = 0.5F;
    row.readId = set.addText("r1");
    row.plate = set.addText("TST1234");
    row.address = set.addText(address);
    row.hasLocation = true;
    row.latitude = 29.1234567;
    row.longitude = -94.5;
    row.exact = true;
    set.addRow(row);
    return set;
}

/// Every object's names ascend, which is what makes the bytes canonical.
void checkOrder(const QByteArray& bytes)
{
    QList<QByteArray> last;
    bool name = false;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (c == '{') {
            last.append(QByteArray());
            name = true;
        } else if (c == '}') {
            last.removeLast();
        } else if (c == '[') {
            last.append(QByteArray("["));
            name = false;
        } else if (c == ']') {
            last.removeLast();
        } else if (c == ',') {
            name = last.last() != "[";
        } else if (c == '"') {
            QByteArray text;
            for (++at; bytes[at] != '"'; ++at) {
                if (bytes[at] == '\\')
                    text += bytes[at++];
                text += bytes[at];
            }
            if (name) {
                QVERIFY2(last.last() < text, text.constData());
                last.last() = text;
                name = false;
            }
        }
    }
}

} // namespace

class CanonicalResultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readIsWrittenWithIntegersAndSortedNames()
    {
        const QByteArray bytes = canonicalResults(terms(), oneRead("Harbor \"Street\"\n\x01 \xc3\xa9"), 1, true);
        checkOrder(bytes);
        const QJsonObject root = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(root["total"_L1].toInt(), 1);
        QCOMPARE(root["complete"_L1].toBool(), true);
        const QJsonObject read = root["reads"_L1][0].toObject();
        QCOMPARE(read["address"_L1].toString(), u"Harbor \"Street\"\n\u0001 é"_s);
        QCOMPARE(read["location_lat_e7"_L1].toInteger(), 291234567);
        QCOMPARE(read["location_lon_e7"_L1].toInteger(), -945000000);
        QCOMPARE(read["plate_confidence_e6"_L1].toInteger(), 500000);
        QVERIFY(!read.contains("location_accuracy_cm"_L1));
        QVERIFY(!read.contains("camera_kind"_L1));
        QVERIFY(bytes.contains("\\u0001"));
        QVERIFY(!bytes.contains(' ') || bytes.contains("Harbor \\\"Street\\\"\\n\\u0001 "));
    }

    void sameReadsGiveTheSameBytes()
    {
        QCOMPARE(canonicalResults(terms(), oneRead("A"), 1, true), canonicalResults(terms(), oneRead("A"), 1, true));
        QVERIFY(canonicalResults(terms(), oneRead("A"), 1, true) != canonicalResults(terms(), oneRead("A"), 1, false));
        QVERIFY(canonicalResults(terms(), oneRead("A"), 1, true) != canonicalResults(terms(), oneRead("B"), 1, true));
    }

    void boundedTextNeverEndsInHalfACharacter()
    {
        const QString car = QString::fromUtf8("\xf0\x9f\x9a\x97");
        QCOMPARE(bounded(u"ab"_s + car, 3), u"ab"_s);
        QCOMPARE(bounded(u"ab"_s + car, 4), u"ab"_s + car);
    }
};

QTEST_APPLESS_MAIN(CanonicalResultsTest)
#include "CanonicalResultsTest.moc"
