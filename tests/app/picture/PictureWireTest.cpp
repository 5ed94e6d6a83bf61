#include "picture/PictureWire.h"

#include <QTest>

using namespace casebound;

class PictureWireTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestComesThrough()
    {
        QCOMPARE(readRequest(writeRequest(12'345)), std::optional<std::uint32_t>(12'345));
        QCOMPARE(readRequest(writeRequest(maxImageBytes)), std::optional<std::uint32_t>(maxImageBytes));
        QVERIFY(!readRequest(writeRequest(maxImageBytes + 1)));
    }

    void answersComeThrough()
    {
        const PictureAnswer ready{.kind = PictureAnswer::Kind::Ready};
        const PictureAnswer fault{.kind = PictureAnswer::Kind::Fault, .fault = PictureFault::TooCostly};
        const PictureAnswer picture{.kind = PictureAnswer::Kind::Picture, .alpha = true, .width = 4096, .height = 3072};
        for (const PictureAnswer& answer : {ready, fault, picture})
            QVERIFY(readAnswer(writeAnswer(answer)) == answer);
    }

    void pictureThatWouldNotFitIsNoAnswer()
    {
        const auto read = [](std::uint32_t width, std::uint32_t height) {
            return readAnswer(writeAnswer({.kind = PictureAnswer::Kind::Picture, .width = width, .height = height})).has_value();
        };
        QVERIFY(read(4096, 3072));
        QVERIFY(!read(4096, 3073));
        QVERIFY(!read(0, 10));
        QVERIFY(!read(10, 0));
        QVERIFY(!read(16'385, 1));
        QVERIFY(!read(0xFFFF'FFFF, 0xFFFF'FFFF));
        QVERIFY(!read(0x1'0000, 0x1'0000)); // 2³² pixels: zero where somebody multiplies in 32 bits
    }

    void everyOtherRecordIsNoAnswer()
    {
        const AnswerRecord good = writeAnswer({.kind = PictureAnswer::Kind::Fault, .fault = PictureFault::Damaged});
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (int value = 0; value < 256; ++value) {
                AnswerRecord record = good;
                record[at] = static_cast<std::uint8_t>(value);
                // Another fault's number is the only thing that may stand elsewhere.
                const bool otherFault = at == 5 && value >= 1 && value <= 9;
                QCOMPARE(readAnswer(record).has_value(), record == good || otherFault);
            }
        }
        QVERIFY(!readAnswer(std::span(good).first(15)));
    }
};

QTEST_APPLESS_MAIN(PictureWireTest)
#include "PictureWireTest.moc"
