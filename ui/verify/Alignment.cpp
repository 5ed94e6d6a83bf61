#include "ui/verify/Alignment.h"

#include "lists/ReadText.h"

namespace casebound {

std::vector<AlignmentColumn> Alignment::columns(const Revealed& revealed)
{
    const std::vector<AlignedPair>& machine = revealed.againstMachine.columns;
    const std::vector<AlignedPair>& queried = revealed.againstQueried.columns;
    std::vector<AlignmentColumn> result;
    std::size_t m = 0, q = 0;
    while (m < machine.size() || q < queried.size()) {
        const bool machineExtra = m < machine.size() && machine[m].typed.isNull();
        const bool queriedExtra = q < queried.size() && queried[q].typed.isNull();
        AlignmentColumn column;
        if (machineExtra || queriedExtra) {
            // Something the person did not type. Where both others have it, it is one column.
            if (machineExtra) {
                column.machine = machine[m++].machine;
                column.machineDiffers = true;
            }
            if (queriedExtra) {
                column.queried = queried[q++].machine;
                column.queriedDiffers = true;
            }
        } else {
            if (m < machine.size()) {
                const AlignedPair& pair = machine[m++];
                column.typed = pair.typed;
                column.machine = pair.machine;
                column.machineDiffers = !pair.same;
                column.confusable = pair.confusable;
            }
            if (q < queried.size()) {
                const AlignedPair& pair = queried[q++];
                column.typed = pair.typed;
                column.queried = pair.machine;
                column.queriedDiffers = !pair.same;
                column.confusable = column.confusable || pair.confusable;
            }
        }
        result.push_back(column);
    }
    return result;
}

QStringList Alignment::machineDifferences(const Revealed& revealed)
{
    QStringList sentences;
    int position = 0;
    for (const AlignedPair& pair : revealed.againstMachine.columns) {
        position += pair.typed.isNull() ? 0 : 1;
        if (pair.same)
            continue;
        if (pair.typed.isNull())
            sentences.append(tr("After position %1: the machine read %2, you typed nothing there.").arg(position).arg(pair.machine));
        else if (pair.machine.isNull())
            sentences.append(tr("Position %1: you typed %2, the machine read nothing there.").arg(position).arg(pair.typed));
        else if (pair.confusable)
            sentences.append(
                tr("Position %1: you typed %2, the machine read %3; often confused.").arg(position).arg(pair.typed).arg(pair.machine));
        else
            sentences.append(tr("Position %1: you typed %2, the machine read %3.").arg(position).arg(pair.typed).arg(pair.machine));
    }
    return sentences;
}

QStringList Alignment::queriedDifferences(const Revealed& revealed)
{
    QStringList sentences;
    int position = 0;
    for (const AlignedPair& pair : revealed.againstQueried.columns) {
        position += pair.typed.isNull() ? 0 : 1;
        if (pair.same)
            continue;
        if (pair.typed.isNull())
            sentences.append(tr("After position %1: the plate asked for has %2, you typed nothing there.").arg(position).arg(pair.machine));
        else if (pair.machine.isNull())
            sentences.append(tr("Position %1: you typed %2, the plate asked for has nothing there.").arg(position).arg(pair.typed));
        else if (pair.confusable)
            sentences.append(tr("Position %1: you typed %2, the plate asked for has %3; often confused.")
                                 .arg(position)
                                 .arg(pair.typed)
                                 .arg(pair.machine));
        else
            sentences.append(tr("Position %1: you typed %2, the plate asked for has %3.").arg(position).arg(pair.typed).arg(pair.machine));
    }
    return sentences;
}

QStringList Alignment::jurisdictionDifferences(const Revealed& revealed)
{
    QStringList sentences;
    if (revealed.typedJurisdiction.isEmpty())
        return sentences;
    const QString typed = ReadText::jurisdiction(revealed.typedJurisdiction);
    if (!revealed.machineJurisdiction.isEmpty() && revealed.machineJurisdiction != revealed.typedJurisdiction)
        sentences.append(
            tr("Jurisdiction: you saw %1, the machine read %2.").arg(typed, ReadText::jurisdiction(revealed.machineJurisdiction)));
    if (revealed.jurisdictionDiffers)
        sentences.append(
            tr("Jurisdiction: you saw %1, the query asked for %2.").arg(typed, ReadText::jurisdiction(revealed.queriedJurisdiction)));
    return sentences;
}

QString Alignment::summary(const Revealed& revealed)
{
    const bool machine = revealed.againstMachine.differences == 0, queried = revealed.againstQueried.differences == 0;
    if (machine && queried)
        return revealed.jurisdictionDiffers
                   ? tr("Your characters, the machine’s and the plate asked for are the same, but the jurisdiction you saw is another one.")
                   : tr("Your characters, the machine’s and the plate asked for are the same.");
    if (queried)
        return tr("You read the plate asked for. The machine read something else.");
    if (machine)
        return tr("You and the machine read the same, and it is not the plate asked for.");
    return tr("You read something else than the machine did, and it is not the plate asked for.");
}

} // namespace casebound
