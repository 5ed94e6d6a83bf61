// A case file written out for outsiders by a person who may (R12; PIA p. 10-11): the log's intention first, the outcome after.
#pragma once

#include "bundle/BundleWriter.h"
#include "domain/OfficeProfile.h"
#include "ports/Credential.h"
#include "ports/TimeStamper.h"
#include "service/ExportRecipients.h"
#include "service/Failure.h"
#include "service/LogCare.h"

#include <QObject>

#include <expected>
#include <functional>
#include <memory>

namespace casebound {

class AuditLog;
class CaseTable;
class KeptReadTable;

enum class CaseExportProblem {
    NotAllowed, ///< Not the person's to do; the log says that it was asked.
    Busy,       ///< One is being written already.
    NoSuchCase,
    Disposed,        ///< There is nothing any more.
    NotAcknowledged, ///< No recipients, and nobody said that this is meant.
    BadTarget,       ///< Not an absolute path, or its folder does not exist.
    TargetExists,    ///< Nothing was touched.
    CannotWrite,     ///< Rights, or the medium.
    DiskFull,        ///< What was begun is removed.
    BadRecipient,    ///< A certificate that cannot be encrypted to, or none for an encrypted export. Nothing was written.
    TooLarge,        ///< More than an envelope holds.
    ReportFailed,    ///< The PDF could not be made.
    PictureDiffers,  ///< A kept picture is not what its digest says.
    CannotRead,      ///< The case's reads cannot be opened.
    LogUnreadable,   ///< The case's entries cannot be read or do not lead to the signed head.
    CannotSign,      ///< The credential or the workstation did not sign.
    NoTimeStamp,     ///< The profile names a time stamp service, and it gave none that holds. What was begun is removed.
    CheckFailed,     ///< Read again, it was not what was meant. It is removed.
    Cancelled,       ///< What was begun is removed.
    LogFault,        ///< It could not be logged; where not even its beginning could, nothing was written.
};
/// The fixed word of an entry's outcome.
[[nodiscard]] QString auditWord(CaseExportProblem problem);

enum class CaseExportStep { Gathering, Writing, Checking };

struct CaseExportRequest {
    CaseNumber subject;
    BundleKind kind = BundleKind::Zip;
    QString target;                          ///< Absolute; must not exist.
    bool vehicleImages = true;               ///< False: they stay behind, because bystanders may be seen on them.
    std::vector<std::int64_t> leftOut;       ///< CaseItem::row of kept reads that stay behind by choice. What is kept meanwhile goes along.
    std::vector<ExportRecipient> recipients; ///< Exactly where the kind is Encrypted.
    bool plainAcknowledged = false;          ///< Without recipients: the person said that this is meant.
};

/// A kept read, as a person chooses whether it goes along.
struct CaseItem {
    std::int64_t row = 0;
    QString plate; ///< As the machine read it.
    Instant capturedAt{};
    Verdict verdict = Verdict::Unverified;
    bool exact = true, contrary = false;
    int plateImages = 0, vehicleImages = 0;
};

/// What an export of a case would hold.
struct CaseContents {
    CaseRecord subject;
    RetentionLabel retention;
    std::int64_t reads = 0, verified = 0, unverified = 0, contrary = 0, plateImages = 0, vehicleImages = 0;
    std::vector<CaseItem> items; ///< Newest capture first.

    /// The same without these rows, counted anew.
    [[nodiscard]] CaseContents without(const std::vector<std::int64_t>& rows) const;
};

using CaseExportResult = std::expected<WrittenBundle, CaseExportProblem>;

/// Lives on the window's thread, where log and case file are read a batch at a turn; formats, bag, self-check and rename happen on one
/// worker at a time. Memory: two batches, 24 bytes a read, 8 an entry of the case, and what BundleWriter says.
class CaseExport final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        AuditLog& log;
        CaseTable& cases;
        KeptReadTable& kept;
        const OfficeProfile& profile;
        const Clock& clock;
        Actor actor;
        /// A detached CMS by the person's certificate; called on the window's thread.
        std::function<std::expected<QByteArray, CredentialFault>(const QByteArray&)> sign;
        std::shared_ptr<TimeStamper> stamper{}; ///< Of the service the profile names, where it names one that can be used.
    };
    explicit CaseExport(Parts parts);
    ~CaseExport() override; ///< Stops what is under way; its outcome is logged.

    [[nodiscard]] bool mayExport() const;
    [[nodiscard]] std::expected<CaseContents, CaseExportProblem> contents(const CaseNumber& number) const;
    /// A name that says which case and when, in `folder`.
    [[nodiscard]] QString proposedTarget(const QString& folder, const CaseNumber& number, BundleKind kind) const;
    /// Everyone of the office an export can be encrypted to.
    [[nodiscard]] std::vector<ExportRecipient> officeRecipients() const;

    [[nodiscard]] bool isRunning() const { return m_running != nullptr; }
    /// export.intended is durable before anything is written; export.written or export.failed follows, and then finished().
    [[nodiscard]] std::expected<void, CaseExportProblem> start(const CaseExportRequest& request);
    /// finished(Cancelled) comes when everything that was begun is gone; finished() with the export where it already has its name.
    void cancel();
    /// The session locks: what is under way ends here with its entry, without waiting for more than a rename.
    void suspend();
    /// The checks of casebound-verify on a whole export (empty: none); they go with the log's keys and come again.
    void setCheck(BundleCheck check) { m_check = std::move(check); }

Q_SIGNALS:
    void progressed(casebound::CaseExportStep step, quint64 done, quint64 total);
    void finished(const casebound::CaseExportResult& result);
    void logged();                             ///< An entry was added.
    void logFailed(casebound::LogFault fault); ///< The log stopped; nothing is acknowledged any more.

private:
    struct Job;
    struct Running;
    struct Batch {
        std::vector<BundleRead> reads;
        std::vector<BundleEntry> entries;
        bool last = false; ///< Of this pass.
    };
    using Work = std::function<std::expected<void, CaseExportProblem>(Job&)>;
    [[nodiscard]] std::expected<CaseRecord, CaseExportProblem> accept(const CaseExportRequest& request) const;
    /// Takes what stays behind out of `rows`; the vendor's ids of it.
    [[nodiscard]] std::expected<QStringList, CaseExportProblem> leaveOut(const CaseExportRequest& request,
                                                                         std::vector<std::int64_t>& rows) const;
    [[nodiscard]] BundleCover coverOf(const CaseRecord& subject, const CaseExportRequest& request, const QString& id) const;
    void turn(); ///< The next step, later.
    void step();
    void gather();
    void feed();
    [[nodiscard]] std::expected<std::shared_ptr<const Batch>, CaseExportProblem> batch(bool entries, bool pictures);
    [[nodiscard]] std::expected<Batch, CaseExportProblem> readBatch(bool pictures);
    [[nodiscard]] std::expected<Batch, CaseExportProblem> entryBatch();
    void sign();
    void stamp();
    void stamped(const QByteArray& query, const StampAnswer& answer);
    void conclude();
    void work(Work deed);
    void workDone();
    void end(CaseExportResult result);
    [[nodiscard]] bool append(AuditEvent event, const QString& outcome, const QString& note);

    Parts m_parts;
    BundleCheck m_check;
    std::unique_ptr<Running> m_running;
};

} // namespace casebound
