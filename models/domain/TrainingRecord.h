// The practice course (R1, R17): what was asked and answered, the score, and the record an administrator takes in. Pure values and rules.
#pragma once

#include "domain/Clock.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace casebound {

/// What a person may answer. Of a read: the first three. Of a request: it may be sent, or the rule it breaks.
enum class CourseAnswer : std::uint8_t {
    Confirmed,
    DifferentPlate,
    Unreadable,
    MayBeSent,
    NoCase,
    TooGeneral,
    ProtectedActivity,
    BeyondLimit
};

enum class CourseKind : std::uint8_t { Verification, Refusal };

[[nodiscard]] const char* courseWord(CourseAnswer answer);
[[nodiscard]] std::optional<CourseAnswer> courseAnswerFromWord(QStringView word);
[[nodiscard]] CourseKind courseKindOf(CourseAnswer answer);

inline constexpr int courseVerifications = 10;
inline constexpr int courseRefusals = 2;

/// A question with the answer given; expected and given are of one kind.
struct CourseItem {
    QString question; ///< [A-Za-z0-9._-]+, at most 64; no two the same.
    CourseAnswer expected{};
    CourseAnswer given{};
    [[nodiscard]] bool isRight() const { return expected == given; }
    friend bool operator==(const CourseItem&, const CourseItem&) = default;
};

struct TrainingRecord {
    QString person; ///< Common name of the credential that signs.
    QByteArray certificateSha256;
    Instant begunAt{}, endedAt{}; ///< Whole seconds.
    QString course;               ///< Which set of questions.
    QString programVersion;
    QString office; ///< Of the profile the course was taken under, with its serial and digest.
    std::uint64_t profileSerial = 0;
    QByteArray profileSha256;
    int passMarkPercent = 80;
    std::vector<CourseItem> items;
    friend bool operator==(const TrainingRecord&, const TrainingRecord&) = default;
};

/// Right answers of every hundred, rounded down; 0 where nothing was asked.
[[nodiscard]] int scorePercent(std::span<const CourseItem> items);
/// Ten verifications and two requests, each question once, every answer of its question's kind.
[[nodiscard]] bool isWholeCourse(std::span<const CourseItem> items);
/// The whole course, at or above the pass mark.
[[nodiscard]] bool isPassed(const TrainingRecord& record);

/// Stable: the same record gives the same bytes (docs/training-record.md).
[[nodiscard]] QByteArray writeTrainingRecord(const TrainingRecord& record);

} // namespace casebound
