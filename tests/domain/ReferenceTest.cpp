#include "domain/Reference.h"
#include "support/Paths.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace casebound;

class ReferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void carriesEveryFileUnchanged();
    void knowsSeventyTwoOffences();
    void everyOffenceCanBeChosen();
    void aCivilRowIsNoCrime();
    void aWarrantCanNameAnyOffence();
    void otherOffencesStandUnderEveryCriminalReason();
    void reasonsLeaveOversightOut();
    void knowsAHundredAndTenJurisdictions();
    void findsEveryJurisdictionByKeyAndName();
    void findsJurisdictions_data();
    void findsJurisdictions();
    void layoutsAreExpressions();
    void confusableCharacters();
    void bannerPointsAndMarks();

private:
    const Reference& reference = Reference::builtIn();
};

void ReferenceTest::carriesEveryFileUnchanged()
{
    const QDir source(test::sourceFile(u"resources/reference"_s));
    const QStringList files = source.entryList({u"*.json"_s});
    QVERIFY(files.size() >= 10);
    for (const QString& name : files) {
        QFile original(source.filePath(name));
        QFile compiled(u":/casebound/reference/"_s + name);
        QVERIFY2(original.open(QIODevice::ReadOnly) && compiled.open(QIODevice::ReadOnly), qPrintable(name));
        QCOMPARE(compiled.readAll(), original.readAll());
    }
}

void ReferenceTest::knowsSeventyTwoOffences()
{
    QCOMPARE(reference.offences().size(), 72U);
    QSet<OffenceId> ids;
    for (const Offence& offence : reference.offences()) {
        ids.insert(offence.id);
        QCOMPARE(reference.offence(offence.id), &offence);
        QCOMPARE(offence.kind == LimitKind::Years, offence.years > 0);
        QVERIFY(!offence.label.isEmpty() && !offence.limitationStatute.isEmpty() && !offence.verification.source.isEmpty());
    }
    QCOMPARE(ids.size(), 72);
    QVERIFY(reference.offence(OffenceId()) == nullptr);
    QCOMPARE(reference.limitationsAsOf(), u"2026-06-26"_s);
}

void ReferenceTest::everyOffenceCanBeChosen()
{
    for (const Offence& offence : reference.offences()) {
        const bool somewhere = std::ranges::any_of(
            reference.reasons(), [&](const Reason& reason) { return !reason.anyOffence && reference.standsUnder(offence.id, reason); });
        QVERIFY2(somewhere, qPrintable(offence.id.text()));
    }
}

void ReferenceTest::aCivilRowIsNoCrime()
{
    const OffenceId civil(u"customs_civil"_s);
    QVERIFY(!reference.isCriminal(civil));
    QVERIFY(reference.isCriminal(OffenceId(u"customs"_s)));
    QVERIFY(!reference.isCriminal(OffenceId(u"nonsense"_s)));
    QVERIFY(reference.standsUnder(civil, *reference.reason(ReasonCode(u"hsi_civil"_s))));
    QVERIFY(!reference.standsUnder(civil, *reference.reason(ReasonCode(u"wanted_person"_s))));
    QVERIFY(!reference.standsUnder(civil, *reference.reason(ReasonCode(u"other_criminal"_s))));
}

void ReferenceTest::aWarrantCanNameAnyOffence()
{
    const Reason& wanted = *reference.reason(ReasonCode(u"wanted_person"_s));
    for (const Offence& offence : reference.offences()) {
        QCOMPARE(reference.standsUnder(offence.id, wanted), reference.isCriminal(offence.id));
    }
    QVERIFY(!reference.standsUnder(OffenceId(u"nonsense"_s), wanted));
}

void ReferenceTest::otherOffencesStandUnderEveryCriminalReason()
{
    const Reason& narcotics = *reference.reason(ReasonCode(u"narcotics"_s));
    QVERIFY(reference.standsUnder(OffenceId(u"drugs"_s), narcotics));
    QVERIFY(reference.standsUnder(OffenceId(u"conspiracy_371"_s), narcotics)); // listed under other_criminal
    QVERIFY(!reference.standsUnder(OffenceId(u"cyber"_s), narcotics));
    QVERIFY(!reference.standsUnder(OffenceId(u"default"_s), *reference.reason(ReasonCode(u"fugitive_alien"_s))));
}

void ReferenceTest::reasonsLeaveOversightOut()
{
    QCOMPARE(std::ranges::count(reference.reasons(), Matter::Criminal, &Reason::matter), 16);
    QCOMPARE(std::ranges::count(reference.reasons(), Matter::Administrative, &Reason::matter), 7);
    QVERIFY(reference.reason(ReasonCode(u"audit_check"_s)) == nullptr);
    QVERIFY(reference.reason(ReasonCode(u"training"_s)) == nullptr);
    QCOMPARE(reference.purposes().size(), 8U);
    QCOMPARE(reference.purpose(PurposeId(u"eliminate"_s))->label, u"Rule a person or vehicle out"_s);
}

void ReferenceTest::knowsAHundredAndTenJurisdictions()
{
    QCOMPARE(reference.jurisdictions().size(), 110U);
    QSet<JurisdictionKey> keys;
    for (const Jurisdiction& jurisdiction : reference.jurisdictions()) {
        keys.insert(jurisdiction.key);
        QCOMPARE(reference.jurisdiction(jurisdiction.key), &jurisdiction);
    }
    QCOMPARE(keys.size(), 110);
}

