#include "domain/TrainingRecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

struct Word {
    CourseAnswer answer;
    const char* word;
};
constexpr std::array words{Word{CourseAnswer::Confirmed, "confirmed"},
                           Word{CourseAnswer::DifferentPlate, "different_plate"},
                           Word{CourseAnswer::Unreadable, "unreadable"},
                           Word{CourseAnswer::MayBeSent, "may_be_sent"},
                           Word{CourseAnswer::NoCase, "no_case"},
                           Word{CourseAnswer::TooGeneral, "too_general"},
                           Word{CourseAnswer::ProtectedActivity, "protected_activity"},
                           Word{CourseAnswer::BeyondLimit, "beyond_limit"}};

QString second(Instant at)
{
    return toDateTime(at).toUTC().toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s);
}
QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

const char* courseWord(CourseAnswer answer)
{
    const auto found = std::ranges::find(words, answer, &Word::answer);
    return found == words.end() ? "" : found->word;
}

std::optional<CourseAnswer> courseAnswerFromWord(QStringView word)
{
    const auto found = std::ranges::find_if(words, [&](const Word& one) { return word == QLatin1StringView(one.word); });
    return found == words.end() ? std::nullopt : std::optional(found->answer);
}

CourseKind courseKindOf(CourseAnswer answer)
{
    switch (answer) {
    case CourseAnswer::Confirmed:
    case CourseAnswer::DifferentPlate:
    case CourseAnswer::Unreadable: return CourseKind::Verification;
    case CourseAnswer::MayBeSent:
    case CourseAnswer::NoCase:
    case CourseAnswer::TooGeneral:
    case CourseAnswer::ProtectedActivity:
    case CourseAnswer::BeyondLimit: return CourseKind::Refusal;
    }
    return CourseKind::Verification;
}

int scorePercent(std::span<const CourseItem> items)
{
    if (items.empty())
        return 0;
    return static_cast<int>(std::ranges::count_if(items, &CourseItem::isRight) * 100 / std::ssize(items));
}

bool isWholeCourse(std::span<const CourseItem> items)
{
    QSet<QString> questions;
    int verifications = 0, refusals = 0;
    for (const CourseItem& item : items) {
        if (courseKindOf(item.expected) != courseKindOf(item.given))
            return false;
        questions.insert(item.question);
        ++(courseKindOf(item.expected) == CourseKind::Verification ? verifications : refusals);
    }
    return verifications == courseVerifications && refusals == courseRefusals && questions.size() == std::ssize(items);
}

bool isPassed(const TrainingRecord& record)
{
    return isWholeCourse(record.items) && scorePercent(record.items) >= record.passMarkPercent;
}

QByteArray writeTrainingRecord(const TrainingRecord& record)
{
    QJsonArray answers;
    for (const CourseItem& item : record.items)
        answers.append(QJsonObject{{"question"_L1, item.question},
                                   {"expected"_L1, QString::fromLatin1(courseWord(item.expected))},
                                   {"given"_L1, QString::fromLatin1(courseWord(item.given))}});
    const QJsonObject object{{"record"_L1, u"casebound training record"_s},
                             {"version"_L1, 1},
                             {"person"_L1, record.person},
                             {"certificate_sha256"_L1, hex(record.certificateSha256)},
                             {"begun_at"_L1, second(record.begunAt)},
                             {"ended_at"_L1, second(record.endedAt)},
                             {"course"_L1, record.course},
                             {"program_version"_L1, record.programVersion},
                             {"profile"_L1, QJsonObject{{"office"_L1, record.office},
                                                        {"serial"_L1, static_cast<qint64>(record.profileSerial)},
                                                        {"sha256"_L1, hex(record.profileSha256)}}},
                             {"pass_mark_percent"_L1, record.passMarkPercent},
                             {"score_percent"_L1, scorePercent(record.items)},
                             {"passed"_L1, isPassed(record)},
                             {"answers"_L1, answers}};
    return QJsonDocument(object).toJson();
}

} // namespace casebound
