// The typed text, the machine's and the queried one under each other, and every difference in words.
#pragma once

#include "service/VerificationService.h"

#include <QCoreApplication>
#include <QStringList>

#include <vector>

namespace casebound {

/// One column of the three rows. A null QChar marks a gap.
struct AlignmentColumn {
    QChar typed, machine, queried;
    bool machineDiffers = false, queriedDiffers = false;
    bool confusable = false; ///< One of the differences is commonly mistaken.
    friend bool operator==(const AlignmentColumn&, const AlignmentColumn&) = default;
};

/// Pure; translated through the context "Alignment".
class Alignment {
    Q_DECLARE_TR_FUNCTIONS(Alignment)

public:
    /// Both alignments laid over each other by the typed characters; what one of them has extra opens a column of its own.
    [[nodiscard]] static std::vector<AlignmentColumn> columns(const Revealed& revealed);
    /// "Position 3: you typed 8, the machine read B; often confused." One sentence for each difference from the machine's text,
    /// then from the queried plate. Positions count the typed characters from 1.
    [[nodiscard]] static QStringList machineDifferences(const Revealed& revealed);
    [[nodiscard]] static QStringList queriedDifferences(const Revealed& revealed);
    /// The jurisdiction typed against the machine's and the queried one; nothing where none was typed.
    [[nodiscard]] static QStringList jurisdictionDifferences(const Revealed& revealed);
    /// The result in one sentence.
    [[nodiscard]] static QString summary(const Revealed& revealed);
};

} // namespace casebound
