#include "bundle/BundleFormat.h"
#include "bundle/BundleText.h"
#include "bundle/CompletenessStatement.h"
#include "bundle/PdfArchive.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr int readsAPart = 1'000; // a part is held in memory while it is made
constexpr int dotsAnInch = 300;

/// Text that flows down pages. Not more than the paragraphs it is given: the report of record is the HTML one.
class Pages {
public:
    Pages(QIODevice* device, QString footer, bool training) : m_writer(device), m_footer(std::move(footer)), m_training(training)
    {
        m_writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        m_writer.setResolution(dotsAnInch);
        m_writer.setPageSize(QPageSize(QPageSize::Letter));
        m_writer.setPageMargins(QMarginsF(18, 16, 18, 18), QPageLayout::Millimeter);
        m_body = QFont(u"DejaVu Sans"_s, 9);
        m_body.setFeature(QFont::Tag("liga"), 0); // "verified" must be found by a search for it
        m_good = m_painter.begin(&m_writer);
        m_bottom = m_writer.height() - dotsAnInch / 3;
        decorate();
    }
    [[nodiscard]] bool isGood() const { return m_good; }

    void paragraph(const QString& term, const QString& text, int points = 9, bool bold = false)
    {
        QFont font = m_body;
        font.setPointSize(points);
        font.setBold(bold);
        for (const QString& part : text.split(u'\n')) {
            const QString line = drawable(part);
            QTextLayout layout(term.isEmpty() ? line : term + u": "_s + line, font, &m_writer);
            if (!term.isEmpty()) {
                QTextLayout::FormatRange strong{.start = 0, .length = static_cast<int>(term.size()) + 1, .format = {}};
                strong.format.setFontWeight(QFont::Bold);
                layout.setFormats({strong});
            }
            QTextOption option;
            option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
            layout.setTextOption(option);
            draw(layout);
        }
    }
    void gap(int millimetres) { m_y += millimetres * dotsAnInch / 25.4; }
    /// A block begins on a new page rather than in the last lines of one.
    void keepTogether(int lines)
    {
        if (m_y + lines * dotsAnInch * 0.17 > m_bottom)
            turn();
    }
    void finish() { m_painter.end(); }

private:
    /// A character that no font here can draw is told by its number: PDF/A-1 knows no empty box (ISO 19005-1, 6.3.5).
    QString drawable(const QString& text)
    {
        if (std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; }))
            return text; // a font without these is none
        QString out;
        for (const char32_t c : text.toUcs4()) {
            auto known = m_known.find(c);
            if (known == m_known.end())
                known = m_known.insert(c, c == U' ' || c == 0xA0 || QFontMetrics(m_body).inFontUcs4(c));
            if (*known)
                out += QString::fromUcs4(&c, 1);
            else
                out += u"[U+%1]"_s.arg(QString::number(static_cast<uint>(c), 16).toUpper(), 4, u'0');
        }
        return out;
    }
    void draw(QTextLayout& layout)
    {
        layout.beginLayout();
        std::vector<QTextLine> lines;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(m_writer.width());
            lines.push_back(line);
        }
        layout.endLayout();
        for (const QTextLine& line : lines) {
            if (m_y + line.height() > m_bottom)
                turn();
            line.draw(&m_painter, QPointF(0, m_y - line.y()));
            m_y += std::ceil(line.height());
        }
    }
    void turn()
    {
        m_writer.newPage();
        ++m_page;
        m_y = 0;
        decorate();
    }
    void decorate()
    {
        QFont small = m_body;
        small.setPointSize(7);
        m_painter.setFont(small);
        const QRectF foot(0, m_writer.height() - dotsAnInch / 5, m_writer.width(), dotsAnInch / 5);
        m_painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, m_footer);
        m_painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, QString::number(m_page));
        if (m_training) {
            // In words at the top of every page; PDF/A-1 knows no transparency to lay them over the text.
            QFont mark = m_body;
            mark.setPointSize(14);
            mark.setBold(true);
            m_painter.setFont(mark);
            const QRectF head(0, 0, m_writer.width(), dotsAnInch / 3);
            m_painter.drawText(head, Qt::AlignHCenter | Qt::AlignTop, u"TRAINING \u2013 made up, no evidence"_s);
            m_y = dotsAnInch * 0.4;
        }
    }

    QPdfWriter m_writer;
    QPainter m_painter;
    QFont m_body;
    QHash<char32_t, bool> m_known; ///< Whether the font has it.
    QString m_footer;
    bool m_training = false, m_good = false;
    int m_page = 1;
    double m_y = 0, m_bottom = 0;
};

class ReportPdf final : public BundleFormat {
public:
    ReportPdf(const BundleCover& cover, int part) : m_cover(cover), m_part(part), m_first((part - 1) * std::int64_t{readsAPart}) {}
    QByteArray path() const override { return m_part == 1 ? "data/report.pdf" : "data/report-" + QByteArray::number(m_part) + ".pdf"; }
    bool wantsReads() const override { return true; }

