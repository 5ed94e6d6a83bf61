#include "service/ServiceDesk.h"

#include "crypto/CertificateIssuer.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QJsonDocument>
#include <QtLogging>

#include <csignal>
#include <limits>
#include <sys/resource.h>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// Whoever the results are sealed to; nobody opens them in these tests.
Certificate reviewerCertificate()
{
    const SystemClock clock;
    const Validity validity{.notBefore = clock.now() - std::chrono::days(1), .notAfter = clock.now() + std::chrono::days(1)};
    const auto issuer = CertificateIssuer::createAuthority(u"Made-up authority"_s, validity);
    const auto key = PrivateKey::generateP256();
    const auto certificate = issuer->issueClient(*key, u"u-reviewer"_s, validity);
    if (!certificate)
        qFatal("The reviewer's certificate could not be made.");
    return *certificate;
}

} // namespace

std::vector<QJsonObject> logEntries(const AuditLog& log)
{
    std::vector<QJsonObject> list;
    for (const StoredEntry& entry : log.entries(0, log.head().size)) {
        QJsonObject members = QJsonDocument::fromJson(entry.publicBytes).object();
        members["private"_L1] = QJsonDocument::fromJson(entry.privateBytes).object();
        list.push_back(members);
    }
    return list;
}

QByteArray smallPicture(int seed)
{
    QImage image(64, 24, QImage::Format_RGB32);
    image.fill(QColor(20 + seed % 200, 90, 160).rgb());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

ServiceDesk::ServiceDesk()
{
    RosterUser user;
    user.id = UserId(u"u-agent"_s);
    user.name = u"Agent Made Up"_s;
    user.certificateSha256 = QByteArray(32, 'c');
    profile.serial = 7;
    profile.sha256 = QByteArray(32, 'p');
    profile.office = u"test"_s;
    profile.roster = {user};
    capabilities.api = u"1.0"_s;
    capabilities.maxLookbackDays = 3650;
    log = openLog(folder.filePath(u"log"_s), clock);
    AuditActor actor;
    actor.user = user.id;
    actor.certificateSha256 = user.certificateSha256;
    actor.session = QueryId::create().text();
    log->setActor(actor);
    auto opened = Database::open(folder.filePath(u"cases.db"_s), SecureBytes::copyOf(QByteArray(32, 'd')), Database::caseSchema());
    if (!opened)
        qFatal("The case database could not be opened.");
    database = *std::move(opened);
    cases = std::make_unique<CaseTable>(*database);
    kept = std::make_unique<KeptReadTable>(*database);
    samples = std::make_unique<QualityTable>(*database);
    openServices();
}

std::unique_ptr<AuditLog> ServiceDesk::openLog(const QString& path, const Clock& clock, std::vector<Certificate> reviewers)
{
    AuditLog::Config config;
    config.folder = path;
    config.office = u"test"_s;
    config.workstation = u"desk"_s;
    config.actorKey = QByteArray(32, 'a');
    config.profileSerial = 7;
    config.profileSha256 = QByteArray(32, 'p');
    config.appVersion = u"0"_s;
    config.reviewers = reviewers.empty() ? std::vector{reviewerCertificate()} : std::move(reviewers);
    auto opened = AuditLog::open(std::move(config), SecureBytes::copyOf(QByteArray(32, 'k')), clock);
    if (!opened)
        qFatal("The log could not be opened: fault %d.", int(opened.error()));
    return *std::move(opened);
}

void ServiceDesk::openServices()
{
    const Actor actor{.user = profile.roster.front().id, .role = role};
    queries.reset();
    verification = std::make_unique<VerificationService>(VerificationService::Parts{
        .log = *log, .vendor = vendor, .clock = clock, .actor = actor, .decoder = &decoder, .samples = samples.get()});
    caseService = std::make_unique<CaseService>(
        CaseService::Parts{.log = *log, .cases = *cases, .kept = *kept, .verification = *verification, .clock = clock, .actor = actor});
    queries = std::make_unique<QueryService>(QueryService::Parts{
        .log = *log, .cases = *cases, .vendor = vendor, .profile = profile, .capabilities = capabilities, .clock = clock, .actor = actor});
}

QueryDraft madeUpDraft(QDate today)
{
    QueryDraft draft;
    draft.caseNumber = CaseText;
    draft.matter = Matter::Administrative;
    draft.reasonCode = ReasonCode(u"fugitive_alien"_s);
    draft.purpose = PurposeId(u"locate_person"_s);
    draft.reasonText = ReasonText;
    draft.plate = PlateText;
    draft.jurisdiction = u"US-TX"_s;
    draft.to = today;
    draft.from = today.addDays(-30);
    return draft;
}

QueryDraft ServiceDesk::draft() const
{
    return madeUpDraft(toDateTime(clock.now()).toLocalTime().date());
}

ReadSet ServiceDesk::page(const std::vector<ReadSpec>& reads)
{
    constexpr float absent = std::numeric_limits<float>::quiet_NaN();
    ReadSet set;
    for (const ReadSpec& spec : reads) {
        const QByteArray number = QByteArray::number(++m_nextRead);
        ReadRow row{};
        row.accuracyM = row.plateConfidence = row.jurisdictionConfidence = absent;
        row.receivedAt = INT64_MIN;
        row.readId = set.addText("read-" + number.toStdString());
        row.plate = set.addText(spec.plate.toStdString());
        row.jurisdiction = set.addText("US-TX");
        row.knownJurisdiction = true;
        row.capturedAt = clock.now().time_since_epoch().count() - 3'600'000'000LL * m_nextRead;
        row.exact = spec.plate == spec.queried;
        row.hasLocation = spec.at.has_value();
        row.latitude = spec.at ? spec.at->latitude : 0;
        row.longitude = spec.at ? spec.at->longitude : 0;
        row.firstImage = std::uint32_t(set.imageTotal());
        if (!spec.image.isEmpty()) {
            const QString path = u"/v1/images/p"_s + QString::fromLatin1(number);
            vendor.images.insert(path, spec.image);
            ImageRow image;
            image.path = set.addText(path.toStdString());
            image.kind = ImageKind::Plate;
            image.type = ImageType::Png;
            image.hasSha256 = spec.withHash;
            const QByteArray digest = QCryptographicHash::hash(spec.wrongHash ? spec.image + "x" : spec.image, QCryptographicHash::Sha256);
            std::copy_n(reinterpret_cast<const std::uint8_t*>(digest.constData()), 32, image.sha256.begin());
            set.addImage(image);
            row.imageCount = 1;
        }
        set.addRow(row);
    }
    return set;
}

QueryRun* ServiceDesk::search()
{
    if (!cases->find(CaseNumber(CaseText)) && !caseService->open(CaseText, {}, Matter::Administrative, {}, ReasonCode(u"fugitive_alien"_s)))
        qFatal("The case could not be opened.");
    const auto run = queries->search(draft());
    return run ? *run : nullptr;
}

std::vector<QJsonObject> ServiceDesk::entries(const QString& event) const
{
    std::vector<QJsonObject> list = entries();
    std::erase_if(list, [&](const QJsonObject& entry) { return entry["event"_L1].toString() != event; });
    return list;
}

QStringList ServiceDesk::events() const
{
    QStringList list;
    for (const QJsonObject& entry : entries())
        list += entry["event"_L1].toString();
    return list;
}

ServiceDesk::FullDisk::FullDisk()
{
    // A write past the limit then fails with EFBIG instead of ending the process.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{.rlim_cur = 1, .rlim_max = RLIM_INFINITY};
    if (::setrlimit(RLIMIT_FSIZE, &none) != 0)
        qFatal("The limit on file sizes could not be set.");
}

ServiceDesk::FullDisk::~FullDisk()
{
    const rlimit all{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &all);
}

} // namespace casebound
