#include "service/GateDesk.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace casebound;
using namespace casebound::test;

class QueryGateTest : public GateDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void authorizesAQueryInOrder();
    void authorizesWhat_data();
    void authorizesWhat();
    void refuses_data();
    void refuses();
    void refusesAnEmptyFormFieldByField();
    void namesWhatItRefusedFor();
    void judgesAndAuthorizesAlike();
    void idsAreFresh();

private:
    static void rowsOfWords();
    static void rowsOfVehicles();
    static void rowsOfDates();
};

void QueryGateTest::authorizesAQueryInOrder()
{
    draft.reasonText = u"  Courier of bulk cash seen lea\u00adving the harbor warehouse \n"_s;
    draft.onBehalfOf = u"  Sam   Sample "_s;
    const auto query = gate().authorize(draft);
    QVERIFY2(query, qPrintable(query ? QString() : fields(query.error().fields)));
    const QueryTerms& terms = query->terms();
    QCOMPARE(terms.plate.text(), u"ZZ9TST"_s);
    QCOMPARE(terms.jurisdiction, JurisdictionKey(u"US-OH"_s));
    QCOMPARE(terms.caseNumber, CaseNumber(u"PM-2026-0042"_s));
    QCOMPARE(terms.matter, Matter::Criminal);
    QCOMPARE(terms.offence, draft.offence);
    QCOMPARE(terms.reasonCode, draft.reasonCode);
    QCOMPARE(terms.purpose, draft.purpose);
    QCOMPARE(terms.reasonText, u"Courier of bulk cash seen leaving the harbor warehouse"_s);
    QCOMPARE(terms.onBehalfOf, u"Sam Sample"_s);
    QCOMPARE(toRfc3339(terms.from), u"2026-08-23T04:00:00.000000Z"_s); // summer time
    QCOMPARE(toRfc3339(terms.to), u"2026-11-20T17:00:00.000000Z"_s);   // today: until now
    QCOMPARE(terms.limit.years, 5);
    QCOMPARE(terms.limit.source, u"18 USC 3282(a)"_s);
    QCOMPARE(terms.limit.earliest, QDate(2021, 11, 20));
    QVERIFY(terms.approvalId.isEmpty());
    QVERIFY(!terms.id.isNull());
}

void QueryGateTest::authorizesWhat_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };

    row("administrative priority", [](QueryDraft& d) {
        d.matter = Matter::Administrative;
        d.offence = {};
        d.reasonCode = ReasonCode(u"fugitive_alien"_s);
    });
    row("civil matter with its civil row", [](QueryDraft& d) {
        d.matter = Matter::Administrative;
        d.offence = OffenceId(u"customs_civil"_s);
        d.reasonCode = ReasonCode(u"hsi_civil"_s);
    });
    row("offence of other_criminal under another reason", [](QueryDraft& d) { d.offence = OffenceId(u"conspiracy_371"_s); });
    row("any offence on a warrant", [](QueryDraft& d) {
        d.reasonCode = ReasonCode(u"wanted_person"_s);
        d.offence = OffenceId(u"cyber"_s);
    });
    row("offence without a limitation, within the house limit", [](QueryDraft& d) {
        d.reasonCode = ReasonCode(u"other_criminal"_s);
        d.offence = OffenceId(u"capital"_s);
        d.from = QDate(2016, 11, 20);
    });
    row("offence limited by a victim's life, within the house limit", [](QueryDraft& d) {
        d.reasonCode = ReasonCode(u"child_exploitation"_s);
        d.offence = OffenceId(u"child_abuse"_s);
        d.from = QDate(2016, 11, 20);
    });
    row("case number with spaces around", [](QueryDraft& d) { d.caseNumber = u" PM-2026-0042 "_s; });
    row("jurisdiction by name", [](QueryDraft& d) { d.jurisdiction = u"ohio"_s; });
    row("one day", [](QueryDraft& d) { d.from = d.to; });
    row("first day of the limit", [](QueryDraft& d) { d.from = QDate(2021, 11, 20); });
    row("a leap day in the window", [](QueryDraft& d) { d.from = d.to = QDate(2024, 2, 29); });
    row("over New Year", [](QueryDraft& d) { d.from = QDate(2025, 12, 31), d.to = QDate(2026, 1, 1); });
    row("plate that spells a word", [](QueryDraft& d) { d.plate = u"NONE"_s; });
}

