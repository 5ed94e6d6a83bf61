// The log's care on the library of casebound-verify.
#pragma once

#include "crypto/PrivateKey.h"
#include "crypto/SecureBytes.h"
#include "service/LogCare.h"
#include "store/AuditLog.h"

#include <QObject>

#include <memory>
#include <optional>

class QTimer;

namespace casebound {

/// Lives on the window's thread. The check reads the files of a log nobody has open; the export reads the open log's own rows, a few
/// hundred at a turn of the event loop, so that the workstation goes on logging while it is written out.
class OfficeLogCare final : public QObject, public LogCare {
    Q_OBJECT

public:
    struct Parts {
        AuditLog* log = nullptr;              ///< To be exported; none where the log is at fault. Outlives it.
        QString folder;                       ///< To be checked.
        SecureBytes databaseKey;              ///< Empty where nothing is to be checked.
        std::optional<PrivateKey> signingKey; ///< The workstation's.
        QByteArray peopleCaPem;               ///< Who issues the people's certificates.
        QByteArray stampCaPem;                ///< Who vouches for time stamps; empty: there are none.
    };
    explicit OfficeLogCare(Parts parts);
    ~OfficeLogCare() override;

    [[nodiscard]] QFuture<LogCheckResult> check(LogProgress progress, std::stop_token stop) override;
    [[nodiscard]] QFuture<LogExportResult> exportTo(const QString& target, LogProgress progress, std::stop_token stop) override;
    [[nodiscard]] QFuture<LogExportResult> exportWithPrivate(const QString& target, LogProgress progress, std::stop_token stop) override;
    [[nodiscard]] std::optional<LogExportResult> abandonExport() override;
    [[nodiscard]] BundleCheck bundleCheck() const override;
    [[nodiscard]] QFuture<OtherLogResult> openOther(const QString& folder, const KeyOfLog& keyOf) override;

private:
    struct Export;
    [[nodiscard]] QFuture<LogExportResult> begin(const QString& target, bool withPrivate, LogProgress progress, std::stop_token stop);
    void step();
    void write();
    void end(LogExportResult result);

    Parts m_parts;
    std::unique_ptr<Export> m_export;
    std::unique_ptr<QTimer> m_turn;
    QFuture<LogCheckResult> m_checking; ///< On another thread; waited for.
    QFuture<LogExportResult> m_writing; ///< The end of an export, likewise.
};

} // namespace casebound
