// The whole window over a made-up office: signed in, with the conditions accepted.
#pragma once

#include "service/ServiceDesk.h"
#include "service/SignInService.h"
#include "ui/BannerWindow.h"
#include "ui/MainWindow.h"
#include "ui/PageDesk.h"
#include "ui/Shell.h"
#include "ui/SignInWindow.h"

#include <QApplication>
#include <QPushButton>
#include <QTimer>

namespace casebound {

using namespace Qt::StringLiterals;

template <class Window>
Window* windowOf()
{
    for (QWidget* one : QApplication::topLevelWidgets()) {
        if (auto* window = qobject_cast<Window*>(one); window && window->isVisible())
            return window;
    }
    return nullptr;
}

/// A timer's time is over, whatever it was set to.
inline void letPass(QTimer* timer)
{
    if (!timer || !timer->isActive() || !QMetaObject::invokeMethod(timer, "timeout"))
        qFatal("The timer does not run.");
}

/// A card that a test pulls out.
class DeskCard final : public Credential {
public:
    explicit DeskCard(std::shared_ptr<bool> there) : m_there(std::move(there)) {}
    QByteArray certificateDer() const override { return "der"; }
    QByteArray certificateSha256() const override { return QByteArray(32, 'c'); }
    bool isPresent() const override { return *m_there; }
    std::expected<QByteArray, CredentialFault> sign(const QByteArray&) override { return std::unexpected(CredentialFault::Unusable); }
    std::expected<QByteArray, CredentialFault> unwrap(const QByteArray&) override { return std::unexpected(CredentialFault::Unusable); }

private:
    std::shared_ptr<bool> m_there;
};

/// A practice office with a card; the right PIN is 1234.
class DeskOffice final : public OfficeAccess {
public:
    DeskOffice()
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
        office.banner = {.version = u"b-1"_s, .text = u"Made-up conditions."_s, .sha256 = QByteArray(32, 'b'), .covers = {}};
        vendor->offered->api = u"1.0"_s;
        vendor->offered->time = clock.now();
    }
    bool isTraining() const override { return true; }
    const OfficeProfile& profile() const override { return office; }
    QString practicePassphrase() const override { return u"1234"_s; }
    std::expected<std::unique_ptr<Credential>, SignInProblem> credential(const CredentialChoice&, const SecureBytes& pin) const override
    {
        if (!*cardThere)
            return std::unexpected(SignInProblem::NoCard);
        if (pin.view() != "1234")
            return std::unexpected(SignInProblem::WrongPin);
        return std::make_unique<DeskCard>(cardThere);
    }
    Outcome<OfficeStores> open(Credential&, const Clock& time) override
    {
        auto database = Database::open(folder.filePath(u"cases.db"_s), SecureBytes::copyOf(QByteArray(32, 'd')), Database::caseSchema());
        if (!database)
            return std::unexpected(ServiceFailure{.why = database.error(), .detail = {}});
        return OfficeStores{.log = ServiceDesk::openLog(folder.filePath(u"log"_s), time),
                            .cases = *std::move(database),
                            .care = makeCare ? makeCare() : nullptr};
    }
    QFuture<VendorResult<std::shared_ptr<VendorClient>>> connect(Credential&) override
    {
        return QtFuture::makeReadyValueFuture(VendorResult<std::shared_ptr<VendorClient>>(vendor));
    }
    /// Reads the log once nobody else has it open.
    QStringList events() const
    {
        QStringList list;
        for (const QJsonObject& entry : logEntries(*ServiceDesk::openLog(folder.filePath(u"log"_s), clock)))
            list += entry["event"_L1].toString();
        return list;
    }

    QTemporaryDir folder;
    ManualClock clock;
    OfficeProfile office;
    std::function<std::unique_ptr<LogCare>()> makeCare;
    std::shared_ptr<bool> cardThere = std::make_shared<bool>(true);
    std::shared_ptr<FakeVendor> vendor = std::make_shared<FakeVendor>();
};

class WindowDesk {
public:
    DeskOffice office;
    AnsweringPrompt prompt;
    DirectDecoder decoder;
    std::unique_ptr<SignInService> signIn;
    std::unique_ptr<Shell> shell;

    /// As far as the conditions of use.
    BannerWindow* readBanner()
    {
        signIn = std::make_unique<SignInService>(office, office.clock, &decoder);
        shell = std::make_unique<Shell>(*signIn, prompt);
        shell->start();
        return takeCredential();
    }
    BannerWindow* takeCredential()
    {
        // The practice buttons hand over an empty PIN; the office knows one.
        Q_EMIT windowOf<SignInWindow>()->chosen({.kind = CredentialChoice::Kind::PracticeAgent, .path = {}}, u"1234"_s);
        if (!QTest::qWaitFor([] { return windowOf<BannerWindow>() != nullptr; }))
            qFatal("No conditions of use.");
        return windowOf<BannerWindow>();
    }
    MainWindow* open()
    {
        Q_EMIT readBanner()->accepted();
        if (!QTest::qWaitFor([this] { return shell->mainWindow() != nullptr; }))
            qFatal("No main window.");
        return shell->mainWindow();
    }
    /// What the log says, once nobody has it open.
    QStringList events()
    {
        shell.reset();
        signIn.reset();
        return office.events();
    }
};

} // namespace casebound