void QueryGateTest::authorizesWhat()
{
    QFETCH(Change, change);
    change(draft);
    const auto query = gate().authorize(draft);
    QVERIFY2(query, qPrintable(query ? QString() : fields(query.error().fields)));
    QCOMPARE(query->terms().matter, draft.matter.value());
    QVERIFY(query->terms().from <= query->terms().to);
}

namespace {

void row(const char* name, QueryField field, FieldProblem problem, Change change)
{
    QTest::newRow(name) << change << field << problem;
}

} // namespace

void QueryGateTest::rowsOfWords()
{
    using enum FieldProblem;
    row("empty case", QueryField::Case, Missing, [](QueryDraft& d) { d.caseNumber = u"  "_s; });
    row("placeholder case", QueryField::Case, PlaceholderCase, [](QueryDraft& d) { d.caseNumber = u"N/A"_s; });
    row("12345 as case", QueryField::Case, PlaceholderCase, [](QueryDraft& d) { d.caseNumber = u"12345"_s; });
    row("unknown case", QueryField::Case, UnknownCase, [](QueryDraft& d) { d.caseNumber = u"PM-2026-0043"_s; });
    row("closed case", QueryField::Case, ClosedCase, [](QueryDraft& d) { d.caseNumber = u"PM-2025-0001"_s; });
    row("disposed case", QueryField::Case, ClosedCase, [](QueryDraft& d) { d.caseNumber = u"PM-2024-0009"_s; });
    row("long case", QueryField::Case, CaseText, [](QueryDraft& d) { d.caseNumber = u"A7"_s.repeated(40); });
    row("case with a hidden character", QueryField::Case, CaseText, [](QueryDraft& d) { d.caseNumber = u"PM-2026\u200b-0042"_s; });
    row("no matter", QueryField::Matter, Missing, [](QueryDraft& d) { d.matter.reset(); });
    row("no offence", QueryField::Offence, Missing, [](QueryDraft& d) { d.offence = {}; });
    row("unknown offence", QueryField::Offence, UnknownOffence, [](QueryDraft& d) { d.offence = OffenceId(u"jaywalking"_s); });
    row("offence of another reason", QueryField::Offence, UnknownOffence, [](QueryDraft& d) { d.offence = OffenceId(u"cyber"_s); });
    row("civil row as a crime", QueryField::Offence, OffenceOfOtherMatter,
        [](QueryDraft& d) { d.offence = OffenceId(u"customs_civil"_s); });
    row("no criminal reason", QueryField::Offence, Missing, [](QueryDraft& d) { d.reasonCode = {}; });
    row("unknown criminal reason", QueryField::Offence, UnknownReason, [](QueryDraft& d) { d.reasonCode = ReasonCode(u"curiosity"_s); });
    row("oversight reason", QueryField::Offence, UnknownReason, [](QueryDraft& d) { d.reasonCode = ReasonCode(u"audit_check"_s); });
    row("administrative reason for a crime", QueryField::Offence, UnknownOffence,
        [](QueryDraft& d) { d.reasonCode = ReasonCode(u"hsi_civil"_s); });
    row("reason withdrawn by counsel", QueryField::Offence, ReasonWithdrawn, [](QueryDraft& d) {
        d.reasonCode = ReasonCode(u"commercial_fraud"_s);
        d.offence = OffenceId(u"customs"_s);
    });
    row("priority withdrawn by counsel", QueryField::Priority, ReasonWithdrawn, [](QueryDraft& d) {
        d.matter = Matter::Administrative;
        d.offence = {};
        d.reasonCode = ReasonCode(u"natsec_alien"_s);
    });
    row("no priority", QueryField::Priority, Missing, [](QueryDraft& d) {
        d.matter = Matter::Administrative;
        d.offence = {};
        d.reasonCode = {};
    });
    row("criminal reason as priority", QueryField::Priority, UnknownReason, [](QueryDraft& d) {
        d.matter = Matter::Administrative;
        d.offence = {};
    });
    row("unknown priority", QueryField::Priority, UnknownReason, [](QueryDraft& d) {
        d.matter = Matter::Administrative;
        d.offence = {};
        d.reasonCode = ReasonCode(u"curiosity"_s);
    });
    row("crime in an administrative matter", QueryField::Offence, OffenceOfOtherMatter, [](QueryDraft& d) {
        d.matter = Matter::Administrative;
        d.reasonCode = ReasonCode(u"fugitive_alien"_s);
    });
    row("no purpose", QueryField::Purpose, Missing, [](QueryDraft& d) { d.purpose = {}; });
    row("unknown purpose", QueryField::Purpose, UnknownPurpose, [](QueryDraft& d) { d.purpose = PurposeId(u"curiosity"_s); });
    row("no reason", QueryField::Reason, Missing, [](QueryDraft& d) { d.reasonText = u" "_s; });
    row("reason \"investigation\"", QueryField::Reason, ReasonTooGeneral, [](QueryDraft& d) { d.reasonText = u"investigation"_s; });
    row("reason names a protest", QueryField::Reason, ReasonProtectedActivity,
        [](QueryDraft& d) { d.reasonText = u"Seen at the protest downtown"_s; });
    row("reason names ethnicity alone", QueryField::Reason, ReasonProfiling,
        [](QueryDraft& d) { d.reasonText = u"Hispanic male in the area"_s; });
    row("reason of 2,001 characters", QueryField::Reason, ReasonTooLong,
        [](QueryDraft& d) { d.reasonText = u"robbery "_s.repeated(251).first(2001).replace(2000, 1, u"x"_s); });
    row("reason with NUL", QueryField::Reason, ReasonControlCharacter, [](QueryDraft& d) { d.reasonText.insert(9, QChar(u'\0')); });
    row("on behalf of oneself, id", QueryField::OnBehalfOf, OnBehalfOfSelf, [](QueryDraft& d) { d.onBehalfOf = u" Practice.AGENT "_s; });
    row("on behalf of oneself, name", QueryField::OnBehalfOf, OnBehalfOfSelf, [](QueryDraft& d) { d.onBehalfOf = u"alex  EXAMPLE"_s; });
    row("on behalf of oneself, accents", QueryField::OnBehalfOf, OnBehalfOfSelf, [](QueryDraft& d) { d.onBehalfOf = u"Álex Example"_s; });
    row("on behalf with a direction mark", QueryField::OnBehalfOf, OnBehalfText,
        [](QueryDraft& d) { d.onBehalfOf = u"Sam\u202e Sample"_s; });
    row("on behalf with a zero-width space", QueryField::OnBehalfOf, OnBehalfText,
        [](QueryDraft& d) { d.onBehalfOf = u"Alex\u200b Example"_s; });
    row("on behalf of 129 characters", QueryField::OnBehalfOf, OnBehalfText, [](QueryDraft& d) { d.onBehalfOf = u"x"_s.repeated(129); });
}

