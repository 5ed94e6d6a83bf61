#include "VerifyReport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QString verdictWords(VerifyVerdict verdict)
{
    switch (verdict) {
    case VerifyVerdict::InOrder: return u"in order"_s;
    case VerifyVerdict::FaultFound: return u"fault found"_s;
    case VerifyVerdict::CannotTell: return u"cannot tell"_s;
    }
    return {};
}

QString placeWords(const LedgerFault& fault)
{
    const QString entry = fault.entry ? u"entry %1"_s.arg(*fault.entry) : QString();
    return fault.place.isEmpty() ? entry : entry.isEmpty() ? fault.place : fault.place + u", "_s + entry;
}

} // namespace

void VerifyReport::fileProblem(QByteArrayView path, ReadProblem problem)
{
    switch (problem) {
    case ReadProblem::Missing: return faults.add({.kind = LedgerFaultKind::FileMissing, .place = printable(path)});
    case ReadProblem::NotRegular: return faults.add({.kind = LedgerFaultKind::FileNotRegular, .place = printable(path)});
    case ReadProblem::TooLarge: return faults.add({.kind = LedgerFaultKind::FileTooLarge, .place = printable(path)});
    case ReadProblem::Unreadable: cannotTell = (path.isEmpty() ? u"the folder"_s : printable(path)) + u" cannot be read"_s; return;
    }
}

VerifyVerdict VerifyReport::verdict() const
{
    if (faults.count() > 0)
        return VerifyVerdict::FaultFound;
    return cannotTell.isEmpty() ? VerifyVerdict::InOrder : VerifyVerdict::CannotTell;
}

QByteArray VerifyReport::text() const
{
    QString line = verdictWords(verdict());
    switch (verdict()) {
    case VerifyVerdict::InOrder:
        line += u": %1 entries of %2, signature good"_s.arg(entries).arg(origin);
        if (privateParts > 0)
            line += u", %1 private parts belong to it"_s.arg(privateParts);
        if (sealedResults > 0)
            line += u", %1 sealed results"_s.arg(sealedResults);
        if (witnesses > 0)
            line += u", agrees with %1 witnesses"_s.arg(witnesses);
        if (keysReplaced > 0)
            line += u", its key replaced %1 times, announced each time"_s.arg(keysReplaced);
        if (openIntents > 0)
            line += u", %1 intentions of the last run still without outcome"_s.arg(openIntents);
        break;
    case VerifyVerdict::FaultFound: line += faults.count() == 1 ? u": 1 fault"_s : u": %1 faults"_s.arg(faults.count()); break;
    case VerifyVerdict::CannotTell: line += u": "_s + cannotTell; break;
    }
    QByteArray out = line.toUtf8() + '\n';
    for (const LedgerFault& fault : faults.list()) {
        out += "  " + placeWords(fault).toUtf8() + ": " + ledgerFaultWords(fault.kind);
        if (!fault.detail.isEmpty())
            out += " (" + fault.detail.toUtf8() + ')';
        out += QByteArray(" [") + ledgerFaultName(fault.kind) + "]\n";
    }
    if (faults.count() > faults.list().size())
        out += "  and " + QByteArray::number(static_cast<qulonglong>(faults.count() - faults.list().size())) + " more\n";
    if (verdict() == VerifyVerdict::FaultFound && !cannotTell.isEmpty())
        out += "  besides: " + cannotTell.toUtf8() + '\n';
    return out;
}

QByteArray VerifyReport::json() const
{
    QJsonArray list;
    for (const LedgerFault& fault : faults.list()) {
        QJsonObject one{{u"kind"_s, QString::fromLatin1(ledgerFaultName(fault.kind))},
                        {u"place"_s, placeWords(fault)},
                        {u"words"_s, QString::fromLatin1(ledgerFaultWords(fault.kind))}};
        if (fault.entry)
            one[u"entry"_s] = static_cast<qint64>(*fault.entry);
        if (!fault.detail.isEmpty())
            one[u"detail"_s] = fault.detail;
        list.append(one);
    }
    QJsonObject report{{u"verdict"_s, verdictWords(verdict())},
                       {u"origin"_s, origin},
                       {u"entries"_s, static_cast<qint64>(entries)},
                       {u"signature_checked"_s, signatureChecked},
                       {u"runs"_s, static_cast<qint64>(runs)},
                       {u"open_intentions"_s, static_cast<qint64>(openIntents)},
                       {u"private_parts"_s, static_cast<qint64>(privateParts)},
                       {u"sealed_results"_s, static_cast<qint64>(sealedResults)},
                       {u"witnesses"_s, static_cast<qint64>(witnesses)},
                       {u"keys_replaced"_s, static_cast<qint64>(keysReplaced)},
                       {u"fault_count"_s, static_cast<qint64>(faults.count())},
                       {u"faults"_s, list}};
    if (!root.isEmpty())
        report[u"root"_s] = QString::fromLatin1(root.toBase64());
    if (!cannotTell.isEmpty())
        report[u"cannot_tell"_s] = cannotTell;
    return QJsonDocument(report).toJson(QJsonDocument::Indented);
}

} // namespace casebound