void ReferenceTest::findsEveryJurisdictionByKeyAndName()
{
    for (const Jurisdiction& jurisdiction : reference.jurisdictions()) {
        QCOMPARE(reference.findJurisdiction(jurisdiction.key.text()), jurisdiction.key);
        QCOMPARE(reference.findJurisdiction(jurisdiction.key.text().toLower()), jurisdiction.key);
        QCOMPARE(reference.findJurisdiction(u"  "_s + jurisdiction.name.toUpper()), jurisdiction.key);
        QStringList shorts = jurisdiction.aliases;
        shorts << jurisdiction.code;
        for (const QString& code : std::as_const(shorts)) {
            const bool ambiguous = QStringList({u"NB"_s, u"NL"_s, u"GU"_s}).contains(code);
            if (code != "--"_L1) {
                QCOMPARE(reference.findJurisdiction(code).has_value(), !ambiguous);
            }
        }
    }
}

void ReferenceTest::findsJurisdictions_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found"); // key; or "?" and what it could mean; or empty
    QTest::newRow("code") << u"tx"_s << u"US-TX"_s;
    QTest::newRow("alias") << u"cdmx"_s << u"MX-DF"_s;
    QTest::newRow("accent") << u"Nuevo León"_s << u"MX-NL"_s;
    QTest::newRow("spaces") << u" new   york "_s << u"US-NY"_s;
    QTest::newRow("full-width") << u"ＴＸ"_s << u"US-TX"_s;
    QTest::newRow("NB is Nebraska or New Brunswick") << u"nb"_s << u"?US-NE CA-NB"_s;
    QTest::newRow("NL is Newfoundland or Nuevo Leon") << u"NL"_s << u"?CA-NF MX-NL"_s;
    QTest::newRow("GU is Guam or Guanajuato") << u"GU"_s << u"?US-GU MX-GU"_s;
    QTest::newRow("empty") << QString() << u"-"_s;
    QTest::newRow("spaces only") << u"  "_s << u"-"_s;
    QTest::newRow("unknown") << u"ZZ"_s << QString();
    QTest::newRow("unknown key") << u"US-ZZ"_s << QString();
    QTest::newRow("no code") << u"--"_s << QString();
    QTest::newRow("part of a name") << u"New"_s << QString();
    QTest::newRow("wildcard") << u"*"_s << QString();
    QTest::newRow("hidden character") << u"T\u200bX"_s << QString();
}

void ReferenceTest::findsJurisdictions()
{
    using Kind = JurisdictionProblem::Kind;
    QFETCH(QString, typed);
    QFETCH(QString, found);
    const auto result = reference.findJurisdiction(typed);
    if (result) {
        QCOMPARE(result->text(), found);
        return;
    }
    QStringList keys;
    for (const JurisdictionKey& key : result.error().candidates) {
        keys.append(key.text());
    }
    const Kind kind = found.isEmpty() ? Kind::Unknown : found == "-"_L1 ? Kind::Empty : Kind::Ambiguous;
    QVERIFY(result.error().kind == kind);
    QCOMPARE(keys.join(u' '), kind == Kind::Ambiguous ? found.sliced(1) : QString());
}

void ReferenceTest::layoutsAreExpressions()
{
    int layouts = 0;
    for (const Jurisdiction& jurisdiction : reference.jurisdictions()) {
        for (const QString& layout : jurisdiction.layouts) {
            ++layouts;
            QVERIFY2(QRegularExpression(layout).isValid(), qPrintable(layout));
        }
    }
    QVERIFY(layouts > 100);
}

void ReferenceTest::confusableCharacters()
{
    QVERIFY(reference.confusable(u'0', u'O'));
    QVERIFY(reference.confusable(u'Q', u'D'));
    QVERIFY(reference.confusable(u'b', u'8'));
    QVERIFY(reference.confusable(u'7', u'3'));
    QVERIFY(!reference.confusable(u'0', u'0'));
    QVERIFY(!reference.confusable(u'A', u'B'));
    QVERIFY(!reference.confusable(QChar(), u'0'));
    QVERIFY(reference.isNotAPlate(u"UNKNOWN"_s));
    QVERIFY(!reference.isNotAPlate(u"ZZ9TST"_s));
}

void ReferenceTest::bannerPointsAndMarks()
{
    QCOMPARE(reference.bannerPoints().size(), 18U);
    QVERIFY(std::ranges::any_of(reference.bannerPoints(), &BannerPoint::required));
    QVERIFY(std::ranges::any_of(reference.bannerPoints(), [](const BannerPoint& point) { return point.id == "open_case_only"_L1; }));
    QCOMPARE(reference.offence(OffenceId(u"rico"_s))->verification.mark, VerifiedMark::PartlyVerified);
    QCOMPARE(reference.reason(ReasonCode(u"other_criminal"_s))->verification.mark, VerifiedMark::NotVerified);
    QVERIFY(reference.offence(OffenceId(u"espionage"_s))->hasDeathVariant);
}

QTEST_GUILESS_MAIN(ReferenceTest)
#include "ReferenceTest.moc"
