#include "practice_vendor/PictureBook.h"

#include <QCryptographicHash>
#include <QImage>
#include <QTest>

#include <cmath>

using namespace casebound::practice;
using namespace Qt::StringLiterals;

namespace {

const QDateTime end = QDateTime::fromString(u"2026-11-20T12:00:00Z"_s, Qt::ISODate);

/// How much the brightness varies: nothing at all in an empty picture.
double contrast(const QImage& image)
{
    double sum = 0, squares = 0, n = 0;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3) {
            const double g = qGray(image.pixel(x, y));
            sum += g;
            squares += g * g;
            ++n;
        }
    return std::sqrt(std::max(0.0, squares / n - (sum / n) * (sum / n)));
}

} // namespace

class PictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsDecodablePictures_data()
    {
        QTest::addColumn<int>("vehicle");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("variant");
        for (const int vehicle : {0, 11, 222})
            for (int kind = 0; kind < 2; ++kind)
                for (const int variant : {0, kind == 0 ? 7 : 4})
                    QTest::addRow("vehicle %d %s %d", vehicle, kind == 0 ? "plate" : "rear", variant) << vehicle << kind << variant;
    }
    void drawsDecodablePictures()
    {
        QFETCH(const int, vehicle);
        QFETCH(const int, kind);
        QFETCH(const int, variant);
        const Town town(1, end);
        const Picture picture = PictureBook::draw(town, {.vehicle = vehicle, .kind = static_cast<PictureKind>(kind), .variant = variant});
        const QImage image = QImage::fromData(picture.bytes, picture.mediaType == "image/png" ? "PNG" : "JPEG");
        QVERIFY(!image.isNull());
        QVERIFY(image.width() >= 500 && image.height() >= 300);
        QVERIFY(contrast(image) > 12);
        QCOMPARE(picture.sha256, QCryptographicHash::hash(picture.bytes, QCryptographicHash::Sha256).toHex());
    }

    void drawsTheSameBytesForTheSameTown()
    {
        const PictureKey key{.vehicle = 5, .kind = PictureKind::Plate, .variant = 2};
        QCOMPARE(PictureBook::draw(Town(4, end), key).bytes, PictureBook::draw(Town(4, end.addDays(3)), key).bytes);
        QVERIFY(PictureBook::draw(Town(4, end), key).bytes != PictureBook::draw(Town(5, end), key).bytes);
    }

    void drawsPlatesNotTemplates()
    {
        const Town town(1, end);
        const PictureKey one{.vehicle = 5, .kind = PictureKind::Plate, .variant = 2};
        PictureKey two = one;
        two.variant = 3;
        QVERIFY(PictureBook::draw(town, one).bytes != PictureBook::draw(town, two).bytes);
    }

    void needsFewDrawingsForManyReads()
    {
        const Town town(1, end);
        QHash<PictureKey, bool> keys;
        for (const Read& read : town.find(u"PMT5000", 0, end.toMSecsSinceEpoch())) {
            keys.insert(PictureBook::keyOf(read, PictureKind::Plate), true);
            keys.insert(PictureBook::keyOf(read, PictureKind::Vehicle), true);
        }
        QVERIFY2(keys.size() <= 26, qPrintable(QString::number(keys.size()))); // the vehicle and the one misread as it
    }

    void preparesOffTheCallersThread()
    {
        const Town town(1, end);
        PictureBook book(town);
        const std::vector<PictureKey> keys{{.vehicle = 1, .kind = PictureKind::Plate, .variant = 0},
                                           {.vehicle = 1, .kind = PictureKind::Vehicle, .variant = 0},
                                           {.vehicle = 1, .kind = PictureKind::Plate, .variant = 0}};
        Pictures got;
        book.prepare(keys, [&](const Pictures& pictures) { got = pictures; });
        QVERIFY(got.isEmpty());
        QTRY_COMPARE(got.size(), 2);
        QCOMPARE(got.value(keys[0]).bytes, PictureBook::draw(town, keys[0]).bytes);
        got.clear();
        book.prepare(keys, [&](const Pictures& pictures) { got = pictures; });
        QCOMPARE(got.size(), 2); // kept: at once
    }
};

QTEST_MAIN(PictureTest)
#include "PictureTest.moc"
