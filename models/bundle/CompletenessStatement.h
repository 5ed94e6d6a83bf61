// What an export says of its own completeness (R7, R12): one wording, in README, report and bag-info.
#pragma once

#include "bundle/BundleContent.h"

#include <QString>

#include <utility>
#include <vector>

namespace casebound {

/// Adds one entry of the case. Entries come in the order of the log. Memory: a few bytes for each search, each hit and each read with a
/// verdict.
class CaseCount {
public:
    void add(const PublicPart& open, const PrivatePart& closed);
    [[nodiscard]] CaseNumbers numbers() const;
    /// Whether this read came as a hit of the alert list; `id` is then the alert entry's.
    [[nodiscard]] bool isHit(const QString& id, const QString& readId) const;

private:
    struct Hit {
        QByteArray mark; ///< Digest of alert entry and read id.
        std::int64_t times = 0;
        bool near = false;
    };
    Hit& hit(const QString& id, const QString& readId);
    void addHit(const PublicPart& open, const PrivatePart& closed);
    void addKept(const PublicPart& open, const PrivatePart& closed);

    struct Search {
        QString id;
        std::int64_t returned = 0, near = 0, discarded = 0;
    };
    Search& search(const QString& id);
    CaseNumbers m_numbers;
    std::vector<Search> m_searches;
    std::vector<QByteArray> m_judged; ///< Sorted digests of search (or alert entry) and read id.
    std::vector<Hit> m_hits;          ///< Sorted by mark.
};

/// Term and value, in the order they are shown.
using Facts = std::vector<std::pair<QString, QString>>;
[[nodiscard]] Facts numberFacts(const BundleCover& cover);
[[nodiscard]] Facts retentionFacts(const RetentionLabel& label, const CaseRecord& subject);
[[nodiscard]] Facts coverFacts(const BundleCover& cover);
/// Sentences that must stand wherever the numbers stand.
[[nodiscard]] QStringList completenessSentences(const BundleCover& cover);

} // namespace casebound
