#include "ui/quality/QualityWords.h"

#include "lists/QualityModel.h"

#include <QLocale>

namespace casebound {

namespace {

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace

QString QualityWords::summary(const ReadQuality& found)
{
    const QualityRate& rate = found.whole;
    if (rate.compared + rate.unreadable == 0)
        return tr("No read was checked by eye in this period.");
    QStringList parts;
    if (rate.isEnough())
        //: %1: reads compared, %2: of them misread, %3: "7.5 %", %4: "4.0–13.6 %".
        parts += tr("Reads compared: %1, misread: %2. That is %3 (95 % interval: %4).")
                     .arg(number(rate.compared), number(rate.misread), QualityModel::rateText(rate), QualityModel::intervalText(rate));
    else
        //: %1: reads compared, %2: of them misread, %3: how many are needed.
        parts += tr("Reads compared: %1, misread: %2. Too few to say: a rate is given from %3 on.")
                     .arg(number(rate.compared), number(rate.misread), number(smallestQualitySample));
    //: %1: a number.
    parts += tr("Unreadable pictures, counted apart: %1.").arg(number(rate.unreadable));
    if (found.jurisdictions.compared > 0)
        //: %1: reads where picture and machine both gave a jurisdiction, %2: of them different.
        parts +=
            tr("Jurisdiction compared: %1, different: %2.").arg(number(found.jurisdictions.compared), number(found.jurisdictions.misread));
    return parts.join(u' ');
}

QString QualityWords::claim(const QualityReport& report)
{
    if (report.standing == ClaimStanding::NoClaim)
        return tr("The vendor claims no accuracy.");
    const QString share = QLocale().toString(*report.claimedAccuracy * 100, 'f', 1);
    //: %1: percentage.
    QString words =
        tr("The vendor claims that %1 % of plates are read right. That is the vendor’s own word, and nobody checked it.").arg(share);
    switch (report.standing) {
    case ClaimStanding::NoClaim: break;
    case ClaimStanding::TooFew: words += u' ' + tr("Too few reads were compared to set anything beside it."); break;
    case ClaimStanding::Within: words += u' ' + tr("What was found here does not contradict it."); break;
    case ClaimStanding::Worse: words += u' ' + tr("More was misread here than that, beyond chance."); break;
    case ClaimStanding::Better: words += u' ' + tr("Less was misread here than that, beyond chance."); break;
    }
    return words + u' ' + tr("The two count different things: here it is reads that a query returned and somebody looked at.");
}

FailureWords QualityWords::of(QualityProblem problem)
{
    switch (problem) {
    case QualityProblem::BadPeriod:
        return {tr("The period is not one: a date is missing or unreadable, or it ends before it begins."),
                tr("Nothing was counted. Correct the dates.")};
    case QualityProblem::BadTarget: return {tr("The folder for the table is not there."), tr("Nothing was written. Choose another one.")};
    case QualityProblem::TargetExists:
        return {tr("There is a file of that name already."), tr("It was left as it is, and nothing was written. Choose another name.")};
    case QualityProblem::CannotWrite:
        return {tr("The table cannot be written there."), tr("Nothing was left there. Choose another folder.")};
    case QualityProblem::DiskFull:
        return {tr("The disk is full."), tr("Nothing was left there. Free some space, or choose another folder.")};
    }
    return {};
}

FailureWords QualityWords::of(const QualityRefusal& refusal)
{
    if (const auto* problem = std::get_if<QualityProblem>(&refusal))
        return of(*problem);
    return Words::of(std::get<ServiceFailure>(refusal));
}

} // namespace casebound
