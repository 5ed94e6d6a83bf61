#include "bundle/BundleFormat.h"
#include "bundle/BundleText.h"
#include "bundle/CompletenessStatement.h"

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

// No script, no font, no address: the report needs nothing but itself and the pictures beside it.
constexpr char style[] =
    "body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.75rem}h2{font-size:1.35rem;margin-top:2.5rem}h3{font-size:1.1rem;margin-bottom:.25rem}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.25rem}caption{text-align:left;font-weight:600;padding:.25rem 0}"
    "th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
    "th{background:#f0f0f0}td.words{white-space:pre-line}"
    "section.read{border-left:.35rem solid #1d5c2e;padding-left:1rem;margin:1.5rem 0}"
    "section.unverified{border-left-style:dashed;border-left-color:#8a1c1c}"
    ".status{font-weight:700}figure{display:inline-block;margin:.5rem 1rem .5rem 0;max-width:100%}img{max-width:100%;max-height:20rem}"
    "figcaption{font-size:.85rem;overflow-wrap:anywhere}.notice{border:2px solid #1a1a1a;padding:.5rem 1rem}"
    "a:focus{outline:3px solid #0b57a4}.skip{position:absolute;left:-999rem}.skip:focus{position:static}"
    "@media print{body{margin:0;max-width:none;font-size:10pt}section.read{break-inside:avoid}h2{break-after:avoid}.skip{display:none}"
    "thead{display:table-header-group}}";

QByteArray factTable(const char* caption, const Facts& facts)
{
    QByteArray out = "<table><caption>" + QByteArray(caption) +
                     "</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\">"
                     "Value</th></tr></thead><tbody>\n";
    for (const auto& [term, value] : facts)
        out += "<tr><th scope=\"row\">" + markup(term) + "</th><td class=\"words\">" + markup(value, Lines::Keep) + "</td></tr>\n";
    return out + "</tbody></table>\n";
}

class ReportHtml final : public BundleFormat {
public:
    explicit ReportHtml(const BundleCover& cover) : m_cover(cover) {}
    QByteArray path() const override { return "data/report.html"; }
    bool wantsReads() const override { return true; }
    bool wantsEntries() const override { return true; }

    QByteArray begin() override
    {
        const QByteArray title =
            markup((m_cover.training ? u"TRAINING \u2013 "_s : QString()) + u"Case file "_s + m_cover.subject.number.text());
        QByteArray out = "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\"><title>" + title +
                         "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                         "<meta name=\"referrer\" content=\"no-referrer\">"
                         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; style-src "
                         "'unsafe-inline'\"><style>" +
                         QByteArray(style) + "</style></head>\n<body><a class=\"skip\" href=\"#reads\">Go to the reads</a>\n<main><h1>" +
                         title + "</h1>\n<div class=\"notice\" role=\"note\">\n";
        for (const QString& sentence : completenessSentences(m_cover))
            out += "<p>" + markup(sentence) + "</p>\n";
        out += "</div>\n<h2>This export</h2>\n" + factTable("Who made this export, when, from which log", coverFacts(m_cover));
        out += "<h2>Completeness</h2>\n" + factTable("Numbers of this case, counted from the audit log", numberFacts(m_cover));
        out += "<h2>Retention</h2>\n" + factTable("Retention label", retentionFacts(m_cover.retention, m_cover.subject));
        out += "<h2 id=\"reads\">Kept reads</h2>\n";
        if (m_cover.reads == 0)
            out += "<p>No reads are kept for this case.</p>\n";
        return out;
    }

