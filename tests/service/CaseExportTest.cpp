// From the log and the case file to a bag in outsiders' hands.
#include "service/ExportVerdict.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace casebound;
using namespace Qt::StringLiterals;

class CaseExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenHoldsForOutsiders_data() { exportKinds(); }
    void whatIsWrittenHoldsForOutsiders()
    {
        QFETCH(BundleKind, kind);
        ExportDesk desk(20);
        const auto before = desk.desk.entries().size();
        QStringList checked;
        desk.service->setCheck([&](const QString& path) {
            checked += path;
            const BagReport report = verified(desk, path);
            return report.verdict() == VerifyVerdict::InOrder ? QString() : QString::fromUtf8(report.text());
        });
        const auto written = desk.run(desk.request(kind));
        QVERIFY(written);
        QCOMPARE(desk.left(), QStringList{u"x"_s});
        QCOMPARE(checked.size(), kind == BundleKind::Encrypted ? 0 : 1);
        const BagReport report = verified(desk, desk.out.filePath(u"x"_s));
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        QCOMPARE(report.reads, 20);
        QCOMPARE(report.caseNumber, CaseText);
        QCOMPARE(report.signer, u"u-agent"_s);
        QCOMPARE(desk.signedTimes, 1);

        const auto entries = desk.desk.entries();
        QCOMPARE(entries.size(), before + 2);
        const QJsonObject &intended = entries[before], &outcome = entries[before + 1];
        QCOMPARE(intended["event"_L1].toString(), u"export.intended"_s);
        QCOMPARE(intended["outcome"_L1].toString(), kind == BundleKind::Encrypted ? u"case:encrypted"_s : u"case:not_encrypted"_s);
        QCOMPARE(outcome["event"_L1].toString(), u"export.written"_s);
        QCOMPARE(outcome["query_id"_L1].toString(), intended["query_id"_L1].toString());
        const QString note = outcome["private"_L1]["note"_L1].toString();
        QVERIFY2(note.contains(QString::fromLatin1(written->sha512.toHex())), qPrintable(note));
        QVERIFY(note.contains(u" 20 reads"_s));
        QVERIFY(note.contains(kind == BundleKind::Encrypted ? QString::fromLatin1(desk.people.recipient.sha256().toHex())
                                                            : u"not encrypted; the person said that this is meant"_s));
        // Neither names nor paths are for everybody.
        QVERIFY(!QJsonDocument(outcome).toJson().contains("note\": \"sha512") || outcome["note"_L1].isUndefined());
    }

    void anEarlierExportAndWhatTheStartSaidOfItAreInTheNext()
    {
        ExportDesk desk(3);
        AuditRecord killed = {.event = AuditEvent::ExportIntended};
        killed.queryId = QueryId::create().text();
        killed.caseNumber = CaseText;
        QVERIFY(desk.desk.log->append(killed));
        desk.service.reset();
        desk.reopenLog();
        desk.open(Role::Agent);
        const auto failed = desk.desk.entries(u"export.failed"_s);
        QCOMPARE(failed.size(), 1U);
        QCOMPARE(failed[0]["outcome"_L1].toString(), u"unknown"_s);
        const auto written = desk.run(desk.request(BundleKind::Folder));
        QVERIFY(written);
        QVERIFY(verified(desk, written->path).verdict() == VerifyVerdict::InOrder);
        QFile extract(written->path + u"/data/audit/entries.jsonl"_s);
        QVERIFY(extract.open(QIODevice::ReadOnly));
        const QByteArray lines = extract.readAll();
        QVERIFY(lines.contains("export.failed") && lines.contains(killed.queryId.toLatin1()));
    }

    void everyRoleAsksTheTable_data()
    {
        QTest::addColumn<std::optional<Role>>("role");
        QTest::newRow("agent") << std::optional(Role::Agent);
        QTest::newRow("supervisor") << std::optional(Role::Supervisor);
        QTest::newRow("nobody") << std::optional<Role>();
    }
    void everyRoleAsksTheTable()
    {
        QFETCH(std::optional<Role>, role);
        ExportDesk desk(1, role);
        const bool allowed = role && rightOf(*role, Action::ExportCase) == Right::Allowed;
        QCOMPARE(desk.service->contents(CaseNumber(CaseText)).has_value(), allowed);
        const auto written = desk.run(desk.request(BundleKind::Zip));
        QCOMPARE(written.has_value(), allowed);
        if (allowed)
            return;
        QCOMPARE(written.error(), CaseExportProblem::NotAllowed);
        QCOMPARE(desk.lastEntry()["event"_L1].toString(), u"action.refused"_s);
        QCOMPARE(desk.lastEntry()["outcome"_L1].toString(), u"export_case"_s);
        QVERIFY(desk.left().isEmpty());
    }

    void whatIsRefusedWritesNothingAndLogsNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<CaseExportProblem>("problem");
        QTest::newRow("without encryption, not acknowledged") << u"plain"_s << CaseExportProblem::NotAcknowledged;
        QTest::newRow("encrypted to nobody") << u"nobody"_s << CaseExportProblem::BadRecipient;
        QTest::newRow("recipients of a plain zip") << u"plain to somebody"_s << CaseExportProblem::BadRecipient;
        QTest::newRow("unknown case") << u"case"_s << CaseExportProblem::NoSuchCase;
        QTest::newRow("relative") << u"relative"_s << CaseExportProblem::BadTarget;
        QTest::newRow("no folder") << u"folder"_s << CaseExportProblem::BadTarget;
        QTest::newRow("NUL") << u"nul"_s << CaseExportProblem::BadTarget;
        QTest::newRow("a file is there") << u"there"_s << CaseExportProblem::TargetExists;
        QTest::newRow("a folder is there") << u"dir"_s << CaseExportProblem::TargetExists;
        QTest::newRow("a dangling link is there") << u"link"_s << CaseExportProblem::TargetExists;
        QTest::newRow("the case's secret is gone") << u"secret"_s << CaseExportProblem::CannotRead;
    }
    void whatIsRefusedWritesNothingAndLogsNothing()
    {
        QFETCH(QString, what);
        QFETCH(CaseExportProblem, problem);
        ExportDesk desk(2);
        CaseExportRequest request = desk.request(what == u"nobody"_s ? BundleKind::Encrypted : BundleKind::Zip);
        if (what == u"plain"_s)
            request.plainAcknowledged = false;
        else if (what == u"nobody"_s)
            request.recipients.clear();
        else if (what == u"plain to somebody"_s)
            request.recipients = {desk.clerk()};
        else if (what == u"case"_s)
            request.subject = CaseNumber(u"HB-1"_s);
        else if (what == u"relative"_s)
            request.target = u"x"_s;
        else if (what == u"folder"_s)
            request.target = desk.out.filePath(u"missing/x"_s);
        else if (what == u"nul"_s)
            request.target = desk.out.filePath(u"a"_s) + QChar(u'\0') + u'b';
        else if (what == u"there"_s)
            QVERIFY(QFile(request.target).open(QIODevice::WriteOnly));
        else if (what == u"dir"_s)
            QVERIFY(QDir().mkpath(request.target));
        else if (what == u"link"_s)
            QVERIFY(QFile::link(u"/nowhere"_s, request.target));
        else
            QVERIFY(QDir(desk.desk.folder.filePath(u"cases.db.keys"_s)).removeRecursively());
        const auto entries = desk.desk.entries().size();
        const QStringList before = desk.left();
        const auto written = desk.run(request);
        QVERIFY(!written);
        QCOMPARE(written.error(), problem);
        QCOMPARE(desk.left(), before);
        QCOMPARE(desk.desk.entries().size(), entries);
        QVERIFY(!desk.service->isRunning());
    }

    void onlyOneAtATime()
    {
        ExportDesk desk(2);
        QVERIFY(desk.service->start(desk.request(BundleKind::Zip)));
        QCOMPARE(desk.service->start(desk.request(BundleKind::Zip, u"y"_s)).error(), CaseExportProblem::Busy);
        QTRY_VERIFY(!desk.service->isRunning());
        QCOMPARE(desk.left(), QStringList{u"x"_s});
    }

    void vehiclePicturesStayBehindByChoice()
    {
        ExportDesk desk(3);
        CaseExportRequest request = desk.request(BundleKind::Folder);
        request.vehicleImages = false;
        const auto written = desk.run(request);
        QVERIFY(written);
        QCOMPARE(QDir(written->path + u"/data/images"_s).entryList(QDir::Files).size(), 3);
        QVERIFY(verified(desk, written->path).verdict() == VerifyVerdict::InOrder);
        QVERIFY(desk.desk.entries(u"export.intended"_s).back()["private"_L1]["note"_L1].toString().contains(u"without pictures"_s));
    }

    // Not the whole case file: the export says so in words and numbers, and the log names each read.
    void readsLeftOutByChoiceAreNamedAndCounted()
    {
        ExportDesk desk(6);
        const CaseContents whole = desk.service->contents(CaseNumber(CaseText)).value();
        QCOMPARE(whole.items.size(), 6U);
        CaseExportRequest request = desk.request(BundleKind::Folder);
        request.leftOut = {whole.items[4].row, whole.items[1].row, 99'999};
        const CaseContents rest = whole.without(request.leftOut);
        QCOMPARE(rest.reads, 4);
        QCOMPARE(rest.verified + rest.unverified, 4);
        QCOMPARE(rest.plateImages, 4);
        const auto written = desk.run(request);
        QVERIFY(written);
        BagReport report = verified(desk, written->path);
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        QCOMPARE(report.reads, 4);
        QCOMPARE(infoOf(written->path, "Reads kept"), QByteArray("6"));
        QCOMPARE(infoOf(written->path, "Kept reads in this export"), QByteArray("4"));
        QCOMPARE(infoOf(written->path, "Kept reads left out of this export by choice"), QByteArray("2"));
        const auto said = [&](const QString& name) { return test::contents(written->path + name); };
        const QByteArray pdf = test::run(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, written->path + u"/data/report.pdf"_s, u"-"_s}).out;
        for (const QByteArray& text : {said(u"/bag-info.txt"_s), said(u"/data/README.txt"_s), said(u"/data/report.html"_s),
                                       said(u"/data/case.jsonld"_s), pdf.simplified()}) {
            QVERIFY2(text.contains("2 of 6 kept reads were left out by choice"), text.first(3'000).constData());
            QVERIFY(!text.contains("ask the office why"));
        }
        const QByteArray reads = said(u"/data/reads.csv"_s);
        for (const QByteArray& id : {QByteArray("read-1"), QByteArray("read-4")})
            QVERIFY(!reads.contains(',' + id + ','));
        QCOMPARE(QDir(written->path + u"/data/images"_s).entryList(QDir::Files).size(), 8);
        const QJsonObject hidden = desk.desk.entries(u"export.intended"_s).back()["private"_L1].toObject();
        QCOMPARE(hidden["read_ids"_L1].toArray(), (QJsonArray{u"read-1"_s, u"read-4"_s}));
        QVERIFY(hidden["note"_L1].toString().contains(u"the 2 reads named here, of 6 kept"_s));

        // One that was left out is put back by hand: whoever made the manifests agree again, the log says otherwise.
        QFile file(written->path + u"/data/reads.csv"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.write(QByteArray(reads).replace(",read-0,", ",read-1,")) == reads.size());
        file.close();
        report = verified(desk, written->path);
        QVERIFY(std::ranges::find(report.faults, BagFaultKind::ReadLeftOut, &BagReport::Fault::kind) != report.faults.end());
    }

    void whatWasKeptAfterTheChoiceGoesAlong()
    {
        ExportDesk desk(2);
        CaseExportRequest request = desk.request(BundleKind::Folder);
        const CaseContents whole = desk.service->contents(CaseNumber(CaseText)).value();
        for (const CaseItem& item : whole.items)
            request.leftOut.push_back(item.row);
        desk.query = QueryId::create().text();
        KeptRead late = test::read(7, u"late"_s).kept;
        late.query = QueryId(QUuid::fromString(desk.query));
        AuditRecord record{.event = AuditEvent::ReadVerified};
        record.queryId = desk.query;
        record.verdict = auditWord(late.verification.verdict);
        record.caseNumber = CaseText;
        record.readIds = {late.read.readId};
        QVERIFY(desk.desk.log->append(record));
        record.event = AuditEvent::ReadKept;
        record.outcome = late.contrary ? u"contrary"_s : u"relevant"_s;
        QVERIFY(desk.desk.log->append(record));
        QVERIFY(desk.desk.kept->insert(CaseNumber(CaseText), late));
        const auto written = desk.run(request);
        QVERIFY(written);
        const BagReport report = verified(desk, written->path);
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        QCOMPARE(report.reads, 1);
        QVERIFY(test::contents(written->path + u"/data/reads.csv"_s).contains("read-7"));
    }

    // By the profile's layer and distance, whatever stood on the screen.
    void readsNearSensitivePlacesSaySo()
    {
        ExportDesk desk(6);
        desk.desk.profile.sensitivePlaces.places = std::make_shared<const SensitivePlaces>(
            std::vector<SensitivePlace>{{.name = u"Harbour School"_s, .category = u"school"_s, .points = {{29.7, -95.3}}}},
            SensitivePlaces::Source{.date = QDate(2026, 11, 1), .name = u"Made up"_s});
        const auto written = desk.run(desk.request(BundleKind::Folder));
        QVERIFY(written);
        for (const char* name : {"report.html", "case.jsonld", "reads.csv", "geo/reads.geojson", "geo/reads.kml", "geo/reads.gpx"}) {
            const QByteArray text = test::contents(written->path + u"/data/"_s + QString::fromLatin1(name));
            QCOMPARE(text.count("Near a sensitive place"), 5); // the sixth has no place at all
            QVERIFY2(text.contains("Harbour School"), name);
        }
        const test::Ran pdf = test::run(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, written->path + u"/data/report.pdf"_s, u"-"_s});
        QCOMPARE(pdf.out.simplified().count("Near a sensitive place"), 5);
    }

    void caseWithoutReadsCanBeExported()
    {
        ExportDesk desk(0);
        const auto written = desk.run(desk.request(BundleKind::Folder));
        QVERIFY(written);
        const BagReport report = verified(desk, written->path);
        QVERIFY2(report.verdict() == VerifyVerdict::InOrder, report.text().constData());
        QCOMPARE(report.reads, 0);
    }

    void contentsAreCounted()
    {
        ExportDesk desk(9);
        const CaseContents contents = desk.service->contents(CaseNumber(CaseText)).value();
        QCOMPARE(contents.reads, 9);
        QCOMPARE(contents.verified, 3);
        QCOMPARE(contents.unverified, 6);
        QCOMPARE(contents.contrary, 6);
        QCOMPARE(contents.plateImages, 9);
        QCOMPARE(contents.vehicleImages, 9);
        QCOMPARE(contents.retention.schedule, u"immigration_case"_s);
    }

    void namesOfTargetsHoldNothingOfTheDataButLetters()
    {
        ExportDesk desk(0);
        const QString name =
            QFileInfo(desk.service->proposedTarget(desk.out.path(), CaseNumber(u"PM/../1 ñ"_s), BundleKind::Encrypted)).fileName();
        QVERIFY2(QRegularExpression(u"^PM[A-Za-z0-9-]*_2026[0-9T]+Z\\.zip\\.p7m$"_s).match(name).hasMatch(), qPrintable(name));
    }

    void recipientsComeFromTheRosterAndFromFiles()
    {
        ExportDesk desk(0);
        QVERIFY(desk.service->officeRecipients().empty());
        desk.desk.clock.advance(SystemClock().now() - desk.desk.clock.now()); // the certificates are of today
        desk.desk.profile.roster.front().certificateDer = desk.people.signer.der();
        QCOMPARE(desk.service->officeRecipients().size(), 1U);
        QCOMPARE(desk.service->officeRecipients().front().name, u"Agent Made Up"_s);
        const auto save = [&](const QByteArray& bytes) {
            QFile file(desk.out.filePath(u"cert"_s));
            return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
        };
        const Instant now = SystemClock().now();
        QCOMPARE(recipientsFromFile(save(desk.people.recipient.pem()), now).value().front().name, u"court clerk"_s);
        QCOMPARE(recipientsFromFile(save(desk.people.recipient.der()), now).value().size(), 1U);
        QCOMPARE(recipientsFromFile(save(desk.people.recipient.pem() + desk.people.signer.pem()), now).value().size(), 2U);
        QCOMPARE(recipientsFromFile(save("hello"), now).error(), RecipientProblem::NotCertificate);
        QCOMPARE(recipientsFromFile(save({}), now).error(), RecipientProblem::NotCertificate);
        QCOMPARE(recipientsFromFile(save(QByteArray(2 << 20, 'x')), now).error(), RecipientProblem::NotCertificate);
        QCOMPARE(recipientsFromFile(desk.out.filePath(u"none"_s), now).error(), RecipientProblem::CannotRead);
        QCOMPARE(recipientsFromFile(save(desk.people.recipient.pem()), now + std::chrono::days(31)).error(), RecipientProblem::Expired);
        QCOMPARE(recipientsFromFile(save(desk.people.recipient.pem()), now - std::chrono::days(31)).error(), RecipientProblem::NotYetValid);
        QCOMPARE(recipientsFromFile(save(desk.people.authority.authority().pem()), now).error(), RecipientProblem::CannotReceive);
    }
};

QTEST_MAIN(CaseExportTest)
#include "CaseExportTest.moc"
