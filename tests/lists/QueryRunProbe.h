// Makes a run and plays the vendor's part in it, so that item models can be tested and measured without a service or a network.
#pragma once

#include "domain/MapProjection.h"
#include "service/QueryRun.h"

#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <string>

namespace casebound {

struct QueryRunProbe {
    /// A made-up query: plate CBX1234 of Texas in a case of the fictional office.
    [[nodiscard]] static std::unique_ptr<QueryRun> make()
    {
        return std::unique_ptr<QueryRun>(new QueryRun(QueryTerms{.id = QueryId::create(),
                                                                 .plate = *Plate::fromTyped(u"CBX1234"),
                                                                 .jurisdiction = JurisdictionKey(QStringLiteral("US-TX")),
                                                                 .caseNumber = CaseNumber(QStringLiteral("PM-2026-0117")),
                                                                 .matter = Matter::Criminal,
                                                                 .offence = {},
                                                                 .reasonCode = {},
                                                                 .purpose = {},
                                                                 .reasonText = QStringLiteral("made-up query of a test"),
                                                                 .onBehalfOf = {},
                                                                 .from = {},
                                                                 .to = {},
                                                                 .limit = {},
                                                                 .approvalId = {}}));
    }

    static void append(QueryRun& run, ReadSet&& page)
    {
        const auto first = static_cast<qsizetype>(run.m_reads.size());
        const auto count = static_cast<qsizetype>(page.size());
        run.m_reads.append(std::move(page));
        run.m_state = QueryRun::State::Loading;
        Q_EMIT run.readsAppended(first, count);
    }
    static void clear(QueryRun& run)
    {
        run.m_reads.clear();
        Q_EMIT run.readsCleared();
    }
    static void judge(QueryRun& run, qsizetype read, Verdict verdict, const QString& note = {})
    {
        Verification verification;
        verification.verdict = verdict;
        verification.note = note;
        run.m_verifications.insert(read, verification);
        Q_EMIT run.readChanged(read);
    }
    static void keep(QueryRun& run, qsizetype read)
    {
        run.m_kept.insert(read, true);
        Q_EMIT run.readChanged(read);
    }

    struct MadeRead {
        std::string plate = "CBX1234", jurisdiction = "US-TX", camera = "PM-CAM-001", address = "100 Harbor Rd, Port Meridian";
        std::int64_t capturedAt = 0; ///< Microseconds since 1970.
        float confidence = 0.93F;
        CameraKind kind = CameraKind::Fixed;
        bool exact = true;
        std::optional<GeoPoint> at = {};
    };
    static void add(ReadSet& set, const MadeRead& read)
    {
        ReadRow row{};
        row.readId = set.addText("R" + std::to_string(set.size() + 1));
        row.plate = set.addText(read.plate);
        if (!read.jurisdiction.empty())
            row.jurisdiction = set.addText(read.jurisdiction);
        if (!read.address.empty())
            row.address = set.addText(read.address);
        row.cameraId = set.addText(read.camera);
        row.capturedAt = read.capturedAt;
        row.receivedAt = INT64_MIN;
        row.accuracyM = row.jurisdictionConfidence = std::numeric_limits<float>::quiet_NaN();
        row.plateConfidence = read.confidence;
        row.camera = read.kind;
        row.knownJurisdiction = true;
        row.exact = read.exact;
        row.hasLocation = read.at.has_value();
        row.latitude = read.at ? read.at->latitude : 0;
        row.longitude = read.at ? read.at->longitude : 0;
        set.addRow(row);
    }
};

} // namespace casebound
