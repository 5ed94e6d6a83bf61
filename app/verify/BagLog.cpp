#include "BagLog.h"

#include "BagCheck.h"
#include "LineSplitter.h"
#include "crypto/Digest.h"
#include "ledger/AuditEntry.h"
#include "ledger/MerkleProof.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 40 << 20; // both parts of an entry, escaped
const QByteArray entriesName = "data/audit/entries.jsonl", checkpointName = "data/audit/checkpoint", readsName = "data/reads.csv";

/// False where a line did not please `take`, or has no end.
bool eachLine(const BagFiles& files, const QByteArray& name, std::function<bool(QByteArrayView)> take)
{
    LineSplitter lines(longestLine, std::move(take));
    return files.stream(name, [&lines](QByteArrayView piece) { lines.add(piece); }) && lines.isDone();
}

/// Of a read of a search or of an alert entry, whatever the length of their names.
Hash keyOf(const QByteArray& query, const QByteArray& read)
{
    return sha256(query + ' ' + read);
}

class BagLog {
public:
    BagLog(const std::map<QByteArray, QByteArray>& info, BagReport& report) : m_info(info), m_report(report) {}

    void readHead(const QByteArray& note, const VerifyKeys& keys)
    {
        const auto head = readCheckpoint(note);
        if (!head) {
            m_report.add(BagFaultKind::CheckpointBad, checkpointName);
            return;
        }
        m_head = *head;
        if (keys.isEmpty())
            m_report.cannotTell += u"no key of the log was given (--verifier-key), so nobody knows whose entries these are"_s;
        else if (!keys.signerOf(note))
            m_report.add(BagFaultKind::CheckpointBad, checkpointName);
        else
            m_report.logChecked = true;
    }

    bool entry(QByteArrayView line)
    {
        const QByteArray place = entriesName + " line " + QByteArray::number(qlonglong(++m_report.entries));
        const QJsonObject json = QJsonDocument::fromJson(line.toByteArray()).object();
        const QByteArray bytes = json["entry"_L1].toString().toUtf8(), closedBytes = json["private"_L1].toString().toUtf8();
        const auto open = parsePublicPart(bytes);
        const auto closed = parsePrivatePart(closedBytes);
        if (!open || !closed || json["seq"_L1].toInteger(-1) != static_cast<qint64>(open->sequence) ||
            (m_last && open->sequence <= *m_last)) {
            m_report.add(BagFaultKind::EntryBroken, place);
            return m_report.faultCount < 1'000;
        }
        m_last = open->sequence;
        if (toBytes(sha256(closedBytes)) != open->commitment)
            m_report.add(BagFaultKind::PrivateDiffers, place);
        Proof proof;
        for (const QJsonValue& value : json["proof"_L1].toArray()) {
            const QByteArray hash = QByteArray::fromHex(value.toString().toLatin1());
            if (hash.size() != 32 || proof.size() == 64)
                break;
            std::copy_n(reinterpret_cast<const std::uint8_t*>(hash.constData()), 32, proof.emplace_back().begin());
        }
        if (m_head && !verifyInclusion(leafHash(bytes), open->sequence, m_head->size, proof, m_head->root))
            m_report.add(BagFaultKind::EntryNotInLog, place);
        count(*open, *closed);
        return m_report.faultCount < 1'000;
    }

