// What a case-file export holds (R12; PIA p. 10-11, 14): plain values, gathered before the first byte is written.
#pragma once

#include "domain/Case.h"
#include "domain/PlaceNotice.h"
#include "domain/Retention.h"
#include "ledger/AuditEntry.h"
#include "ledger/MerkleProof.h"

#include <QStringList>

#include <vector>

namespace casebound {

/// One kept read on its way out. The pictures' bytes are there only where they are asked for.
struct BundleRead {
    KeptRead kept;
    std::vector<PlaceNotice> places;
    bool ofAlert = false; ///< A hit of the alert list: `kept.query` is then the alert entry's id.
};

/// One entry of the log that belongs to the case, with its proof of inclusion in the tree of the checkpoint.
struct BundleEntry {
    QByteArray publicBytes, privateBytes; ///< As they stand in the log.
    PublicPart open;
    PrivatePart closed;
    Proof proof;
};

/// Numbers of the case, taken from the log alone.
struct CaseNumbers {
    std::int64_t searches = 0;     ///< query.intended
    std::int64_t answered = 0;     ///< query.answered
    std::int64_t vendorFaults = 0; ///< query.failed and query.unknown
    std::int64_t withdrawn = 0;    ///< query.withdrawn
    std::int64_t refused = 0;      ///< query.refused of a search: broke a rule, nothing was sent
    std::int64_t returned = 0, near = 0, discarded = 0;
    std::int64_t hits = 0;           ///< alert.hit: reads the vendor reported by itself, each counted where it is now
    std::int64_t nearHits = 0;       ///< … of them of another plate than the entry's
    std::int64_t kept = 0;           ///< read.kept, without what could then not be stored
    std::int64_t keptHits = 0;       ///< … of them hits
    std::int64_t contrary = 0;       ///< … of them kept as contrary or exculpatory
    std::int64_t unverified = 0;     ///< Returned, and nobody gave a verdict
    std::int64_t unverifiedHits = 0; ///< Hits nobody gave a verdict
    friend bool operator==(const CaseNumbers&, const CaseNumbers&) = default;
};

/// What stands on the cover: in README, report and bag-info alike.
struct BundleCover {
    CaseRecord subject;
    QString exportId; ///< The id of export.intended.
    QString office, origin, appVersion;
    UserId exportedBy;
    QString exporterName;
    Instant exportedAt{};
    bool training = false;
    bool vehicleImages = true; ///< False: they stayed behind, because bystanders may be seen on them.
    QStringList recipients;    ///< Common names; empty: not encrypted.
    QString timeStampBy;       ///< Host of the service that stamps the signature's time; empty: nobody does.
    RetentionLabel retention;
    CaseNumbers numbers;
    std::int64_t reads = 0;   ///< Kept reads in the export.
    std::int64_t leftOut = 0; ///< Kept reads that are not, because the person chose so; export.intended names them.
    QByteArray checkpoint;  ///< The signed head the proofs lead to.
    std::uint64_t checkpointSize = 0;
};

} // namespace casebound
