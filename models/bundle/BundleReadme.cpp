#include "bundle/BundleFormat.h"
#include "bundle/BundleText.h"
#include "bundle/CompletenessStatement.h"

#include <QFile>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QByteArray facts(const Facts& list)
{
    QByteArray out;
    for (const auto& [term, value] : list)
        out += "  " + visible(term).toUtf8() + ": " + visible(value).toUtf8() + '\n';
    return out;
}

class Readme final : public BundleFormat {
public:
    explicit Readme(const BundleCover& cover) : m_cover(cover) {}
    QByteArray path() const override { return "data/README.txt"; }
    QByteArray begin() override
    {
        QByteArray out = m_cover.training ? "TRAINING - THIS IS NO EVIDENCE\n\n" : "";
        out += "CASE FILE, EXPORTED\n\nThis export\n" + facts(coverFacts(m_cover)) + "\nCompleteness\n";
        for (const QString& sentence : completenessSentences(m_cover))
            out += "  " + sentence.toUtf8() + '\n';
        out += facts(numberFacts(m_cover)) + "\nRetention\n" + facts(retentionFacts(m_cover.retention, m_cover.subject)) + '\n';
        QFile text(u":/casebound/bundle/bundle-README.txt"_s);
        const QByteArrayList lines = text.open(QIODevice::ReadOnly) ? text.readAll().split('\n') : QByteArrayList();
        for (const QByteArray& line : lines) {
            // A line for exports with a time stamp, or for those without.
            const bool stamped = line.startsWith(stampedMark), plain = line.startsWith(plainMark);
            if (stamped ? m_cover.timeStampBy.isEmpty() : plain && !m_cover.timeStampBy.isEmpty())
                continue;
            out += (stamped ? line.sliced(stampedMark.size()) : plain ? line.sliced(plainMark.size()) : line) + '\n';
        }
        out.chop(1); // the text ends with a line of its own
        return out;
    }

private:
    static constexpr QByteArrayView stampedMark{"?stamped"}, plainMark{"?plain"};
    const BundleCover& m_cover;
};

} // namespace

std::unique_ptr<BundleFormat> makeReadme(const BundleCover& cover)
{
    return std::make_unique<Readme>(cover);
}

BundleFormats bundleFormats(const BundleCover& cover)
{
    BundleFormats list;
    list.push_back(makeReadme(cover));
    list.push_back(makeReportHtml(cover));
    list.push_back(makeReportPdf(cover));
    list.push_back(makeCaseJsonLd(cover));
    list.push_back(makeReadsCsv(cover));
    list.push_back(makeSearchesCsv());
    list.push_back(makeDecisionsCsv());
    list.push_back(makeAlertsCsv());
    list.push_back(makeGeoJson(cover));
    list.push_back(makeKml(cover));
    list.push_back(makeGpx(cover));
    list.push_back(makeAuditExtract());
    return list;
}

} // namespace casebound
