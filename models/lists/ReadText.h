// The few words every table of reads shares, so that the same read is called the same everywhere. Qt6::Core only.
#pragma once

#include "domain/Case.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace casebound {

/// Pure functions; translated through the context "ReadText".
class ReadText {
    Q_DECLARE_TR_FUNCTIONS(ReadText)

public:
    /// "2026-11-20 15:04:05" in the zone; the same width in every row, so that a column can be scanned by eye.
    [[nodiscard]] static QString time(Instant at, const QTimeZone& zone);
    /// The same with the zone's name and UTC, for tooltips and for Verify.
    [[nodiscard]] static QString timeInFull(Instant at, const QTimeZone& zone);
    /// "under 1 minute", "3 hours", "12 days", "14 months", "3 years": whole units, rounded down. Never negative.
    [[nodiscard]] static QString age(Instant at, Instant now);
    /// The same as short as can be, for the map: "3 h", "12 d", "14 mo", "3 y".
    [[nodiscard]] static QString shortAge(Instant at, Instant now);
    [[nodiscard]] static int ageDays(Instant at, Instant now);
    [[nodiscard]] static QString verdict(Verdict verdict);
    [[nodiscard]] static QString camera(const QString& id, CameraKind kind);
    /// The address, else coordinates, else "not given".
    [[nodiscard]] static QString place(const QString& address, bool hasLocation, double latitude, double longitude);
    /// "93 %"; NaN: "not given".
    [[nodiscard]] static QString confidence(double value);
    /// "Texas (US-TX)"; a key outside the reference data is shown as the vendor wrote it; empty: "not given".
    [[nodiscard]] static QString jurisdiction(const QString& key);
    /// "silver Honda Civic, sedan"; empty where the vendor said nothing.
    [[nodiscard]] static QString vehicle(const QString& make, const QString& model, const QString& color, const QString& body);
    [[nodiscard]] static QString notGiven();
};

} // namespace casebound
