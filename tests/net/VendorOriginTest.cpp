#include "net/VendorOrigin.h"
#include "net/MediaType.h"

#include <QTest>

using namespace casebound;
using namespace Qt::StringLiterals;

class VendorOriginTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsOnlyAnHttpsOrigin()
    {
        QVERIFY(VendorOrigin::create(QUrl(u"https://vendor.example"_s)));
        QVERIFY(VendorOrigin::create(QUrl(u"https://vendor.example:8443/"_s)));
        for (const char16_t* bad :
             {u"http://vendor.example", u"https://", u"https://user@vendor.example", u"https://vendor.example/api",
              u"https://vendor.example?x=1", u"https://vendor.example/#x", u"ftp://vendor.example", u"vendor.example", u""})
            QVERIFY2(!VendorOrigin::create(QUrl(QString::fromUtf16(bad))), qPrintable(QString::fromUtf16(bad)));
    }

    void resolvesImageAddresses_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("path"); // empty: refused
        const QByteArray good = "/v1/images/a-Z_0.9~x";
        QTest::newRow("path") << good << good;
        QTest::newRow("same origin") << "https://vendor.example:8443" + good << good;
        QTest::newRow("same origin, capitals") << "HTTPS://Vendor.EXAMPLE:8443" + good << good;
        for (const char* bad : {"",
                                "/",
                                "/v1/images/",
                                "/v1/images/.",
                                "/v1/images/..",
                                "/v1/images/../users",
                                "/v1/images/a/b",
                                "/v1/images/a?x",
                                "/v1/images/a#x",
                                "/v1/images/a%2e",
                                "/v1/images/a b",
                                "/v1/imagesX/a",
                                "/v2/images/a",
                                "v1/images/a",
                                "//other.example/v1/images/a",
                                "https://other.example:8443/v1/images/a",
                                "https://vendor.example/v1/images/a",
                                "https://vendor.example:84430/v1/images/a",
                                "https://vendor.example:8443.other.example/v1/images/a",
                                "https://user@vendor.example:8443/v1/images/a",
                                "http://vendor.example:8443/v1/images/a",
                                "https://vendor.example:8443",
                                "file:///v1/images/a",
                                "/v1/images/\xC3\xA4"})
            QTest::newRow(bad) << QByteArray(bad) << QByteArray();
    }
    void resolvesImageAddresses()
    {
        QFETCH(QByteArray, url);
        const auto origin = VendorOrigin::create(QUrl(u"https://vendor.example:8443"_s));
        const std::string held = url.toStdString();
        QTEST(QByteArray::fromStdString(std::string(origin->imagePath(held))), "path");
    }

    void treatsPort443AsGiven()
    {
        const auto origin = VendorOrigin::create(QUrl(u"https://vendor.example"_s));
        QCOMPARE(origin->text(), QByteArray("https://vendor.example"));
        QVERIFY(!origin->imagePath("https://vendor.example/v1/images/a").empty());
        QVERIFY(!origin->imagePath("https://vendor.example:443/v1/images/a").empty());
        QVERIFY(origin->imagePath("https://vendor.example:444/v1/images/a").empty());
    }

    void knowsContentTypes()
    {
        for (const char* good : {"application/json", "Application/JSON", "application/json; charset=utf-8",
                                 "application/json;charset=\"UTF-8\"", "application/json;"})
            QVERIFY2(isJson(good), good);
        for (const char* bad : {"", "text/json", "application/json; charset=latin1", "application/json; version=2", "application/jsonx",
                                "application/problem+json", "application/json, text/html"})
            QVERIFY2(!isJson(bad), bad);
        QVERIFY(isProblemJson("application/problem+json; charset=utf-8"));
        QVERIFY(isImage("image/jpeg"));
        QVERIFY(!isImage("image/"));
        QVERIFY(!isImage("text/html"));
    }
};

QTEST_GUILESS_MAIN(VendorOriginTest)
#include "VendorOriginTest.moc"
