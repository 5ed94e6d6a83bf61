#include "ReadJsonSamples.h"

namespace casebound::test {

using namespace Qt::StringLiterals;

QueryTerms sampleTerms()
{
    return {
        .id = QueryId(QUuid::fromString("01990000-0000-7000-8000-000000000001"_L1)),
        .plate = Plate::fromTyped(u"TEST123").value(),
        .jurisdiction = JurisdictionKey(u"US-TX"_s),
        .caseNumber = CaseNumber(u"CASE-2026-0001"_s),
        .matter = Matter::Criminal,
        .offence = {},
        .reasonCode = ReasonCode(u"made-up-reason"_s),
        .purpose = {},
        .reasonText = u"A made-up reason for a test – \"quoted\""_s,
        .onBehalfOf = {},
        .from = toInstant(QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate)),
        .to = toInstant(QDateTime::fromString(u"2026-06-30T23:59:59Z"_s, Qt::ISODate)),
        .limit = {},
        .approvalId = {},
    };
}

QByteArray sampleRead(int number)
{
    const QByteArray n = QByteArray::number(number);
    const QByteArray camera = QByteArray::number(number % 300);
    const auto two = [](int value) { return QByteArray::number(value).rightJustified(2, '0'); };
    const QByteArray hash = QByteArray::number(number).rightJustified(64, 'a');
    return "{\"read_id\":\"read-" + n.rightJustified(24, '0') + "\",\"plate\":\"" + (number % 50 == 49 ? "TEST-I23" : "TEST 123") +
           "\",\"plate_confidence\":0.9" + QByteArray::number(number % 90 + 10) +
           ",\"jurisdiction\":\"US-TX\",\"jurisdiction_confidence\":0.88,\"candidates\":[{\"plate\":\"TEST123\",\"confidence\":0.91},"
           "{\"plate\":\"TESTI23\",\"confidence\":0.04}],\"captured_at\":\"2026-03-" +
           two(number % 28 + 1) + "T" + two(number % 24) + ":" + two(number % 60) + ":07.25Z\",\"received_at\":\"2026-05-01T10:00:00Z\"," +
           "\"location\":{\"lat\":30.2" + camera + ",\"lon\":-97.7" + camera + ",\"accuracy_m\":8.5,\"address\":\"" + camera +
           " Made-up Street, Port Meridian\"},\"camera\":{\"camera_id\":\"cam-" + camera +
           "\",\"kind\":\"fixed\",\"contributor\":\"Port Meridian Parking\"},\"vehicle\":{\"make\":\"Madeup\",\"model\":\"Example\","
           "\"color\":\"blue\",\"body\":\"sedan\"},\"images\":[{\"kind\":\"plate\",\"url\":\"/v1/images/p" +
           n + ".jpg\",\"media_type\":\"image/jpeg\",\"bytes\":20480,\"sha256\":\"" + hash +
           "\"},{\"kind\":\"vehicle\",\"url\":\"/v1/images/v" + n + ".jpg\",\"media_type\":\"image/jpeg\",\"bytes\":81920,\"sha256\":\"" +
           hash + "\"}]}";
}

QByteArray sampleReads(int first, int count)
{
    QByteArray all;
    for (int i = first; i < first + count; ++i)
        all += (all.isEmpty() ? "" : ",") + sampleRead(i);
    return all;
}

QByteArray firstPage(const QueryTerms& terms, const QByteArray& reads, qint64 total, const QByteArray& next)
{
    return "{\"query_id\":\"" + terms.id.text().toLatin1() +
           "\",\"received_at\":\"2026-07-01T08:00:00.5Z\",\"receipt\":\"R-1\",\"total\":" + QByteArray::number(total) + ",\"reads\":[" +
           reads + "],\"next\":" + next + "}";
}

QByteArray laterPage(const QueryTerms& terms, const QByteArray& reads, const QByteArray& next)
{
    return "{\"query_id\":\"" + terms.id.text().toLatin1() + "\",\"reads\":[" + reads + "],\"next\":" + next + "}";
}

QByteArray sampleCapabilities()
{
    return R"({"vendor":"Made-up Plates","api":"1.3","time":"2026-07-01T08:00:00Z","query_audit":false,"audit_fields":["plate","case_number"],)"
           R"("alert_stream":true,"user_list":true,"max_lookback_days":1825,"page_limit_max":500,"alert_list_max":2500,)"
           R"("image_formats":["image/jpeg","image/png"],"claimed_plate_accuracy":0.97})";
}

} // namespace casebound::test