    /// By the log alone; not the code that made the statement.
    void compareNumbers()
    {
        qint64 returned = 0, near = 0, discarded = 0;
        for (const auto& [id, search] : m_searches) {
            returned += search.returned;
            near += search.near;
            discarded += search.discarded;
        }
        const auto number = [this](const char* term, qint64 expected) {
            const auto found = m_info.find(term);
            if (found == m_info.end() || found->second != QByteArray::number(expected))
                m_report.add(BagFaultKind::NumberDiffers, QByteArray("bag-info.txt, ") + term);
        };
        number("Searches sent", m_events["query.intended"]);
        number("Searches answered completely", m_events["query.answered"]);
        number("Vendor faults (failed, or outcome unknown)", m_events["query.failed"] + m_events["query.unknown"]);
        number("Searches withdrawn", m_events["query.withdrawn"]);
        number("Searches refused by the program, not sent", m_events["query.refused"] - m_refusedAlerts);
        number("Reads returned", returned);
        number("Near matches among them", near);
        qint64 hits = 0, openHits = 0, judgedHits = 0;
        for (const auto& [key, hit] : m_hits) {
            const bool judged = m_judged.contains(key);
            hits += hit.times;
            openHits += judged ? 0 : hit.times;
            judgedHits += judged ? 1 : 0;
        }
        number("Alert hits received", hits);
        number("Near matches among the alert hits", m_nearHits);
        number("Alert hits that nobody verified", openHits);
        number("Reads discarded", discarded);
        number("Reads kept", m_kept);
        number("Kept reads that were alert hits", m_keptHits);
        number("Kept reads that are contrary", m_contrary);
        number("Reads returned that nobody verified", std::max<qint64>(0, returned - (qint64(m_judged.size()) - judgedHits)));
        number("Kept reads in this export", m_report.reads);
        number("Kept reads left out of this export by choice", qint64(m_leftOut.size()));
    }

    /// Each read of reads.csv against the entry that kept it.
    bool read(QByteArrayView line)
    {
        if (line.endsWith('\r'))
            line.chop(1);
        const auto cells = parseCsvLine(line);
        if (!cells) {
            m_report.add(BagFaultKind::VerdictDiffers, readsName);
            return false;
        }
        if (m_columns.empty()) {
            for (qsizetype i = 0; i < cells->size(); ++i)
                m_columns.emplace(i == 0 && cells->at(0).startsWith("\xef\xbb\xbf") ? cells->at(0).sliced(3) : cells->at(i), i);
            return m_columns.contains("verification") && m_columns.contains("kept_as") && m_columns.contains("read_id") &&
                   m_columns.contains("search_id") && m_columns.contains("source");
        }
        const auto cell = [&](const char* name) { return cells->value(m_columns[name]); };
        ++m_report.reads;
        QByteArray id = cell("read_id");
        auto kept = m_verdicts.find(keyOf(cell("search_id"), id));
        if (kept == m_verdicts.end() && id.startsWith('\'')) { // an apostrophe of the export's, before a formula
            id.remove(0, 1);
            kept = m_verdicts.find(keyOf(cell("search_id"), id));
        }
        const bool confirmed = kept != m_verdicts.end() && kept->second.confirmed;
        const QByteArray place = readsName + " line " + QByteArray::number(qlonglong(m_report.reads + 1));
        if (kept == m_verdicts.end() || cell("verification") != (confirmed ? "verified" : "unverified") ||
            cell("kept_as") != (kept->second.contrary ? "contrary" : "relevant") ||
            cell("source") != (m_hits.contains(kept->first) ? "alert hit" : "search"))
            m_report.add(BagFaultKind::VerdictDiffers, place);
        if (kept != m_verdicts.end() && m_leftOut.contains(id))
            m_report.add(BagFaultKind::ReadLeftOut, place);
        return m_report.faultCount < 1'000;
    }

private:
    struct Search {
        qint64 returned = 0, near = 0, discarded = 0;
    };
    void count(const PublicPart& open, const PrivatePart& closed)
    {
        const QByteArray event = auditEventName(open.event);
        ++m_events[event];
        if (open.counts && !open.queryId.isEmpty()) {
            Search& search = m_searches[open.queryId];
            search.returned = std::max<qint64>(search.returned, open.counts->returned);
            search.near = std::max<qint64>(search.near, open.counts->near);
            if (event == "results.discarded")
                search.discarded += open.counts->discarded;
        }
        if (event == "query.refused" && open.outcome.startsWith(u"alert "_s))
            ++m_refusedAlerts;
        const auto id = m_info.find("External-Identifier");
        const bool isThisExport = event == "export.intended" && id != m_info.end() && open.queryId.toUtf8() == id->second;
        for (const QString& read : closed.readIds) {
            const Hash key = keyOf(open.queryId.toUtf8(), read.toUtf8());
            if (isThisExport)
                m_leftOut.insert(read.toUtf8());
            if (event == "alert.hit")
                countHit(key, open.outcome);
            if (event == "read.verified")
                m_judged.insert(key);
            if (event != "read.kept")
                continue;
            if (open.outcome == u"not_stored"_s) {
                m_contrary -= open.verdict == u"confirmed"_s ? 0 : 1;
                --m_kept;
                m_keptHits -= m_hits.contains(key) ? 1 : 0;
                m_verdicts.erase(key);
                continue;
            }
            const bool contrary = open.outcome == u"contrary"_s;
            ++m_kept;
            m_keptHits += m_hits.contains(key) ? 1 : 0;
            m_contrary += contrary ? 1 : 0;
            m_verdicts[key] = {.confirmed = open.verdict == u"confirmed"_s, .contrary = contrary};
        }
    }
    /// A hit is counted where it is: one that went to another entry with a hand-over, at that one.
    void countHit(const Hash& key, const QString& outcome)
    {
        if (outcome.startsWith(u"refused:"_s))
            return;
        Hit& hit = m_hits[key];
        if (outcome == u"handed_over"_s || outcome == u"not_stored"_s) {
            m_nearHits -= outcome == u"not_stored"_s && hit.near ? 1 : 0;
            if (--hit.times <= 0)
                m_hits.erase(key);
            return;
        }
        ++hit.times;
        hit.near = outcome == u"near"_s;
        m_nearHits += hit.near ? 1 : 0;
    }

