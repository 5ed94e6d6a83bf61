#include "office/TrainingRecordFile.h"

#include "crypto/Cms.h"
#include "crypto/Signer.h"
#include "office/ProfileMembers.h"

#include <QJsonDocument>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr qsizetype mostAnswers = courseVerifications + courseRefusals;

std::unexpected<TrainingRecordProblem> refuse(TrainingRecordFault fault, const QString& member = {})
{
    return std::unexpected(TrainingRecordProblem{.fault = fault, .member = member});
}

CourseAnswer answer(ProfileMembers& members, QLatin1StringView name)
{
    const auto found = courseAnswerFromWord(members.text(name, 1, 64));
    if (!found)
        members.refuse(ProfileFault::Malformed, name);
    return found.value_or(CourseAnswer::Unreadable);
}

} // namespace

std::expected<TrainingRecord, TrainingRecordProblem> parseTrainingRecord(QByteArrayView json)
{
    if (json.size() > largestTrainingRecord)
        return refuse(TrainingRecordFault::TooLarge);
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray());
    if (!document.isObject() || document["record"_L1].toString() != "casebound training record"_L1)
        return refuse(TrainingRecordFault::Malformed);
    if (document["version"_L1].toDouble() > version)
        return refuse(TrainingRecordFault::Newer, u"version"_s);

    std::optional<ProfileProblem> problem;
    ProfileMembers root(document.object(), {}, problem);
    TrainingRecord record;
    (void)root.text("record"_L1, 1, 64);
    (void)root.number("version"_L1, version, version);
    record.person = root.text("person"_L1, 1, 200);
    record.certificateSha256 = root.sha256("certificate_sha256"_L1);
    record.begunAt = root.instant("begun_at"_L1);
    record.endedAt = root.instant("ended_at"_L1);
    if (record.endedAt < record.begunAt)
        root.refuse(ProfileFault::Malformed, "ended_at"_L1);
    record.course = root.name("course"_L1);
    record.programVersion = root.name("program_version"_L1);
    root.object("profile"_L1, [&](ProfileMembers& members) {
        record.office = members.name("office"_L1);
        record.profileSerial = members.serial("serial"_L1);
        record.profileSha256 = members.sha256("sha256"_L1);
    });
    record.passMarkPercent = root.number("pass_mark_percent"_L1, 1, 100);
    const int score = root.number("score_percent"_L1, 0, 100);
    const bool passed = root.truth("passed"_L1);
    root.objects("answers"_L1, mostAnswers, [&](ProfileMembers& members) {
        CourseItem item;
        item.question = members.name("question"_L1);
        item.expected = answer(members, "expected"_L1);
        item.given = answer(members, "given"_L1);
        record.items.push_back(item);
    });
    root.end();
    if (problem)
        return refuse(TrainingRecordFault::Malformed, problem->member);
    if (!isWholeCourse(record.items))
        return refuse(TrainingRecordFault::Malformed, u"answers"_s);
    if (score != scorePercent(record.items))
        return refuse(TrainingRecordFault::Malformed, u"score_percent"_s);
    if (passed != isPassed(record))
        return refuse(TrainingRecordFault::Malformed, u"passed"_s);
    // Also what a parser would let pass: doubled members, numbers written otherwise.
    if (writeTrainingRecord(record) != json)
        return refuse(TrainingRecordFault::Malformed);
    return record;
}

std::expected<TrainingRecord, TrainingRecordProblem> readTrainingRecord(QByteArrayView json, QByteArrayView signature,
                                                                        const TrainingExpectation& expected)
{
    if (json.size() > largestTrainingRecord)
        return refuse(TrainingRecordFault::TooLarge);
    if (signature.isEmpty())
        return refuse(TrainingRecordFault::Unsigned);
    const auto claim = readSignatureClaim(signature, expected.person);
    if (!claim || !claim->strongDigest)
        return refuse(TrainingRecordFault::BadSignature);
    if (!claim->bySigner)
        return refuse(TrainingRecordFault::WrongSigner);
    if (!verifyDetached(signature, json, expected.person))
        return refuse(TrainingRecordFault::Altered);
    auto record = parseTrainingRecord(json);
    if (!record)
        return record;
    if (record->certificateSha256 != expected.person.sha256())
        return refuse(TrainingRecordFault::OtherPerson, u"certificate_sha256"_s);
    if (!isPassed(*record) || scorePercent(record->items) < expected.passMarkPercent)
        return refuse(TrainingRecordFault::NotPassed, u"score_percent"_s);
    // A clock that is a few minutes off elsewhere is no fault.
    if (record->endedAt > expected.now + std::chrono::minutes(10))
        return refuse(TrainingRecordFault::InFuture, u"ended_at"_s);
    if (record->endedAt < expected.now - expected.longest)
        return refuse(TrainingRecordFault::TooOld, u"ended_at"_s);
    return record;
}

QString trainingRecordSentence(const TrainingRecordProblem& problem)
{
    const auto sentence = [&] {
        switch (problem.fault) {
        case TrainingRecordFault::TooLarge: return u"The training record is larger than any could be."_s;
        case TrainingRecordFault::Unsigned: return u"No signature lies beside the training record: ask for both files."_s;
        case TrainingRecordFault::BadSignature:
            return u"What lies beside the training record is no signature that can be relied on: ask for both files anew."_s;
        case TrainingRecordFault::WrongSigner: return u"Somebody else than this person signed the training record."_s;
        case TrainingRecordFault::Altered: return u"The training record was changed after it was signed."_s;
        case TrainingRecordFault::Newer: return u"The training record is of a newer program: take it in with that one."_s;
        case TrainingRecordFault::Malformed: return u"The file is no training record, or one that does not add up."_s;
        case TrainingRecordFault::OtherPerson: return u"The training record names another certificate than the one that signed it."_s;
        case TrainingRecordFault::NotPassed: return u"The course was not passed by the office's pass mark: it has to be taken again."_s;
        case TrainingRecordFault::InFuture: return u"The training record is dated in the future: compare the clocks."_s;
        case TrainingRecordFault::TooOld: return u"The course was taken too long ago: it has to be taken again."_s;
        }
        return QString();
    };
    return problem.member.isEmpty() ? sentence() : sentence() + u" ("_s + problem.member + u')';
}

} // namespace casebound
