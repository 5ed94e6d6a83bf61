#include "bundle/OversightPaper.h"

#include "bundle/BundleText.h"
#include "bundle/PdfArchive.h"

#include <QBuffer>
#include <QFont>
#include <QPdfWriter>
#include <QTextDocument>

namespace casebound {

using namespace Qt::StringLiterals;

std::optional<QByteArray> oversightPdf(const OversightPaper& paper)
{
    const QString title = paper.training ? u"TRAINING \u2013 "_s + paper.title : paper.title;
    QByteArray html = "<h2>" + markup(title) + "</h2>";
    if (paper.training)
        html += "<p><b>TRAINING \xe2\x80\x93 made up, no evidence</b></p>";
    for (const QString& paragraph : paper.paragraphs)
        html += "<p>" + markup(paragraph) + "</p>";
    const auto line = [](const QStringList& cells, const char* tag) {
        QByteArray row = "<tr>";
        for (const QString& cell : cells)
            row += QByteArray("<") + tag + " align=\"left\">" + markup(cell) + "</" + tag + ">";
        return row + "</tr>";
    };
    if (!paper.rows.empty()) {
        html += "<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\"><thead>" + line(paper.headings, "th") + "</thead>";
        for (const QStringList& row : paper.rows)
            html += line(row, "td");
        html += "</table>";
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setPageSize(QPageSize(QPageSize::Letter));
        writer.setPageOrientation(paper.headings.size() > 6 ? QPageLayout::Landscape : QPageLayout::Portrait);
        writer.setPageMargins(QMarginsF(16, 16, 16, 16), QPageLayout::Millimeter);
        QTextDocument document;
        document.setDefaultFont(QFont(u"DejaVu Sans"_s, 8));
        document.setHtml(QString::fromUtf8(html));
        document.print(&writer);
    }
    return archivePdf(buffer.data(), {.title = title, .producer = u"Casebound"_s, .at = paper.at});
}

} // namespace casebound
