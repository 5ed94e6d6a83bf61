#include "domain/ReasonGate.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace casebound;

Q_DECLARE_METATYPE(casebound::ReasonProblem)

class ReasonGateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsSpecificReasons_data();
    void acceptsSpecificReasons();
    void refusesReasons_data();
    void refusesReasons();
    void namesTheWordItFound_data();
    void namesTheWordItFound();
    void staysQuickOnHostileText();

private:
    static void protectedRows();
    static void generalRows();
    static void profilingRows();
};

void ReasonGateTest::acceptsSpecificReasons_data()
{
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text); };

    row("Stolen vehicle used in cash courier run of 14 May, witness saw plate");
    row("Bulk cash smuggling: courier seen leaving warehouse on Harbor Rd");
    row("robbery suspect");
    row("missing child");
    row("Warrant 26-MJ-101 for wire fraud, subject last seen in Port Meridian");
    row("Robo con violencia el 14 de mayo, testigo anotó la placa");
    // addresses
    row("Church street robbery suspect's car seen leaving at 21:40");
    row("Robbery suspect fled along Church St. towards the harbor");
    row("Burglary at 12 Union Ave, vehicle on camera");
    row("Courier met seller at Temple Rd and 4th");
    row("Cash drop near Mosque Ln, witness noted plate");
    row("Hit and run at Union Hill Rd on 3 May");
    row("Delivery to Clinic Drive warehouse, counterfeit pills");
    row("Robo en Calle Iglesia 12, testigo anotó la placa");
    row("Robo en Calle de la Iglesia, testigo anotó la placa");
    // other words and names
    row("Suspect Marchetti drove the courier van on 2 May");
    row("Pressing need: armed robbery crew fled in a grey van");
    row("Marching orders were found in the smuggler's phone");
    row("Churchill Farms warehouse burglary, getaway car");
    row("Pill press delivered to suspect's garage, fentanyl tablets");
    row("Victim wants to press charges after carjacking");
    row("Western Union wires to courier, money laundering");
    row("Credit union robbery, getaway car seen");
    row("Union Pacific rail yard cargo theft, van seen twice");
    row("Strike force request: fentanyl courier, grey sedan");
    row("Vehicle strikes pedestrian and flees, plate read by witness");
    row("Rally car stolen from dealer lot, recovered parts sold");
    row("Demonstration vehicle stolen from dealer, odometer fraud");
    row("Temple, Texas warehouse burglary ring, second vehicle");
    row("Reunion of gang members after bank robbery");
    row("Suspects sit in parked car outside victim's house");
    // March, the month
    row("Bank robbery of 14 March, getaway car");
    row("Bank robbery March 14, getaway car");
    row("Cargo thefts in March and April, same van");
    row("Bank robbery since March 2026, series of five");
    // the scene of an offence
    row("Arson at the First Baptist church, accelerant bought with stolen card");
    row("Church burglary, silver sold to dealer, van on camera");
    row("Threats against a mosque, caller's vehicle identified");
    row("Fraud at a clinic billing scheme, courier delivered ledgers");
    // describing somebody beside what was done
    row("Black sedan seen at burglary, partial description by witness");
    row("Fled in his panic after jewelry store robbery");
    row("Guatemalan passport fraud ring, courier delivers blanks");
    row("White van used in cargo theft, Harbor Rd");
    row("Mexican cartel courier moved cocaine, warehouse surveillance");
    row("At-large alien with criminal record, removal order, known vehicle");
    // prose with line breaks and a word processor's soft hyphen
    row("Carjacking on 4 May\nvictim identified vehi\u00adcle from photos");
}

void ReasonGateTest::acceptsSpecificReasons()
{
    QFETCH(QString, reason);
    const ReasonVerdict verdict = judgeReason(reason);
    QVERIFY2(!verdict.problem, qPrintable(u"%1: %2"_s.arg(int(verdict.problem.value_or(ReasonProblem::Empty))).arg(verdict.word)));
}

