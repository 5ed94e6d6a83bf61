#include "bundle/OversightFiles.h"

#include "bundle/BundleText.h"
#include "bundle/OversightPaper.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

QString moment(const std::optional<Instant>& at)
{
    return at ? timeText(*at) : QString();
}

const QStringList& answerHeadings()
{
    static const QStringList headings{u"entry"_s,   u"kind"_s,         u"at"_s,       u"person"_s, u"on_behalf_of"_s, u"case_number"_s,
                                      u"matter"_s,  u"jurisdiction"_s, u"from"_s,     u"to"_s,     u"reason"_s,       u"reason_text"_s,
                                      u"outcome"_s, u"returned"_s,     u"verified"_s, u"kept"_s};
    return headings;
}

QStringList cellsOf(const PlateUse& use)
{
    return {QString::number(use.sequence),
            plateUseWord(use.kind),
            timeText(use.at),
            use.person.text(),
            use.behalf,
            use.caseNumber,
            use.matter ? matterWord(*use.matter) : QString(),
            use.jurisdiction,
            moment(use.from),
            moment(use.to),
            use.reasonCode,
            use.reasonText,
            use.outcome,
            QString::number(use.returned),
            QString::number(use.verified),
            QString::number(use.kept)};
}

} // namespace

QByteArray answerCsv(const PlateAnswer& answer)
{
    QByteArray csv = csvRow(answerHeadings());
    for (const PlateUse& use : answer.uses)
        csv += csvRow(cellsOf(use));
    return csv;
}

QByteArray answerJson(const PlateAnswer& answer)
{
    QJsonArray uses;
    for (const PlateUse& use : answer.uses) {
        QJsonObject object;
        const QStringList cells = cellsOf(use);
        for (qsizetype n = 1; n < cells.size() - 3; ++n) {
            if (!cells[n].isEmpty())
                object.insert(answerHeadings()[n], cells[n]);
        }
        object.insert(u"entry"_s, qint64(use.sequence));
        object.insert(u"returned"_s, qint64(use.returned));
        object.insert(u"verified"_s, qint64(use.verified));
        object.insert(u"kept"_s, qint64(use.kept));
        uses.append(object);
    }
    const QJsonObject whole{{"record"_L1, u"casebound complaint answer"_s},
                            {"version"_L1, 1},
                            {"plate"_L1, answer.plate.text()},
                            {"reference"_L1, answer.reference},
                            {"answered_by"_L1, answer.by.text()},
                            {"answered_at"_L1, timeText(answer.at)},
                            {"entry"_L1, qint64(answer.sequence)},
                            {"log"_L1, QJsonObject{{"origin"_L1, answer.origin},
                                                   {"size"_L1, qint64(answer.entries)},
                                                   {"root"_L1, QString::fromLatin1(answer.root.toHex())}}},
                            {"uses"_L1, uses}};
    return QJsonDocument(whole).toJson();
}

std::optional<QByteArray> answerPdf(const PlateAnswer& answer, bool training)
{
    OversightPaper paper{
        .title = u"Was this plate queried? %1"_s.arg(answer.plate.text()),
        .paragraphs =
            {u"Complaint: "_s + answer.reference,
             u"Answered by %1, %2 (entry %3 of the log)."_s.arg(answer.by.text(), timeText(answer.at)).arg(answer.sequence),
             u"Log %1, %2 entries, root %3."_s.arg(answer.origin).arg(answer.entries).arg(QString::fromLatin1(answer.root.toHex())),
             answer.uses.empty() ? u"No entry of this log names this plate."_s
                                 : u"%1 queries, refused attempts or alert entries name this plate."_s.arg(answer.uses.size()),
             QString::fromLatin1(leadNotice)},
        .headings = answerHeadings(),
        .rows = {},
        .at = answer.at,
        .training = training};
    for (const PlateUse& use : answer.uses)
        paper.rows.push_back(cellsOf(use));
    return oversightPdf(paper);
}

std::optional<QByteArray> reportPdf(const TransparencyReport& report, Instant at, bool training)
{
    OversightPaper paper{
        .title = u"Transparency report, office "_s + report.office,
        .paragraphs = {u"Counts by whole months. A count from 1 to %1 is withheld, and with it as many others as it takes that "
                       "subtraction does not give it back; “-” stands for a withheld count."_s.arg(leastShownCount - 1)},
        .headings = {u"month"_s, u"table"_s, u"item"_s, u"count"_s},
        .rows = {},
        .at = at,
        .training = training};
    // The same lines as the table for machines: none of their cells holds a comma or a quotation mark.
    for (const QByteArray& line : toCsv(report).split('\n').mid(1)) {
        if (!line.trimmed().isEmpty())
            paper.rows.push_back(QString::fromUtf8(line.trimmed()).split(u','));
    }
    return oversightPdf(paper);
}

} // namespace casebound
