// policy: what the profile says of reviews.
#include "admin/AdminCommand.h"
#include "crypto/Digest.h"
#include "crypto/SecureBytes.h"
#include "domain/Plate.h"
#include "office/ReviewSettings.h"

#include <QRegularExpression>

#include <algorithm>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

const QString unchanged = u" Nothing was changed."_s;

std::unexpected<QString> refuse(const QString& sentence)
{
    return std::unexpected(sentence + unchanged);
}

AdminResult<> numbers(const QStringList& given, ReviewPolicy& policy)
{
    for (const QString& words : given) {
        const qsizetype cut = words.indexOf(u'=');
        const ReviewSetting* setting = cut < 0 ? nullptr : reviewSetting(QStringView(words).first(cut));
        if (!setting) {
            QStringList names;
            for (const ReviewSetting& one : reviewSettings())
                names += QString::fromLatin1(one.name);
            return refuse(u"--review is NAME=N, and %1 is none of its names: %2."_s.arg(words, names.join(u", "_s)));
        }
        static const QRegularExpression digits(u"\\A[0-9]{1,6}\\z"_s);
        const QString text = words.sliced(cut + 1);
        const int value = digits.match(text).hasMatch() ? text.toInt() : -1;
        if (value < setting->least || value > setting->most)
            return refuse(boundsSentence(*setting));
        policy.*setting->value = value;
    }
    if (policy.sampleLeast > policy.sampleMost)
        return refuse(u"sample_least (%1) would be more than sample_most (%2)."_s.arg(policy.sampleLeast).arg(policy.sampleMost));
    return {};
}

AdminResult<> judged(const AdminCall& call, ReviewPolicy& policy)
{
    for (const QString& code : call.options.values(u"judge"_s)) {
        const auto indicator = judgeableIndicator(code);
        if (!indicator)
            return refuse(u"--judge %1 names no indicator that has entries of its own (docs/review.md lists them)."_s.arg(code));
        if (!std::ranges::contains(policy.judgedToo, *indicator))
            policy.judgedToo.push_back(*indicator);
    }
    for (const QString& code : call.options.values(u"leave"_s)) {
        const auto indicator = judgeableIndicator(code);
        if (!indicator || std::erase(policy.judgedToo, *indicator) == 0)
            return refuse(
                u"The entries of %1 were not judged by the profile's word. Exceptions, queries outside the shift, queries after a "
                "refusal, repeat_plate and self_approval always are."_s.arg(code));
    }
    return {};
}

/// "mon-fri", "sat", or several with "+" between; 0 where it is neither.
int daysOf(const QString& text)
{
    const auto bitOf = [](const QString& word) {
        const auto days = dayWords();
        for (std::size_t n = 0; n < days.size(); ++n) {
            if (word == QLatin1StringView(days[n]))
                return static_cast<int>(n);
        }
        return -1;
    };
    int days = 0;
    for (const QString& part : text.split(u'+')) {
        const QStringList ends = part.split(u'-');
        const int first = bitOf(ends.front()), last = bitOf(ends.back());
        if (ends.size() > 2 || first < 0 || last < first)
            return 0;
        for (int day = first; day <= last; ++day)
            days |= 1 << day;
    }
    return days;
}

AdminResult<> shifts(const AdminCall& call, ReviewPolicy& policy)
{
    const QStringList given = call.options.values(u"shift"_s);
    if (call.options.isSet(u"no-shifts"_s) && !given.isEmpty())
        return refuse(u"--shift and --no-shifts: give the one or the other."_s);
    if (!given.isEmpty() || call.options.isSet(u"no-shifts"_s))
        policy.shifts.clear();
    for (const QString& words : given) {
        static const QRegularExpression form(u"\\A(?:([^:=]+):)?([a-z+-]+)=([0-9:]{5})-([0-9:]{5})\\z"_s);
        const auto match = form.match(words);
        Shift shift{.user = UserId(match.captured(1)), .days = daysOf(match.captured(2))};
        const auto from = minuteOf(match.captured(3)), to = minuteOf(match.captured(4));
        if (!match.hasMatch() || shift.days == 0 || !from || !to || *to <= *from || (!shift.user.isEmpty() && !isName(shift.user.text())))
            return refuse(
                u"--shift is [USER:]DAYS=FROM-TO, such as mon-fri=06:00-20:00 or agent.one:sat+sun=00:00-24:00, and begins before "
                "it ends; %1 is not."_s.arg(words));
        shift.fromMinute = *from;
        shift.toMinute = *to;
        policy.shifts.push_back(std::move(shift));
    }
    return {};
}

