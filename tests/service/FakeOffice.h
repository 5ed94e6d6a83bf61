// An office as sign-in sees it, and a way to wait for its answers.
#pragma once

#include "service/ServiceDesk.h"
#include "service/SignInService.h"

#include <QTest>

namespace casebound {

using namespace Qt::StringLiterals;

class FakeCredential final : public Credential {
public:
    FakeCredential(QByteArray fingerprint, QByteArray der, std::shared_ptr<int> count)
        : m_fingerprint(std::move(fingerprint)),
          m_der(std::move(der)),
          m_count(std::move(count))
    {
        ++*m_count;
    }
    ~FakeCredential() override { --*m_count; }
    QByteArray certificateDer() const override { return m_der; }
    QByteArray certificateSha256() const override { return m_fingerprint; }
    std::expected<QByteArray, CredentialFault> sign(const QByteArray&) override { return std::unexpected(CredentialFault::Unusable); }
    std::expected<QByteArray, CredentialFault> unwrap(const QByteArray&) override { return std::unexpected(CredentialFault::Unusable); }

private:
    QByteArray m_fingerprint, m_der;
    std::shared_ptr<int> m_count;
};

/// Serves the log and case file of a folder; the right PIN is 1234. Keeps what a test wants to look at afterwards in the folder.
class FakeOffice final : public OfficeAccess {
public:
    FakeOffice()
    {
        RosterUser user;
        user.id = UserId(u"u-agent"_s);
        user.name = u"Agent Made Up"_s;
        user.certificateSha256 = QByteArray(32, 'c');
        user.trainedOn = QDate(2026, 1, 1);
        user.trainingExpiresOn = QDate(2027, 1, 1);
        office.roster = {user};
        office.notBefore = clock.now() - std::chrono::days(10);
        office.notAfter = clock.now() + std::chrono::days(10);
        office.banner.version = u"b-1"_s;
        office.banner.text = u"Made-up conditions."_s;
        office.banner.sha256 = QByteArray(32, 'b');
        vendor->offered->api = u"1.0"_s;
        vendor->offered->time = clock.now() + std::chrono::minutes(7);
    }
    bool isTraining() const override { return true; }
    const OfficeProfile& profile() const override { return office; }
    QString practicePassphrase() const override { return u"1234"_s; }
    std::expected<std::unique_ptr<Credential>, SignInProblem> credential(const CredentialChoice&, const SecureBytes& pin) const override
    {
        if (credentialProblem)
            return std::unexpected(*credentialProblem);
        if (pin.view() != "1234")
            return std::unexpected(SignInProblem::WrongPin);
        return std::make_unique<FakeCredential>(fingerprint, der, credentials);
    }
    Outcome<OfficeStores> open(Credential&, const Clock& time) override
    {
        if (openFault)
            return std::unexpected(ServiceFailure{.why = *openFault, .detail = {}});
        if (keysFault)
            return std::unexpected(ServiceFailure{.why = *keysFault, .detail = {}});
        auto database = Database::open(folder.filePath(u"cases.db"_s), SecureBytes::copyOf(QByteArray(32, 'd')), Database::caseSchema());
        if (!database)
            return std::unexpected(ServiceFailure{.why = database.error(), .detail = {}});
        OfficeStores stores{.log = ServiceDesk::openLog(folder.filePath(logFault ? u"holding"_s : u"log"_s), time),
                            .cases = *std::move(database),
                            .fault = logFault,
                            .news = news,
                            .told = [this] { ++told; }};
        ++opened;
        return stores;
    }
    void remember(const std::optional<LogHead>& head) override { remembered = head; }
    QFuture<VendorResult<std::shared_ptr<VendorClient>>> connect(Credential&) override
    {
        using Answer = VendorResult<std::shared_ptr<VendorClient>>;
        if (!slowConnect)
            return QtFuture::makeReadyValueFuture(Answer(vendor));
        connecting = std::make_shared<QPromise<Answer>>();
        connecting->start();
        return connecting->future();
    }
    /// Reads the log once nobody else has it open.
    std::vector<QJsonObject> entries(const QString& log = u"log"_s) const
    {
        std::vector<QJsonObject> list = logEntries(*ServiceDesk::openLog(folder.filePath(log), clock));
        std::erase_if(list, [](const QJsonObject& entry) { return entry["event"_L1].toString() == u"log.opened"; });
        return list;
    }
    QStringList events() const
    {
        QStringList list;
        for (const QJsonObject& entry : logEntries(*ServiceDesk::openLog(folder.filePath(u"log"_s), clock)))
            list += entry["event"_L1].toString();
        list.removeAll(u"log.opened"_s);
        return list;
    }

    QTemporaryDir folder;
    ManualClock clock;
    OfficeProfile office;
    std::expected<void, ProfileProblem> refresh() override { return refreshed; }
    void noteRefusedSignIn(Instant at, const QString& word) override { noted += toRfc3339(at) + u' ' + word; }

    QByteArray fingerprint = QByteArray(32, 'c'), der = "der";
    std::vector<AuditRecord> news;
    int told = 0;
    std::expected<void, ProfileProblem> refreshed;
    QStringList noted; ///< Of sign-ins that did not open the log.
    std::optional<LogFault> openFault;
    std::optional<SignInProblem> credentialProblem, keysFault;
    std::optional<LogFaultReport> logFault; ///< open() then hands over a holding log.
    std::optional<LogHead> remembered;
    int opened = 0;
    std::shared_ptr<int> credentials = std::make_shared<int>(0); ///< How many there are.
    bool slowConnect = false;                                    ///< connect() then waits for `connecting`.
    std::shared_ptr<QPromise<VendorResult<std::shared_ptr<VendorClient>>>> connecting;
    std::shared_ptr<FakeVendor> vendor = std::make_shared<FakeVendor>();
};

template <class T>
T wait(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }))
        qFatal("No answer.");
    return future.takeResult();
}

} // namespace casebound
