// "Was this plate queried, by whom, when, why, and what came of it?" (R18; PIA p. 16-17): the answer as it stands in the log. Value types.
#pragma once

#include "domain/Clock.h"
#include "domain/Ids.h"
#include "domain/Matter.h"
#include "domain/Plate.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace casebound {

/// One query, alert entry or refused attempt.
struct PlateUse {
    enum class Kind { Query, Refused, Alert } kind = Kind::Query;
    std::uint64_t sequence = 0; ///< Of its first entry.
    Instant at{};
    UserId person;
    QString behalf, caseNumber, jurisdiction, reasonCode, reasonText;
    std::optional<Matter> matter{};
    std::optional<Instant> from{}, to{}; ///< The window asked for.
    QString outcome;                     ///< answered, failed, unknown, withdrawn, open; an entry's own word after a colon.
    std::int64_t returned = 0;           ///< Reads the vendor sent.
    std::int64_t verified = 0, kept = 0; ///< Of them.
    QByteArray sealedSha256;             ///< Its results, for a reviewer's credential; empty: none here.
};

struct PlateAnswer {
    Plate plate;
    QString reference; ///< The complaint's own number or name.
    UserId by;
    Instant at{};
    std::uint64_t sequence = 0; ///< Of complaint.answered, which stands before the answer.
    QString origin;             ///< Of the log that was looked in.
    std::uint64_t entries = 0;  ///< Its size, complaint.answered included.
    QByteArray root;            ///< 32 bytes.
    std::vector<PlateUse> uses; ///< Oldest first.
};

/// The fixed word of files: "query", "refused", "alert".
[[nodiscard]] inline QString plateUseWord(PlateUse::Kind kind)
{
    switch (kind) {
    case PlateUse::Kind::Query: return QStringLiteral("query");
    case PlateUse::Kind::Refused: return QStringLiteral("refused");
    case PlateUse::Kind::Alert: return QStringLiteral("alert");
    }
    return {};
}

} // namespace casebound
