#include "office/ReviewSettings.h"

#include "office/ProfileMembers.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = 5'000;
constexpr int dayMinutes = 24 * 60;

constexpr std::array settings{
    ReviewSetting{"period_days", &ReviewPolicy::periodDays, 1, 92,
                  "the days one review covers at most, and after which the next is overdue (PIA p. 7: quarterly)"},
    ReviewSetting{"sample_percent", &ReviewPolicy::samplePercent, 1, 100, "the share of a period's queries that is drawn, in per cent"},
    ReviewSetting{"sample_least", &ReviewPolicy::sampleLeast, 1, 10'000, "the fewest queries drawn, where there are so many"},
    ReviewSetting{"sample_most", &ReviewPolicy::sampleMost, 1, 10'000, "the most queries drawn"},
    ReviewSetting{"refused_minutes", &ReviewPolicy::refusedMinutes, 1, 1'440,
                  "a query so soon after a refused one for the same case or plate is judged in any case"},
    ReviewSetting{"repeat_count", &ReviewPolicy::repeatCount, 2, 1'000, "one person's queries of one plate from which they are flagged"},
    ReviewSetting{"repeat_days", &ReviewPolicy::repeatDays, 1, 366, "the days within which they are counted"},
    ReviewSetting{"many_users", &ReviewPolicy::manyUsers, 2, 1'000, "people who queried one plate"},
    ReviewSetting{"many_cases", &ReviewPolicy::manyCases, 1, 1'000, "the cases they named for it, at least"},
    ReviewSetting{"many_days", &ReviewPolicy::manyDays, 1, 366, "the days within which both are counted"},
    ReviewSetting{"case_plates", &ReviewPolicy::casePlates, 2, 10'000, "plates queried for one case"},
    ReviewSetting{"spike_score", &ReviewPolicy::spikeScore, 2, 20, "how far a day's count stands out from the person's usual ones"},
    ReviewSetting{"exception_count", &ReviewPolicy::exceptionCount, 1, 1'000, "exceptions used by one person"},
    ReviewSetting{"exception_days", &ReviewPolicy::exceptionDays, 1, 366, "the days within which they are counted"},
    ReviewSetting{"isolated_hours", &ReviewPolicy::isolatedHours, 1, 24, "idle hours on both sides that make queries stand apart"},
    ReviewSetting{"behalf_least", &ReviewPolicy::behalfLeast, 10, 100'000,
                  "queries of a person before “on behalf of” says anything of them"},
    ReviewSetting{"stale_alert_days", &ReviewPolicy::staleAlertDays, 1, 366, "days after which an alert entry should be justified anew"},
    ReviewSetting{"approval_days", &ReviewPolicy::approvalDays, 1, 30, "days a granted exception may be used"},
};

constexpr std::array days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array kinds{"own", "household", "relation"};

/// These stand beside the log.
constexpr std::array beside{Indicator::StaleAlert, Indicator::AuditNotDone, Indicator::LogGap};

Shift readShift(ProfileMembers& members)
{
    Shift shift{.days = 0};
    if (members.has("user"_L1))
        shift.user = UserId(members.name("user"_L1));
    for (const QString& day : members.texts("days"_L1, std::ssize(days), 3)) {
        const auto* found = std::ranges::find_if(days, [&day](const char* word) { return day == QLatin1StringView(word); });
        const int bit = found == days.end() ? 0 : 1 << (found - days.begin());
        if (bit == 0 || (shift.days & bit) != 0)
            members.refuse(ProfileFault::Malformed, "days"_L1);
        shift.days |= bit;
    }
    if (shift.days == 0)
        members.refuse(ProfileFault::Malformed, "days"_L1);
    const auto from = minuteOf(members.text("from"_L1, 5, 5)), to = minuteOf(members.text("to"_L1, 5, 5));
    if (!from || *from == dayMinutes)
        members.refuse(ProfileFault::Malformed, "from"_L1);
    if (!to || to <= from)
        members.refuse(ProfileFault::Malformed, "to"_L1);
    shift.fromMinute = from.value_or(0);
    shift.toMinute = to.value_or(dayMinutes);
    return shift;
}

void readConflicts(ProfileMembers& members, ReviewPolicy& policy)
{
    policy.conflictSalt = members.sha256("salt"_L1); // 32 bytes, written as a digest is
    members.objects("declared"_L1, mostRows, [&](ProfileMembers& row) {
        DeclaredPlate plate{.user = UserId(row.name("user"_L1)), .mark = row.sha256("mark"_L1)};
        const auto kind = declaredKind(row.text("kind"_L1, 1, 16));
        if (!kind)
            row.refuse(ProfileFault::Malformed, "kind"_L1);
        plate.kind = kind.value_or(DeclaredPlate::Kind::Own);
        policy.declared.push_back(std::move(plate));
    });
    members.objects("watched"_L1, mostRows, [&](ProfileMembers& row) { policy.watched.push_back(row.sha256("mark"_L1)); });
}

QJsonObject ofShift(const Shift& shift)
{
    QJsonArray list;
    for (std::size_t day = 0; day < days.size(); ++day) {
        if ((shift.days >> day & 1) != 0)
            list.append(QString::fromLatin1(days[day]));
    }
    QJsonObject object{{"days"_L1, list}, {"from"_L1, minuteText(shift.fromMinute)}, {"to"_L1, minuteText(shift.toMinute)}};
    if (!shift.user.isEmpty())
        object["user"_L1] = shift.user.text();
    return object;
}

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

std::span<const ReviewSetting> reviewSettings()
{
    return settings;
}

const ReviewSetting* reviewSetting(QStringView name)
{
    const auto* found = std::ranges::find_if(settings, [name](const ReviewSetting& one) { return name == QLatin1StringView(one.name); });
    return found == settings.end() ? nullptr : found;
}

QString boundsSentence(const ReviewSetting& setting)
{
    return u"%1 is a number from %2 to %3: %4."_s.arg(QLatin1StringView(setting.name))
        .arg(setting.least)
        .arg(setting.most)
        .arg(QString::fromUtf8(setting.means));
}

std::optional<Indicator> judgeableIndicator(QStringView code)
{
    for (const AuditRule& rule : AuditRules::builtIn().rules()) {
        if (code == rule.code)
            return std::ranges::contains(beside, rule.indicator) ? std::nullopt : std::optional(rule.indicator);
    }
    return std::nullopt;
}

std::span<const char* const> dayWords()
{
    return days;
}

std::optional<int> minuteOf(QStringView text)
{
    static const QRegularExpression form(u"\\A(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)\\z"_s);
    const auto match = form.matchView(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.hasCaptured(1) ? match.capturedView(1).toInt() * 60 + match.capturedView(2).toInt() : dayMinutes;
}

QString minuteText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString declaredKindWord(DeclaredPlate::Kind kind)
{
    return QString::fromLatin1(kinds[static_cast<std::size_t>(kind)]);
}

std::optional<DeclaredPlate::Kind> declaredKind(QStringView word)
{
    const auto* found = std::ranges::find_if(kinds, [word](const char* one) { return word == QLatin1StringView(one); });
    return found == kinds.end() ? std::nullopt : std::optional(static_cast<DeclaredPlate::Kind>(found - kinds.begin()));
}

ReviewPolicy readReviewPolicy(ProfileMembers& members)
{
    ReviewPolicy policy;
    for (const ReviewSetting& setting : settings)
        policy.*setting.value = members.number(QLatin1StringView(setting.name), setting.least, setting.most);
    if (policy.sampleLeast > policy.sampleMost)
        members.refuse(ProfileFault::Malformed, "sample_least"_L1);
    for (const QString& code : members.texts("judged_too"_L1, static_cast<qsizetype>(indicatorCount), 64)) {
        const auto indicator = judgeableIndicator(code);
        if (!indicator || std::ranges::contains(policy.judgedToo, *indicator))
            members.refuse(ProfileFault::Malformed, "judged_too"_L1);
        policy.judgedToo.push_back(indicator.value_or(Indicator::RepeatPlate));
    }
    policy.shifts.clear();
    members.objects("shifts"_L1, mostRows, [&](ProfileMembers& row) { policy.shifts.push_back(readShift(row)); });
    if (members.has("conflicts"_L1))
        members.object("conflicts"_L1, [&](ProfileMembers& inner) { readConflicts(inner, policy); });
    return policy;
}

QJsonObject writeReviewPolicy(const ReviewPolicy& policy)
{
    QJsonObject object;
    for (const ReviewSetting& setting : settings)
        object[QLatin1StringView(setting.name)] = policy.*setting.value;
    QJsonArray judged, shifts, declared, watched;
    for (const Indicator indicator : policy.judgedToo)
        judged.append(indicatorCode(indicator));
    for (const Shift& shift : policy.shifts)
        shifts.append(ofShift(shift));
    object["judged_too"_L1] = judged;
    object["shifts"_L1] = shifts;
    if (policy.conflictSalt.isEmpty())
        return object;
    for (const DeclaredPlate& plate : policy.declared)
        declared.append(
            QJsonObject{{"user"_L1, plate.user.text()}, {"kind"_L1, declaredKindWord(plate.kind)}, {"mark"_L1, hex(plate.mark)}});
    for (const QByteArray& mark : policy.watched)
        watched.append(QJsonObject{{"mark"_L1, hex(mark)}});
    object["conflicts"_L1] = QJsonObject{{"salt"_L1, hex(policy.conflictSalt)}, {"declared"_L1, declared}, {"watched"_L1, watched}};
    return object;
}

} // namespace casebound
