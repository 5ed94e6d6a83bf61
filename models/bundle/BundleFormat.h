// One file of an export, made in one pass over reads and entries: bytes come out as they go in, so that memory does not grow with the case.
#pragma once

#include "bundle/BundleContent.h"

#include <memory>
#include <vector>

namespace casebound {

/// Called in this order: begin, read…, entry…, end. Not thread-safe; any one thread.
class BundleFormat {
public:
    virtual ~BundleFormat() = default;
    [[nodiscard]] virtual QByteArray path() const = 0; ///< Below the bag, fixed by us: no name from data.
    [[nodiscard]] virtual bool wantsReads() const { return false; }
    [[nodiscard]] virtual bool wantsEntries() const { return false; }
    [[nodiscard]] virtual QByteArray begin() { return {}; }
    [[nodiscard]] virtual QByteArray read(const BundleRead&) { return {}; }
    [[nodiscard]] virtual QByteArray entry(const BundleEntry&) { return {}; }
    [[nodiscard]] virtual QByteArray end() { return {}; }
    /// The file is full, and what follows goes into another one.
    [[nodiscard]] virtual std::unique_ptr<BundleFormat> continuation() { return {}; }
};

using BundleFormats = std::vector<std::unique_ptr<BundleFormat>>;

// The cover outlives them.
[[nodiscard]] std::unique_ptr<BundleFormat> makeReadme(const BundleCover& cover);
[[nodiscard]] std::unique_ptr<BundleFormat> makeReportHtml(const BundleCover& cover);
[[nodiscard]] std::unique_ptr<BundleFormat> makeReportPdf(const BundleCover& cover, int part = 1);
[[nodiscard]] std::unique_ptr<BundleFormat> makeCaseJsonLd(const BundleCover& cover);
[[nodiscard]] std::unique_ptr<BundleFormat> makeReadsCsv(const BundleCover& cover);
[[nodiscard]] std::unique_ptr<BundleFormat> makeSearchesCsv();
[[nodiscard]] std::unique_ptr<BundleFormat> makeDecisionsCsv();
[[nodiscard]] std::unique_ptr<BundleFormat> makeAlertsCsv();
[[nodiscard]] std::unique_ptr<BundleFormat> makeGeoJson(const BundleCover& cover);
[[nodiscard]] std::unique_ptr<BundleFormat> makeKml(const BundleCover& cover);
[[nodiscard]] std::unique_ptr<BundleFormat> makeGpx(const BundleCover& cover);
[[nodiscard]] std::unique_ptr<BundleFormat> makeAuditExtract();

/// All of them, in the order they are written.
[[nodiscard]] BundleFormats bundleFormats(const BundleCover& cover);

} // namespace casebound