    QByteArray begin() override
    {
        m_buffer.open(QIODevice::WriteOnly);
        m_pages = std::make_unique<Pages>(&m_buffer, title() + u" \u2013 "_s + QString::fromLatin1(leadNotice), m_cover.training);
        m_pages->paragraph({}, title(), 16, true);
        m_pages->gap(2);
        for (const QString& sentence : completenessSentences(m_cover))
            m_pages->paragraph({}, sentence);
        for (const auto& facts : {coverFacts(m_cover), numberFacts(m_cover), retentionFacts(m_cover.retention, m_cover.subject)}) {
            m_pages->gap(3);
            for (const auto& [term, value] : facts)
                m_pages->paragraph(term, visible(value, Lines::Keep));
        }
        m_pages->gap(4);
        m_pages->paragraph({}, m_cover.reads == 0 ? u"No reads are kept for this case."_s : u"Kept reads"_s, 13, true);
        return {};
    }

    QByteArray read(const BundleRead& one) override
    {
        const KeptRead& kept = one.kept;
        const Verification& v = kept.verification;
        const Read& r = kept.read;
        m_pages->gap(3);
        m_pages->keepTogether(10);
        m_pages->paragraph({}, u"Read %1: "_s.arg(m_first + ++m_count) + visible(r.plate) + u", "_s + timeText(r.capturedAt), 10, true);
        m_pages->paragraph({}, statusLine(kept), 9, true);
        const auto line = [this](const QString& term, const QString& value) {
            if (!value.trimmed().isEmpty())
                m_pages->paragraph(term, visible(value, Lines::Keep));
        };
        line(u"Kept as"_s, keptAsWord(kept));
        line(u"Verdict by, at"_s, v.by.text() + u", "_s + timeText(v.at));
        line(u"Typed from the picture"_s, v.typedPlate.isEmpty() ? u"nothing"_s : v.typedPlate + u' ' + v.typedJurisdiction);
        line(u"Note to the verdict"_s, v.note);
        line(u"Plate as the machine read it"_s, r.plate + u' ' + r.jurisdiction + (r.exact ? QString() : u" (near match)"_s));
        line(u"Camera, contributor"_s, r.cameraId + u", "_s + r.contributor);
        line(u"Vehicle, as the machine took it"_s, QStringList{r.make, r.model, r.color, r.body}.join(u' '));
        if (r.location)
            line(u"Place"_s, u"%1, %2 %3"_s.arg(decimal(r.location->latitude, 6), decimal(r.location->longitude, 6), r.location->address));
        line(u"Sensitive place"_s, placesText(one.places));
        line(u"Why it is relevant"_s, kept.relevance);
        line(u"Kept by, at"_s, kept.keptBy.text() + u", "_s + timeText(kept.keptAt));
        line(one.ofAlert ? u"Hit of the alert entry, read"_s : u"Search, read"_s, kept.query.text() + u", "_s + r.readId);
        for (const BundlePicture& picture : picturesOf(kept, m_cover.vehicleImages))
            line(u"Picture of the "_s + imageKindWord(picture.kind), u"images/"_s + picture.name);
        return {};
    }

    QByteArray end() override
    {
        if (m_part * std::int64_t{readsAPart} < m_cover.reads)
            m_pages->paragraph({}, u"Goes on in report-%1.pdf."_s.arg(m_part + 1), 9, true);
        m_pages->finish();
        const bool good = m_pages->isGood();
        m_pages.reset();
        m_buffer.close();
        const auto archived =
            archivePdf(m_buffer.data(), {.title = title(), .producer = u"Casebound "_s + m_cover.appVersion, .at = m_cover.exportedAt});
        return good && archived ? *archived : QByteArray(); // an empty report is refused by the writer
    }

    std::unique_ptr<BundleFormat> continuation() override
    {
        return m_count >= readsAPart && m_first + m_count < m_cover.reads ? makeReportPdf(m_cover, m_part + 1) : nullptr;
    }

private:
    QString title() const
    {
        QString text = u"Case file "_s + visible(m_cover.subject.number.text());
        if (m_cover.training)
            text.prepend(u"TRAINING \u2013 "_s);
        return m_part > 1 ? text + u", part %1"_s.arg(m_part) : text;
    }
    const BundleCover& m_cover;
    int m_part = 1;
    std::int64_t m_first = 0, m_count = 0;
    QBuffer m_buffer;
    std::unique_ptr<Pages> m_pages;
};

} // namespace

std::unique_ptr<BundleFormat> makeReportPdf(const BundleCover& cover, int part)
{
    return std::make_unique<ReportPdf>(cover, part);
}

} // namespace casebound