    QByteArray read(const BundleRead& one) override
    {
        const KeptRead& kept = one.kept;
        const Verification& v = kept.verification;
        const Read& r = kept.read;
        const QString number = QString::number(++m_number);
        Facts facts{{u"Status"_s, statusLine(kept)},
                    {u"Kept as"_s, keptAsWord(kept)},
                    {u"Verdict"_s, verdictWord(v.verdict)},
                    {u"Verdict given by"_s, v.by.text()},
                    {u"Verdict given at"_s, timeText(v.at)},
                    {u"Typed from the picture, before the machine's text was shown"_s,
                     v.typedPlate.isEmpty() ? u"nothing"_s : v.typedPlate + u' ' + v.typedJurisdiction},
                    {u"Note to the verdict"_s, v.note},
                    {u"Plate as the machine read it"_s, r.plate + u' ' + r.jurisdiction},
                    {one.ofAlert ? u"Equal to the plate of the alert entry"_s : u"Equal to the plate searched for"_s,
                     r.exact ? u"yes"_s : u"no, a near match"_s},
                    {u"Captured"_s, timeText(r.capturedAt)},
                    {u"Camera, contributor"_s, r.cameraId + u", "_s + r.contributor},
                    {u"Vehicle, as the machine took it"_s, QStringList{r.make, r.model, r.color, r.body}.join(u' ').simplified()}};
        if (r.location)
            facts.emplace_back(u"Place"_s, u"%1, %2 (WGS 84) %3"_s.arg(decimal(r.location->latitude, 6), decimal(r.location->longitude, 6),
                                                                       r.location->address));
        if (!one.places.empty())
            facts.emplace_back(u"Sensitive place"_s, placesText(one.places));
        facts.emplace_back(u"Why it is relevant"_s, kept.relevance);
        facts.emplace_back(u"Kept by, at"_s, kept.keptBy.text() + u", "_s + timeText(kept.keptAt));
        facts.emplace_back(one.ofAlert ? u"Hit of the alert entry, read"_s : u"Search, read"_s, kept.query.text() + u", "_s + r.readId);

        QByteArray out = "<section class=\"read " + verificationWord(kept).toLatin1() + "\" aria-labelledby=\"r" + number.toLatin1() +
                         "\"><h3 id=\"r" + number.toLatin1() + "\">Read " + number.toLatin1() + ": " + markup(r.plate) + ", " +
                         timeText(r.capturedAt).toLatin1() + "</h3>\n<p class=\"status\">" + markup(statusLine(kept)) + "</p>\n";
        for (const BundlePicture& picture : picturesOf(kept, m_cover.vehicleImages)) {
            const QString what = picture.kind == ImageKind::Plate ? u"plate"_s : u"vehicle"_s;
            out += "<figure><img src=\"images/" + picture.name.toLatin1() + "\" loading=\"lazy\" alt=\"" +
                   markup(u"Picture of the %1 of read %2, %3. %4"_s.arg(
                       what, number, statusLine(kept),
                       v.typedPlate.isEmpty() ? u"Nobody could read it."_s : u"A person read it as "_s + v.typedPlate + u'.')) +
                   "\"><figcaption>" + markup(what) + ", SHA-256 " + picture.sha256.toHex() + "</figcaption></figure>\n";
        }
        return out + factTable(("Read " + number.toLatin1()).constData(), facts) + "</section>\n";
    }

    QByteArray entry(const BundleEntry& one) override
    {
        const PublicPart& open = one.open;
        const PrivatePart& closed = one.closed;
        QByteArray out;
        if (!m_inEntries) {
            m_inEntries = true;
            out = entriesHead();
        }
        const QString what = QString::fromLatin1(auditEventName(open.event));
        QStringList more;
        for (const QString& text : {open.outcome, open.verdict, closed.plate, closed.reasonText, closed.note}) {
            if (!text.isEmpty())
                more += text;
        }
        return out + "<tr><th scope=\"row\">" + QByteArray::number(static_cast<qulonglong>(open.sequence)) + "</th><td>" +
               timeText(open.at).toLatin1() + "</td><td>" + markup(what) + "</td><td>" + markup(closed.userId) + "</td><td>" +
               markup(more.join(u"; "_s)) + "</td></tr>\n";
    }

    QByteArray end() override
    {
        return (m_inEntries ? QByteArray() : entriesHead()) +
               "</tbody></table>\n<p>How to check all of this without us stands in README.txt.</p></main></body></html>\n";
    }

private:
    static QByteArray entriesHead()
    {
        return "<h2>Searches and decisions</h2>\n<table><caption>Entries of the audit log that belong to this case</caption><thead><tr>"
               "<th scope=\"col\">Entry</th><th scope=\"col\">At</th><th scope=\"col\">Event</th><th scope=\"col\">By</th>"
               "<th scope=\"col\">What it says</th></tr></thead><tbody>\n";
    }
    const BundleCover& m_cover;
    std::int64_t m_number = 0;
    bool m_inEntries = false;
};

} // namespace

std::unique_ptr<BundleFormat> makeReportHtml(const BundleCover& cover)
{
    return std::make_unique<ReportHtml>(cover);
}

} // namespace casebound