/// The plates themselves go no further than this function.
AdminResult<> conflicts(const AdminCall& call, ReviewPolicy& policy)
{
    if (!call.options.isSet(u"conflicts"_s))
        return {};
    policy.conflictSalt.clear();
    policy.declared.clear();
    policy.watched.clear();
    const QString path = call.options.value(u"conflicts"_s);
    if (path.isEmpty())
        return {};
    const auto bytes = readAnyFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const SecureBytes salt = SecureBytes::random(32);
    if (salt.isEmpty())
        return refuse(u"This computer gives no random numbers."_s);
    policy.conflictSalt = salt.view().toByteArray();
    int line = 0;
    for (const QString& row : QString::fromUtf8(*bytes).split(u'\n')) {
        ++line;
        const QStringList cells = row.trimmed().split(u',');
        if (row.trimmed().isEmpty() || (line == 1 && cells.front().trimmed() == "user"_L1))
            continue;
        const QString user = cells.front().trimmed(), kind = cells.value(1).trimmed();
        const auto plate = Plate::fromTyped(cells.value(2));
        const auto declared = declaredKind(kind);
        const bool watched = kind == "watched"_L1 && user.isEmpty();
        if (cells.size() != 3 || !plate || (!watched && (!declared || !isName(user))))
            return refuse(
                u"Line %1 of %2 is not user,kind,plate: kind is own, household, relation, or watched where no user is named."_s.arg(line)
                    .arg(path));
        const QByteArray mark = toBytes(sha256(policy.conflictSalt + plate->text().toUtf8()));
        if (watched)
            policy.watched.push_back(mark);
        else
            policy.declared.push_back({.kind = *declared, .user = UserId(user), .mark = mark});
    }
    return {};
}

QString shiftWords(const Shift& shift)
{
    QStringList days;
    for (std::size_t day = 0; day < dayWords().size(); ++day) {
        if ((shift.days >> day & 1) != 0)
            days += QString::fromLatin1(dayWords()[day]);
    }
    return u"shift of %1: %2, %3 to %4"_s.arg(shift.user.isEmpty() ? u"everybody"_s : shift.user.text(), days.join(u' '),
                                              minuteText(shift.fromMinute), minuteText(shift.toMinute));
}

} // namespace

AdminResult<> reviewPolicy(const AdminCall& call, ReviewPolicy& policy)
{
    ReviewPolicy changed = policy;
    const auto done = numbers(call.options.values(u"review"_s), changed)
                          .and_then([&] { return judged(call, changed); })
                          .and_then([&] { return shifts(call, changed); })
                          .and_then([&] { return conflicts(call, changed); });
    if (done)
        policy = std::move(changed);
    return done;
}

QStringList reviewWords(const ReviewPolicy& policy)
{
    QStringList lines;
    for (const ReviewSetting& setting : reviewSettings())
        lines += u"%1 %2, from %3 to %4: %5"_s.arg(QLatin1StringView(setting.name))
                     .arg(policy.*setting.value)
                     .arg(setting.least)
                     .arg(setting.most)
                     .arg(QString::fromUtf8(setting.means));
    QStringList codes;
    for (const Indicator indicator : policy.judgedToo)
        codes += indicatorCode(indicator);
    lines += u"judged in any case, too: "_s + (codes.isEmpty() ? u"none"_s : codes.join(u", "_s));
    for (const Shift& shift : policy.shifts)
        lines += shiftWords(shift);
    if (policy.shifts.empty())
        lines += u"no shift: no query is outside the working hours"_s;
    lines += u"declared plates %1, watched plates %2"_s.arg(policy.declared.size()).arg(policy.watched.size());
    return lines;
}

} // namespace casebound
