// Real log and case database in a temporary folder, with a fake vendor: where services are tested.
#pragma once

#include "crypto/SecureBytes.h"
#include "domain/MapProjection.h"
#include "service/CaseService.h"
#include "service/DirectDecoder.h"
#include "service/FakeVendor.h"
#include "service/ManualClock.h"
#include "service/QueryService.h"
#include "service/VerificationService.h"
#include "store/AuditLog.h"
#include "store/CaseTable.h"
#include "store/Database.h"
#include "store/KeptReadTable.h"
#include "store/QualityTable.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace casebound {

/// Entry n as JSON: the public part's members, and the private part's under "private".
[[nodiscard]] std::vector<QJsonObject> logEntries(const AuditLog& log);

/// What a test read looks like.
struct ReadSpec {
    QString plate;
    QByteArray image = {}; ///< Empty: no plate picture. The hash is its own unless said otherwise.
    bool withHash = true;
    bool wrongHash = false;
    QString queried = QStringLiteral("TST1234");
    std::optional<GeoPoint> at = {};
};
[[nodiscard]] QByteArray smallPicture(int seed = 0);
inline const QString CaseText = QStringLiteral("HB-2026-0417");
inline const QString PlateText = QStringLiteral("TST1234");
inline const QString ReasonText = QStringLiteral("Grey van seen leaving the depot after delivery 17 of the charged consignment");

/// Accepted by the gate where that case is open: administrative matter, last 30 days.
[[nodiscard]] QueryDraft madeUpDraft(QDate today);

class ServiceDesk {
public:
    ServiceDesk();
    void openServices();
    [[nodiscard]] static std::unique_ptr<AuditLog> openLog(const QString& folder, const Clock& clock,
                                                           std::vector<Certificate> reviewers = {});

    /// madeUpDraft() of the desk's today; its case is open.
    [[nodiscard]] QueryDraft draft() const;
    /// Reads of one page; their pictures are put where the vendor serves them.
    [[nodiscard]] ReadSet page(const std::vector<ReadSpec>& reads);
    /// Starts a search that must be accepted.
    [[nodiscard]] QueryRun* search();
    FakeVendor::Call& lastCall() { return *vendor.calls.back(); }

    [[nodiscard]] std::vector<QJsonObject> entries() const { return logEntries(*log); }
    [[nodiscard]] std::vector<QJsonObject> entries(const QString& event) const;
    [[nodiscard]] QStringList events() const;
    /// Every further write of this process fails (no file may grow), until the guard goes.
    class FullDisk {
    public:
        FullDisk();
        ~FullDisk();
    };

    QTemporaryDir folder;
    ManualClock clock;
    std::optional<Role> role = Role::Agent; ///< Of whoever the services are opened for.
    OfficeProfile profile;
    VendorCapabilities capabilities;
    FakeVendor vendor;
    DirectDecoder decoder;
    std::unique_ptr<AuditLog> log;
    std::unique_ptr<Database> database;
    std::unique_ptr<CaseTable> cases;
    std::unique_ptr<KeptReadTable> kept;
    std::unique_ptr<QualityTable> samples;
    std::unique_ptr<VerificationService> verification;
    std::unique_ptr<CaseService> caseService;
    std::unique_ptr<QueryService> queries;

private:
    int m_nextRead = 0;
};

} // namespace casebound