    struct Kept {
        bool confirmed = false, contrary = false;
    };
    struct Hit {
        qint64 times = 0;
        bool near = false;
    };
    const std::map<QByteArray, QByteArray>& m_info;
    BagReport& m_report;
    std::optional<Checkpoint> m_head;
    std::optional<std::uint64_t> m_last;
    std::map<QByteArray, qint64> m_events;
    std::map<QString, Search> m_searches;
    std::map<Hash, Kept> m_verdicts; ///< By keyOf().
    std::set<Hash> m_judged;
    qint64 m_kept = 0, m_contrary = 0, m_keptHits = 0, m_nearHits = 0, m_refusedAlerts = 0;
    std::map<Hash, Hit> m_hits;
    std::set<QByteArray> m_leftOut; ///< Ids of reads, as the entry of this export names them.
    std::map<QByteArray, qsizetype> m_columns;
};

} // namespace

void checkBagLog(const BagFiles& files, const VerifyKeys& keys, const std::map<QByteArray, QByteArray>& info, BagReport& report)
{
    BagLog log(info, report);
    const auto note = files.read(checkpointName, longestCheckpoint);
    if (note)
        log.readHead(*note, keys);
    else
        report.add(BagFaultKind::CheckpointBad, checkpointName);
    if (!eachLine(files, entriesName, [&log](QByteArrayView line) { return log.entry(line); }))
        report.add(BagFaultKind::EntryBroken, entriesName);
    if (!eachLine(files, readsName, [&log](QByteArrayView line) { return log.read(line); }))
        report.add(BagFaultKind::VerdictDiffers, readsName);
    log.compareNumbers();
}

std::optional<QByteArrayList> parseCsvLine(QByteArrayView line)
{
    QByteArrayList cells;
    QByteArray cell;
    bool quoted = false, was = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < line.size() && line[i + 1] == '"')
                cell += line[++i];
            else
                quoted = false;
        } else if (c == '"' && cell.isEmpty() && !was) {
            quoted = was = true;
        } else if (c == ',') {
            cells += std::exchange(cell, {});
            was = false;
        } else if (c == '"' || was) {
            return std::nullopt;
        } else {
            cell += c;
        }
    }
    if (quoted)
        return std::nullopt;
    cells += cell;
    return cells;
}

} // namespace casebound