void QueryGateTest::rowsOfVehicles()
{
    using enum FieldProblem;
    row("no plate", QueryField::Plate, Missing, [](QueryDraft& d) { d.plate = u" - "_s; });
    row("ABC*", QueryField::Plate, PlateWildcard, [](QueryDraft& d) { d.plate = u"ABC*"_s; });
    row("ABC 1?3", QueryField::Plate, PlateWildcard, [](QueryDraft& d) { d.plate = u"ABC 1?3"_s; });
    row("12 characters", QueryField::Plate, PlateTooLong, [](QueryDraft& d) { d.plate = u"ABCDEF123456"_s; });
    row("emoji", QueryField::Plate, PlateSymbol, [](QueryDraft& d) { d.plate = u"ABC\U0001f697"_s; });
    row("right-to-left mark", QueryField::Plate, PlateBidiMark, [](QueryDraft& d) { d.plate = u"ABC\u200f123"_s; });
    row("full-width letters", QueryField::Plate, PlateFullWidth, [](QueryDraft& d) { d.plate = u"ＡＢＣ１２３"_s; });
    row("control character", QueryField::Plate, PlateControlCharacter, [](QueryDraft& d) { d.plate = u"ABC\u0007"_s; });
    row("Cyrillic letter", QueryField::Plate, PlateForeignLetter, [](QueryDraft& d) { d.plate = u"АBC123"_s; });
    row("no jurisdiction", QueryField::Jurisdiction, Missing, [](QueryDraft& d) { d.jurisdiction.clear(); });
    row("unknown jurisdiction", QueryField::Jurisdiction, UnknownJurisdiction, [](QueryDraft& d) { d.jurisdiction = u"Atlantis"_s; });
    row("NB", QueryField::Jurisdiction, AmbiguousJurisdiction, [](QueryDraft& d) { d.jurisdiction = u"NB"_s; });
    row("NL", QueryField::Jurisdiction, AmbiguousJurisdiction, [](QueryDraft& d) { d.jurisdiction = u"nl"_s; });
    row("GU", QueryField::Jurisdiction, AmbiguousJurisdiction, [](QueryDraft& d) { d.jurisdiction = u"GU"_s; });
}