void ReasonGateTest::generalRows()
{
    const auto row = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text) << ReasonProblem::TooGeneral; };
    // audit_rules.json, each of its words
    for (const char* word : {"investigation", "inv", "police", "LE", "official", "check", "test", "case", "suspicious", "admin"}) {
        row(word);
    }
    row("INVESTIGATION!!!");
    row("  investigation  ");
    row("criminal investigation");
    row("ongoing criminal investigation");
    row("official police investigation");
    row("Investigation 2026-0042");
    row("investigation investigation");
    row("in-ves-ti-gation of the case");
    row("i n v e s t i g a t i o n");
    row("i.n.v.e.s.t.i.g.a.t.i.o.n.");
    row("inves tigation, police");
    row("invesssstigatioooon");
    row("1nvest1gat10n police");
    row("inv\u200best\u200digation");
    row("ｉｎｖｅｓｔｉｇａｔｉｏｎ");
    row("invéstigàtion police check");
    row("іnvеstіgаtіоn"); // Cyrillic look-alikes
    row("investigación");
    row("investigación policial en curso");
    row("drug investigation");
    row("suspicious activity");
    row("suspect vehicle check");
    row("drugs");
    row("stolen car");              // under 12 characters
    row("robbery 1.............."); // and padding does not make it longer
    row("burglary burglary burglary");
    row("counterfeiting");
    row("aaaaaaaaaaaaaaaaaaaa");
    row("aaaaaaaa bbbbbbbb cccccccc");
    row("1234567890123 4567");
    row("a b c d e f g h i j k l m");
    row("!!!!!!!!!!!!!!!!!!");
    row("🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗🚗");
    row("asdf asdf qwerty asdf");
    row("see case file for information");
}

void ReasonGateTest::protectedRows()
{
    const auto row = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text) << ReasonProblem::ProtectedActivity; };
    row("protest");
    row("Vehicle seen at the protest on Main Street");
    row("Took part in PROTESTS downtown last week");
    row("pro-test attendee, blue sedan");
    row("p r o t e s t attendee, blue sedan");
    row("pro test attendee, blue sedan");
    row("pr0test attendee, blue sedan");
    row("prooootest attendee, blue sedan");
    row("pro\u200btest attendee, blue sedan");
    row("ｐｒｏｔｅｓｔ attendee, blue sedan");
    row("рrоtеst attendee, blue sedan");     // Cyrillic look-alikes
    row("protest Main St, robbery suspect"); // an address does not make a protest innocent
    row("Organised a demonstration at the harbor");
    row("Cars parked near rally of 4 May");
    row("took part in the march downtown with friends");
    row("marched downtown with flags, blue sedan");
    row("women's march organiser drives a blue sedan");
    row("marching on the town hall with others, blue sedan");
    row("sit-in at the harbor office, blue sedan");
    row("vigil attendee, blue sedan");
    row("known activist drives a blue sedan");
    row("drove to voter registration drive downtown");
    row("attends mosque every Friday, blue sedan");
    row("Robbery suspects seen at mosque on Friday");
    row("parked at church, St Mary, during service");
    row("church on Main Street attendee, blue sedan");
    row("Drives to synagogue weekly with family");
    row("worshippers parked at the harbor");
    row("prayer meeting at the harbor, blue sedan");
    row("Vehicles attending Church St mosque");
    row("union organising at the harbor, blue sedan");
    row("workers strike at the harbor, blue sedan");
    row("hunger strike supporters, blue sedan");
    row("picketing outside the warehouse, blue sedan");
    row("journalist who wrote about the harbor");
    row("meets the press at the harbor, blue sedan");
    row("reporter seen with source, blue sedan");
    row("drove patient to abortion appointment");
    row("drove patient to clinic over the county line");
    row("planned parenthood visitor, blue sedan");
    row("vehículo visto en la manifestación del centro");
    row("participó en la huelga del puerto, auto azul");
    row("va a la iglesia con su familia, auto azul");
    row("periodista que escribió sobre el puerto");
    row("abogada del sindicato, auto azul");
}

