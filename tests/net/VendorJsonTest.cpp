#include "net/VendorJson.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

namespace {

const QByteArray whole =
    R"({"vendor":"Made-up Plates","api":"1.3","time":"2026-07-01T08:00:00Z","query_audit":false,"audit_fields":["plate"],)"
    R"("alert_stream":true,"user_list":true,"max_lookback_days":1825,"page_limit_max":500,"alert_list_max":2500,)"
    R"("image_formats":["image/jpeg"],"claimed_plate_accuracy":0.97})";

[[nodiscard]] QByteArray with(const QByteArray& from, const QByteArray& to)
{
    Q_ASSERT(whole.contains(from));
    return QByteArray(whole).replace(from, to);
}

/// The answer with one more, unknown, member.
[[nodiscard]] QByteArray withExtra(const QByteArray& value)
{
    return with("{\"vendor\"", "{\"extra\":" + value + ",\"vendor\"");
}

} // namespace

class VendorJsonTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCapabilities()
    {
        const auto parsed = parseCapabilities(whole.toStdString());
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->vendor, u"Made-up Plates"_s);
        QCOMPARE(parsed->api, u"1.3"_s);
        QCOMPARE(toRfc3339(parsed->time), u"2026-07-01T08:00:00.000000Z"_s);
        QVERIFY(!parsed->queryAudit);
        QVERIFY(parsed->alertStream);
        QVERIFY(parsed->userList);
        QCOMPARE(parsed->auditFields, QStringList{u"plate"_s});
        QCOMPARE(parsed->maxLookbackDays, 1825);
        QCOMPARE(parsed->pageLimitMax, 500);
        QCOMPARE(parsed->alertListMax, 2500);
        QCOMPARE(parsed->imageFormats, QStringList{u"image/jpeg"_s});
        QCOMPARE(parsed->claimedPlateAccuracy, 0.97);
    }

    void accepts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("null accuracy") << with("0.97", "null");
        QTest::newRow("no accuracy") << with(",\"claimed_plate_accuracy\":0.97", "");
        QTest::newRow("whole accuracy") << with("0.97", "1");
        QTest::newRow("escaped name") << with("\"vendor\"", "\"v\\u0065ndor\"");
        QTest::newRow("unknown member") << withExtra(R"([{"a":[1,-0.5e+3,true,false,null,"\ud83d\ude97"]},{}])");
        QTest::newRow("unknown huge number") << withExtra("123456789012345678901234567890e400");
        QTest::newRow("unknown, 63 levels inside") << withExtra(QByteArray(63, '[') + QByteArray(63, ']'));
        QTest::newRow("blanks") << " \r\n\t" + with("\":", "\" : ") + "\n ";
    }
    void accepts()
    {
        QFETCH(QByteArray, body);
        const auto parsed = parseCapabilities(body.toStdString());
        QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().detail));
        QCOMPARE(parsed->vendor, u"Made-up Plates"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail"); // empty: any
        const auto row = [](const char* name, const QByteArray& body, const QString& detail = {}) {
            QTest::newRow(name) << body << detail;
        };
        row("empty", {});
        row("blank", "  ");
        row("not JSON", "<html>");
        row("scalar", "1");
        row("array", "[]");
        row("byte order mark", "\xEF\xBB\xBF" + whole, u"byte order mark"_s);
        row("second document", whole + "{}");
        row("text after the end", whole + "x");
        row("cut", whole.chopped(1));
        row("cut in the middle", whole.first(100));
        row("trailing comma", with("0.97}", "0.97,}"));
        row("missing comma", with(",\"api\"", "\"api\""));
        row("comment", with("{\"vendor\"", "{/**/\"vendor\""));
        row("single quotes", with("\"api\"", "'api'"));
        row("no UTF-8", with("Made-up", "Made\xFFup"));
        row("overlong UTF-8", with("Made-up", "Made\xC0\xAFup"));
        row("surrogate in UTF-8", with("Made-up", "Made\xED\xA0\x80up"));
        row("control character", with("Made-up", "Made\nup"));
        row("bad escape", with("Made-up", "Made\\xup"));
        row("lone high surrogate", with("Made-up", "\\ud83d up"));
        row("lone low surrogate", with("Made-up", "\\udc00"));
        row("surrogates swapped", with("Made-up", "\\ude97\\ud83d"));
        row("missing vendor", with("\"vendor\"", "\"vendors\""), u"vendor"_s);
        row("null vendor", with("\"Made-up Plates\"", "null"), u"vendor"_s);
        row("number for text", with("\"Made-up Plates\"", "7"), u"vendor"_s);
        row("text for number", with("1825", "\"1825\""), u"max_lookback_days"_s);
        row("fraction for a count", with("1825", "1825.0"), u"max_lookback_days"_s);
        row("exponent for a count", with("1825", "1e3"), u"max_lookback_days"_s);
        row("negative count", with("1825", "-1"), u"max_lookback_days"_s);
        row("count too large", with("1825", "2147483648"), u"max_lookback_days"_s);
        row("leading zero", with("1825", "01825"));
        row("plus sign", with("1825", "+1825"));
        row("text for truth", with("\"query_audit\":false", "\"query_audit\":\"false\""), u"query_audit"_s);
        row("wrong literal", with("\"query_audit\":false", "\"query_audit\":falsy"), u"query_audit"_s);
        row("accuracy over 1", with("0.97", "1.01"), u"claimed_plate_accuracy"_s);
        row("accuracy not finite", with("0.97", "1e999"), u"claimed_plate_accuracy"_s);
        row("NaN", with("0.97", "NaN"));
        row("list for text", with("[\"plate\"]", "[7]"), u"audit_fields[0]"_s);
        row("object for list", with("[\"plate\"]", "{}"), u"audit_fields"_s);
        row("second 60", with("08:00:00Z", "08:00:60Z"), u"time"_s);
        row("offset", with("08:00:00Z", "08:00:00+00:00"), u"time"_s);
        row("api without minor", with("\"1.3\"", "\"1\""), u"api"_s);
        row("api in words", with("\"1.3\"", "\"1.x\""), u"api"_s);
        row("vendor of 129 characters", with("Made-up Plates", QByteArray(129, 'x')), u"vendor"_s);
        row("doubled name", with("\"api\"", "\"vendor\""), u"vendor.doubled name"_s);
        row("doubled name, escaped", with("\"api\":\"1.3\"", "\"api\":\"1.3\",\"\\u0061pi\":\"1.3\""), u"api.doubled name"_s);
        row("doubled null", with("0.97", "null,\"claimed_plate_accuracy\":null"));
        row("unknown: doubled name", withExtra(R"({"a":1,"b":2,"a":3})"), u"doubled name"_s);
        row("unknown: doubled at the top", withExtra(R"(1,"extra":2)"), u"doubled name"_s);
        row("unknown: doubled, escaped", withExtra(R"({"a":1,"\u0061":2})"), u"doubled name"_s);
        row("unknown: doubled in a wide object", withExtra([] {
                QByteArray wide = "{";
                for (int i = 0; i < 40; ++i)
                    wide += "\"n" + QByteArray::number(i) + "\":0,";
                return wide + "\"n3\":0}";
            }()),
            u"doubled name"_s);
        row("unknown: lone surrogate", withExtra(R"(["\ud800"])"));
        row("unknown: lone surrogate in a name", withExtra(R"({"\udfff":1})"));
        row("unknown: bad literal", withExtra("tru"));
        row("unknown: bad null", withExtra("nul"));
        row("unknown: bad number", withExtra("[1.]"));
        row("unknown: two values", withExtra("[1 2]"));
        row("unknown: brackets crossed", withExtra("[{]}"));
        row("unknown: 64 levels inside", withExtra(QByteArray(64, '[') + QByteArray(64, ']')), {});
        row("unknown: deep objects", withExtra(QByteArray("{\"a\":").repeated(64) + "1" + QByteArray(64, '}')), {});
        row("a million brackets", QByteArray(1'000'000, '['));
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, detail);
        const auto parsed = parseCapabilities(body.toStdString());
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().fault, VendorFault::Malformed);
        if (!detail.isEmpty())
            QCOMPARE(parsed.error().detail, detail);
    }

    void refusesAnotherMajorVersion()
    {
        for (const char* api : {"\"2.0\"", "\"0.9\"", "\"10.1\""}) {
            const auto parsed = parseCapabilities(with("\"1.3\"", api).toStdString());
            QVERIFY(!parsed.has_value());
            QCOMPARE(parsed.error().fault, VendorFault::Inconsistent);
        }
    }

    void neverReadsPastACutAnswer()
    {
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!parseCapabilities(whole.first(size).toStdString()));
    }

    void readsProblems()
    {
        const VendorProblem problem =
            parseProblem(R"({"type":"about:blank","title":"No","status":422,"detail":"The plate is odd","code":"bad_plate","x":[1]})");
        QCOMPARE(problem.status, 422);
        QCOMPARE(problem.code, u"bad_plate"_s);
        QCOMPARE(problem.words(), u"The plate is odd"_s);
        QCOMPARE(parseProblem(R"({"title":"Only this"})").words(), u"Only this"_s);
        QCOMPARE(parseProblem("<html>").words(), QString());
        QCOMPARE(parseProblem("{\"detail\":\"" + std::string(5000, 'x') + "\"}").words().size(), 1024);
    }
};

QTEST_GUILESS_MAIN(VendorJsonTest)
#include "VendorJsonTest.moc"
