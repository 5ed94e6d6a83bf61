#include "net/QueryBody.h"

#include "ReadJsonSamples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace casebound;
using namespace casebound::test;
using namespace Qt::StringLiterals;

class QueryBodyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheContractAsks()
    {
        QueryTerms terms = sampleTerms();
        terms.matter = Matter::Administrative;
        terms.jurisdiction = {};
        terms.onBehalfOf = u"made-up-user"_s;
        const QJsonObject expected{{u"query_id"_s, terms.id.text()},
                                   {u"plate"_s, u"TEST123"_s},
                                   {u"jurisdiction"_s, QJsonValue::Null},
                                   {u"from"_s, u"2026-01-01T00:00:00.000000Z"_s},
                                   {u"to"_s, u"2026-06-30T23:59:59.000000Z"_s},
                                   {u"case_number"_s, u"CASE-2026-0001"_s},
                                   {u"matter"_s, u"administrative"_s},
                                   {u"reason_code"_s, u"made-up-reason"_s},
                                   {u"reason_text"_s, terms.reasonText},
                                   {u"on_behalf_of"_s, u"made-up-user"_s},
                                   {u"limit"_s, 250}};
        QCOMPARE(QJsonDocument::fromJson(queryBody(terms, 250)).object(), expected);
        QCOMPARE(queryBody(terms, 250), queryBody(terms, 250));
    }

    void carriesAnyText_data()
    {
        QTest::addColumn<QString>("text");
        QString controls;
        for (char16_t c = 0; c < 0x80; ++c)
            controls += QChar(c);
        QTest::newRow("all of ASCII") << controls;
        QTest::newRow("quotes") << u"\"\\\"\\\\"_s;
        QTest::newRow("beyond ASCII") << u"\u00e9\u2028\ufeff\U0001F697\uffff"_s;
        QTest::newRow("empty") << u""_s;
        QTest::newRow("breaks out") << u"\",\"limit\":9,\"x\":\""_s;
    }
    void carriesAnyText()
    {
        QFETCH(QString, text);
        QueryTerms terms = sampleTerms();
        terms.reasonText = text;
        QJsonParseError error{};
        const QJsonObject body = QJsonDocument::fromJson(queryBody(terms, 1), &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(body.size(), 11);
        QCOMPARE(body.value(u"reason_text"_s).toString(), text);
        QCOMPARE(body.value(u"limit"_s).toInt(), 1);
    }

    void neverSendsALoneSurrogate()
    {
        QueryTerms terms = sampleTerms();
        terms.reasonText = u"a"_s + QChar(0xD800) + u"b"_s; // no vendor could read it
        const QByteArray body = queryBody(terms, 1);
        QVERIFY(body.isValidUtf8());
        QCOMPARE(QJsonDocument::fromJson(body).object().value(u"reason_text"_s).toString(), u"a?b"_s);
    }
};

QTEST_GUILESS_MAIN(QueryBodyTest)
#include "QueryBodyTest.moc"
