// A training record as the administrator gets it: JSON and, beside it, the trainee's detached CMS signature over exactly its bytes
// ("<file>.p7s", DER). The format is described in docs/training-record.md.
#pragma once

#include "crypto/Certificate.h"
#include "domain/TrainingRecord.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace casebound {

inline constexpr qsizetype largestTrainingRecord = 64 << 10;

enum class TrainingRecordFault {
    TooLarge,     ///< Over 64 KiB.
    Unsigned,     ///< No signature beside it.
    BadSignature, ///< What stands beside it is not a signature, or one with a digest that is no longer relied on.
    WrongSigner,  ///< Somebody else than the person it is taken in for.
    Altered,      ///< Changed after it was signed.
    Newer,        ///< Of a later version of the format.
    Malformed,    ///< Not a record, a member missing, unknown, doubled or out of bounds, or a score that its answers do not give.
    OtherPerson,  ///< It names another certificate than the one that signed it.
    NotPassed,    ///< Below the pass mark: its own, or the office's.
    InFuture,     ///< Ended later than now.
    TooOld,       ///< Ended longer ago than training is good for.
};

struct TrainingRecordProblem {
    TrainingRecordFault fault = TrainingRecordFault::Malformed;
    QString member = {}; ///< Where in the file; empty where it is the whole.
};

/// What the administrator holds against it.
struct TrainingExpectation {
    Certificate person;       ///< Of the roster.
    int passMarkPercent = 80; ///< The office's; a record's own may be higher.
    Instant now{};
    std::chrono::days longest{365}; ///< A course ended longer ago does not count.
};

/// Strict and bounded; signatures and dates are not judged. The score and whether it was passed must be what the answers give, and the
/// bytes exactly what writeTrainingRecord() makes of the record.
[[nodiscard]] std::expected<TrainingRecord, TrainingRecordProblem> parseTrainingRecord(QByteArrayView json);

/// The whole check: size, signature, content, whose it is, whether it was passed, when.
[[nodiscard]] std::expected<TrainingRecord, TrainingRecordProblem> readTrainingRecord(QByteArrayView json, QByteArrayView signature,
                                                                                      const TrainingExpectation& expected);

/// English, for programs without a window: what is wrong and what to do.
[[nodiscard]] QString trainingRecordSentence(const TrainingRecordProblem& problem);

} // namespace casebound
