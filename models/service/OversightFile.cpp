#include "service/OversightFile.h"

#include "bundle/ComparisonFiles.h"
#include "bundle/OversightFiles.h"

#include <QFileInfo>
#include <QSaveFile>

namespace casebound {

using namespace Qt::StringLiterals;

QString oversightSuffix(OversightFormat format)
{
    switch (format) {
    case OversightFormat::Csv: return u"csv"_s;
    case OversightFormat::Json: return u"json"_s;
    case OversightFormat::Pdf: return u"pdf"_s;
    }
    return {};
}

std::optional<QByteArray> fileOf(const PlateAnswer& answer, OversightFormat format, bool training)
{
    switch (format) {
    case OversightFormat::Csv: return answerCsv(answer);
    case OversightFormat::Json: return answerJson(answer);
    case OversightFormat::Pdf: return answerPdf(answer, training);
    }
    return std::nullopt;
}

std::optional<QByteArray> fileOf(const TransparencyReport& report, OversightFormat format, Instant at, bool training)
{
    switch (format) {
    case OversightFormat::Csv: return toCsv(report);
    case OversightFormat::Json: return toJson(report);
    case OversightFormat::Pdf: return reportPdf(report, at, training);
    }
    return std::nullopt;
}

std::optional<QByteArray> fileOf(const Reconciliation& found, OversightFormat format, bool training)
{
    switch (format) {
    case OversightFormat::Csv: return reconciliationCsv(found);
    case OversightFormat::Json: return reconciliationJson(found);
    case OversightFormat::Pdf: return reconciliationPdf(found, training);
    }
    return std::nullopt;
}

std::optional<QByteArray> fileOf(const RosterComparison& found, OversightFormat format, bool training)
{
    switch (format) {
    case OversightFormat::Csv: return rosterCsv(found);
    case OversightFormat::Json: return rosterJson(found);
    case OversightFormat::Pdf: return rosterPdf(found, training);
    }
    return std::nullopt;
}

std::expected<void, OversightFileProblem> writeOversightFile(const QString& path, const std::optional<QByteArray>& bytes)
{
    if (!bytes || bytes->isEmpty())
        return std::unexpected(OversightFileProblem::CannotMake);
    const QFileInfo info(path);
    if (path.isEmpty() || info.isRelative() || info.fileName().isEmpty() || !QFileInfo(info.path()).isDir())
        return std::unexpected(OversightFileProblem::BadPath);
    if (info.exists() || info.isSymLink())
        return std::unexpected(OversightFileProblem::Exists);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(*bytes) != bytes->size() || !file.commit())
        return std::unexpected(OversightFileProblem::CannotWrite);
    return {};
}

} // namespace casebound