void ReasonGateTest::profilingRows()
{
    const auto row = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text) << ReasonProblem::ProfilingAlone; };
    row("Hispanic");
    row("Hispanic male driving a truck");
    row("HISPANIC MALES, suspicious vehicle");
    row("Mexican nationals in the area");
    row("Mex-i-can nationals in the area");
    row("driver looks Middle Eastern");
    row("black driver in a nice car");
    row("two young black men in a sedan");
    row("Black males in the neighborhood");
    row("undocumented immigrants in van");
    row("foreign looking person, suspicious");
    row("checking nationality of driver");
    row("Muslim family in the area");
    row("conductor mexicano, vehículo sospechoso");
    row("Guatemalan");
}

void ReasonGateTest::refusesReasons_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<ReasonProblem>("problem");

    QTest::newRow("empty") << QString() << ReasonProblem::Empty;
    QTest::newRow("spaces") << u" \n\t "_s << ReasonProblem::Empty;
    QTest::newRow("2,001 characters") << u"robbery at harbor "_s.repeated(120).first(2001).replace(2000, 1, u"x"_s)
                                      << ReasonProblem::TooLong;
    QTest::newRow("NUL") << u"Robbery of harbor office"_s + QChar(u'\0') + u"14 May"_s << ReasonProblem::ControlCharacter;
    QTest::newRow("escape") << u"Robbery of \u001b[2J harbor office"_s << ReasonProblem::ControlCharacter;
    QTest::newRow("right-to-left override") << u"Robbery of \u202e harbor office"_s << ReasonProblem::ControlCharacter;
    QTest::newRow("half a surrogate pair") << u"Robbery of harbor office "_s + QChar(0xd83d) + u"14 May"_s
                                           << ReasonProblem::ControlCharacter;
    generalRows();
    protectedRows();
    profilingRows();
}

void ReasonGateTest::refusesReasons()
{
    QFETCH(QString, reason);
    QFETCH(ReasonProblem, problem);
    const ReasonVerdict verdict = judgeReason(reason);
    QVERIFY(verdict.problem);
    QVERIFY2(*verdict.problem == problem, qPrintable(u"%1 %2"_s.arg(int(*verdict.problem)).arg(verdict.word)));
}

void ReasonGateTest::namesTheWordItFound_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("word");
    QTest::newRow("general") << u"INVESTIGATION!!!"_s << u"investigation"_s;
    QTest::newRow("disguised") << u"Seen at pr0-test downtown"_s << u"protest"_s;
    QTest::newRow("phrase") << u"Attends Sunday School with family"_s << u"sunday school"_s;
    QTest::newRow("profiling") << u"Hispanic male"_s << u"hispanic"_s;
    QTest::newRow("colour") << u"black male"_s << u"black"_s;
    QTest::newRow("no word to blame") << u"robbery"_s << QString();
}

void ReasonGateTest::namesTheWordItFound()
{
    QFETCH(QString, reason);
    QTEST(judgeReason(reason).word, "word");
}

void ReasonGateTest::staysQuickOnHostileText()
{
    const std::clock_t start = std::clock();                                     // of the processor: a busy machine must not fail it
    for (const QString& piece : {u"a-"_s, u"x "_s, u"church "_s, u"\ufdfa"_s}) { // the last folds to 18 characters
        const QString text = piece.repeated(2000).first(2000);
        QVERIFY2(judgeReason(text).problem || piece.size() == 1, qPrintable(piece));
    }
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 2, qPrintable(QString::number(seconds)));
}

QTEST_GUILESS_MAIN(ReasonGateTest)
#include "ReasonGateTest.moc"