void QueryGateTest::rowsOfDates()
{
    using enum FieldProblem;
    row("no From", QueryField::From, Missing, [](QueryDraft& d) { d.from = {}; });
    row("no To", QueryField::To, Missing, [](QueryDraft& d) { d.to = {}; });
    row("30 February", QueryField::From, Missing, [](QueryDraft& d) { d.from = QDate(2026, 2, 30); });
    row("29 February of a common year", QueryField::From, Missing, [](QueryDraft& d) { d.from = QDate(2026, 2, 29); });
    row("year 20261", QueryField::To, InvalidDate, [](QueryDraft& d) { d.to = QDate(20261, 1, 1); });
    row("From after To", QueryField::From, FromAfterTo, [](QueryDraft& d) { d.from = QDate(2026, 11, 20), d.to = QDate(2026, 11, 19); });
    row("From after To over New Year", QueryField::From, FromAfterTo,
        [](QueryDraft& d) { d.from = QDate(2026, 1, 1), d.to = QDate(2025, 12, 31); });
    row("To tomorrow", QueryField::To, InFuture, [](QueryDraft& d) { d.to = QDate(2026, 11, 21); });
    row("one day over the limit", QueryField::From, BeyondLimit, [](QueryDraft& d) { d.from = QDate(2021, 11, 19); });
    row("decades over the limit", QueryField::From, BeyondLimit, [](QueryDraft& d) { d.from = QDate(1, 1, 1); });
    row("five years of an administrative matter", QueryField::From, BeyondLimit, [](QueryDraft& d) {
        d.matter = Matter::Administrative;
        d.offence = {};
        d.reasonCode = ReasonCode(u"fugitive_alien"_s);
        d.from = QDate(2021, 11, 19);
    });
    row("no limitation, over the house limit", QueryField::From, BeyondLimit, [](QueryDraft& d) {
        d.reasonCode = ReasonCode(u"other_criminal"_s);
        d.offence = OffenceId(u"capital"_s);
        d.from = QDate(2016, 11, 19);
    });
    row("death variant: the shorter base counts", QueryField::From, BeyondLimit, [](QueryDraft& d) {
        d.reasonCode = ReasonCode(u"weapons_smuggling"_s);
        d.offence = OffenceId(u"firearms"_s);
        d.from = QDate(2021, 11, 19);
    });
}

void QueryGateTest::refuses_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QueryField>("field");
    QTest::addColumn<FieldProblem>("problem");
    rowsOfWords();
    rowsOfVehicles();
    rowsOfDates();
}

