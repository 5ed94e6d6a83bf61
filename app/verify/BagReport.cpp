#include "BagReport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    const char *name, *words;
};
constexpr Words table[] = {
#define CASEBOUND_BAG_FAULT(enumerator, name, words) {name, words},
#include "BagFaults.inc"
#undef CASEBOUND_BAG_FAULT
};

QString verdictWords(VerifyVerdict verdict)
{
    switch (verdict) {
    case VerifyVerdict::InOrder: return u"in order"_s;
    case VerifyVerdict::FaultFound: return u"fault found"_s;
    case VerifyVerdict::CannotTell: return u"cannot tell"_s;
    }
    return {};
}

} // namespace

const char* bagFaultName(BagFaultKind kind)
{
    return table[static_cast<std::size_t>(kind)].name;
}

const char* bagFaultWords(BagFaultKind kind)
{
    return table[static_cast<std::size_t>(kind)].words;
}

void BagReport::add(BagFaultKind kind, QByteArrayView place)
{
    ++faultCount;
    if (faults.size() < mostListed)
        faults.push_back({.kind = kind, .place = printable(place)});
}

VerifyVerdict BagReport::verdict() const
{
    if (faultCount > 0)
        return VerifyVerdict::FaultFound;
    return cannotTell.isEmpty() ? VerifyVerdict::InOrder : VerifyVerdict::CannotTell;
}

QByteArray BagReport::text() const
{
    QString line = verdictWords(verdict()) + u": "_s;
    switch (verdict()) {
    case VerifyVerdict::InOrder:
        line += u"case %1, %2 files, %3 reads, %4 entries of the log, signed by %5"_s.arg(printable(caseNumber.toUtf8()))
                    .arg(files)
                    .arg(reads)
                    .arg(entries)
                    .arg(printable(signer.toUtf8()));
        if (stampedAt)
            line += u", stamped %1 by %2"_s.arg(toRfc3339(*stampedAt), printable(stampedBy.toUtf8()));
        break;
    case VerifyVerdict::FaultFound: line += faultCount == 1 ? u"1 fault"_s : u"%1 faults"_s.arg(faultCount); break;
    case VerifyVerdict::CannotTell: line += cannotTell.join(u"; "_s); break;
    }
    QByteArray out = line.toUtf8() + '\n';
    for (const Fault& fault : faults)
        out += "  " + (fault.place.isEmpty() ? QByteArray() : fault.place.toUtf8() + ": ") + bagFaultWords(fault.kind) + " [" +
               bagFaultName(fault.kind) + "]\n";
    if (faultCount > faults.size())
        out += "  and " + QByteArray::number(static_cast<qulonglong>(faultCount - faults.size())) + " more\n";
    if (verdict() == VerifyVerdict::FaultFound && !cannotTell.isEmpty())
        out += "  besides: " + cannotTell.join(u"; "_s).toUtf8() + '\n';
    return out;
}

QByteArray BagReport::json() const
{
    QJsonArray list;
    for (const Fault& fault : faults)
        list.append(QJsonObject{{u"kind"_s, QString::fromLatin1(bagFaultName(fault.kind))},
                                {u"place"_s, fault.place},
                                {u"words"_s, QString::fromLatin1(bagFaultWords(fault.kind))}});
    return QJsonDocument(QJsonObject{{u"verdict"_s, verdictWords(verdict())},
                                     {u"case"_s, caseNumber},
                                     {u"signer"_s, signer},
                                     {u"signature_checked"_s, signatureChecked},
                                     {u"stamped_at"_s, stampedAt ? QJsonValue(toRfc3339(*stampedAt)) : QJsonValue()},
                                     {u"stamped_by"_s, stampedBy},
                                     {u"log_checked"_s, logChecked},
                                     {u"encrypted"_s, encrypted},
                                     {u"files"_s, qint64(files)},
                                     {u"bytes"_s, qint64(bytes)},
                                     {u"reads"_s, qint64(reads)},
                                     {u"entries"_s, qint64(entries)},
                                     {u"cannot_tell"_s, QJsonArray::fromStringList(cannotTell)},
                                     {u"fault_count"_s, qint64(faultCount)},
                                     {u"faults"_s, list}})
        .toJson(QJsonDocument::Indented);
}

} // namespace casebound
