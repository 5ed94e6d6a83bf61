#include "domain/OfficeProfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace casebound;

class OfficeProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        profile = {};
        profile.roster = {{.id = UserId(u"agent-1"_s), .name = u"Agent One"_s, .certificateSha256 = QByteArray(32, 'a')},
                          {.id = UserId(u"new-2"_s), .name = u"No Card Yet"_s, .certificateSha256 = {}}};
    }
    void findsPeopleOnTheRoster()
    {
        QCOMPARE(profile.user(UserId(u"agent-1"_s))->name, u"Agent One"_s);
        QCOMPARE(profile.userByCertificate(QByteArray(32, 'a'))->id, UserId(u"agent-1"_s));
    }
    void knowsNobodyElse()
    {
        QVERIFY(profile.user(UserId(u"AGENT-1"_s)) == nullptr);
        QVERIFY(profile.user(UserId()) == nullptr);
        QVERIFY(profile.userByCertificate(QByteArray(32, 'b')) == nullptr);
    }
    void anEmptyFingerprintIsNobodys() { QVERIFY(profile.userByCertificate({}) == nullptr); }

private:
    OfficeProfile profile;
};

QTEST_GUILESS_MAIN(OfficeProfileTest)
#include "OfficeProfileTest.moc"