void QueryGateTest::refuses()
{
    QFETCH(Change, change);
    change(draft);
    const auto query = gate().authorize(draft);
    QVERIFY(!query);
    const std::vector<FieldRefusal>& refused = query.error().fields;
    QVERIFY2(refused.size() == 1, qPrintable(fields(refused)));
    QTEST(refused[0].field, "field");
    QTEST(refused[0].problem, "problem");
    QCOMPARE(refused[0].limit.has_value(), refused[0].problem == FieldProblem::BeyondLimit);
}

void QueryGateTest::refusesAnEmptyFormFieldByField()
{
    const std::vector<FieldRefusal> refused = gate().judge({});
    const std::vector<QueryField> expected{QueryField::Case,  QueryField::Matter,       QueryField::Purpose, QueryField::Reason,
                                           QueryField::Plate, QueryField::Jurisdiction, QueryField::From,    QueryField::To};
    QCOMPARE(refused.size(), expected.size());
    for (std::size_t n = 0; n < refused.size(); ++n) {
        QVERIFY(refused[n].field == expected[n]); // and in the order of the screen
        QVERIFY(refused[n].problem == FieldProblem::Missing);
    }
}

void QueryGateTest::namesWhatItRefusedFor()
{
    draft.jurisdiction = u"NB"_s;
    draft.reasonText = u"Seen at the PROTEST downtown"_s;
    draft.from = QDate(2021, 11, 19);
    const std::vector<FieldRefusal> refused = gate().judge(draft);
    QCOMPARE(refused.size(), 3U);
    QCOMPARE(refused[0].detail, u"protest"_s);
    QCOMPARE(refused[1].detail, u"US-NE CA-NB"_s);
    QCOMPARE(refused[2].limit.value().earliest, QDate(2021, 11, 20));
    QCOMPARE(refused[2].limit.value().source, u"18 USC 3282(a)"_s);
}

void QueryGateTest::judgesAndAuthorizesAlike()
{
    // Drafts of good and bad parts, mixed by chance: authorised exactly where judge() refuses nothing, and never outside the limit.
    QRandomGenerator random(20261120);
    const auto pick = [&random](const auto& list) { return list[std::size_t(random.bounded(int(list.size())))]; };
    const std::vector<QString> numbers{u"PM-2026-0042"_s, u"PM-2026-0042"_s, u"PM-2026-0042"_s, u"PM-2025-0001"_s, u"none"_s};
    const std::vector<QString> plates{u"ZZ9TST"_s, u"ZZ9TST"_s, u"zz-9"_s, u"ZZ*"_s};
    const std::vector<QString> places{u"US-OH"_s, u"Texas"_s, u"NB"_s};
    const std::vector<QString> offences{u"bulk_cash"_s, u"ml"_s, u"securities"_s, u"drugs"_s};
    int authorized = 0;
    for (int n = 0; n < 5'000; ++n) {
        draft.caseNumber = pick(numbers);
        draft.plate = pick(plates);
        draft.jurisdiction = pick(places);
        draft.offence = OffenceId(pick(offences));
        draft.from = QDate(2026, 11, 20).addDays(-random.bounded(2600));
        draft.to = QDate(2026, 11, 22).addDays(-random.bounded(1000));
        const bool clean = gate().judge(draft).empty();
        const auto query = gate().authorize(draft);
        QCOMPARE(query.has_value(), clean);
        if (query) {
            ++authorized;
            const QueryTerms& terms = query->terms();
            QVERIFY(terms.from <= terms.to);
            QVERIFY(terms.to <= clock.at);
            QVERIFY(toDateTime(terms.from).toTimeZone(zone).date() >= terms.limit.earliest);
            QVERIFY(terms.limit.earliest >= QDate(2026, 11, 20).addYears(-terms.limit.years));
        }
    }
    QVERIFY(authorized > 100);
}

void QueryGateTest::idsAreFresh()
{
    const QueryGate unchanged = gate();
    QVERIFY(unchanged.authorize(draft)->terms().id != unchanged.authorize(draft)->terms().id);
}

QTEST_GUILESS_MAIN(QueryGateTest)
#include "QueryGateTest.moc"
