#include "ui/ReadPaper.h"

#include "ui/TrainingMark.h"

#include <QAbstractTextDocumentLayout>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextDocument>

namespace casebound {

namespace {

/// A page's parts in device pixels.
struct Sheet {
    QPainter& painter;
    const ReadPaper::Cover& cover;
    QFont font, heading;

    Sheet(QPainter& on, const ReadPaper::Cover& of) : painter(on), cover(of)
    {
        font = painter.font();
        font.setPointSizeF(8);
        heading = font;
        heading.setPointSizeF(11);
        heading.setBold(true);
    }
    [[nodiscard]] QRectF whole() const { return {0, 0, double(painter.device()->width()), double(painter.device()->height())}; }
    [[nodiscard]] double line(const QFont& of) const { return QFontMetricsF(of, painter.device()).lineSpacing(); }
    [[nodiscard]] QRectF body() const
    {
        return whole().adjusted(0, 2.5 * line(heading) + (cover.training ? 1.5 * line(heading) : 0), 0, -3 * line(font));
    }
    void frame(int page, int pages) const
    {
        const QRectF page_ = whole();
        painter.setPen(Qt::black);
        painter.setFont(heading);
        double y = 0;
        if (cover.training) {
            painter.drawText(QRectF(0, 0, page_.width(), line(heading)), Qt::AlignHCenter, TrainingMark::words());
            y = 1.5 * line(heading);
        }
        painter.drawText(QRectF(0, y, page_.width(), line(heading)), Qt::AlignLeft, cover.title);
        painter.setFont(font);
        painter.drawText(QRectF(0, y + 1.2 * line(heading), page_.width(), line(font)), Qt::AlignLeft, cover.made);
        const QRectF foot(0, page_.height() - 2 * line(font), page_.width(), 2 * line(font));
        painter.drawText(foot, Qt::AlignLeft | Qt::TextWordWrap,
                         ReadPaper::tr("A read is a lead, not a match, until its picture was checked. No reads is not proof of absence."));
        //: Foot of a printed page. %1 of %2 pages.
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, ReadPaper::tr("Page %1 of %2").arg(page).arg(pages));
        if (cover.training)
            mark();
    }
    /// Across the page as well: a part that is cut out still says what it is.
    void mark() const
    {
        const QRectF page_ = whole();
        painter.save();
        painter.translate(page_.center());
        painter.rotate(-25);
        QFont large = heading;
        large.setPointSizeF(34);
        painter.setFont(large);
        painter.setPen(QColor(160, 30, 20, 70));
        painter.drawText(QRectF(-page_.width(), -line(large), 2 * page_.width(), 2 * line(large)), Qt::AlignCenter, TrainingMark::words());
        painter.restore();
    }
};

QString htmlOf(const QStringList& head, const std::vector<QStringList>& rows)
{
    QString html =
        QStringLiteral("<table width='100%' border='1' cellspacing='0' cellpadding='2' style='border-collapse:collapse'><thead><tr>");
    for (const QString& cell : head)
        html += QStringLiteral("<th align='left'>") + cell.toHtmlEscaped() + QStringLiteral("</th>");
    html += QStringLiteral("</tr></thead>");
    for (const QStringList& row : rows) {
        html += QStringLiteral("<tr>");
        for (qsizetype n = 0; n < row.size(); ++n) {
            const QString cell = row[n].toHtmlEscaped();
            html += n == 0 ? QStringLiteral("<td><b>%1</b></td>").arg(cell) : QStringLiteral("<td>") + cell + QStringLiteral("</td>");
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

} // namespace

bool ReadPaper::table(QPagedPaintDevice& device, const Cover& cover, const QStringList& head, const std::vector<QStringList>& rows)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const Sheet sheet(painter, cover);
    const QRectF body = sheet.body();
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&device);
    document.setDocumentMargin(0);
    document.setDefaultFont(sheet.font);
    document.setDefaultStyleSheet(QStringLiteral("td, th { color: black }"));
    document.setPageSize(body.size());
    document.setHtml(htmlOf(head, rows));
    const int pages = document.pageCount();
    for (int page = 0; page < pages; ++page) {
        if (page > 0 && !device.newPage())
            return false;
        painter.save();
        painter.translate(body.left(), body.top() - page * body.height());
        const QRectF part(0, page * body.height(), body.width(), body.height());
        painter.setClipRect(part);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part;
        context.palette.setColor(QPalette::Text, Qt::black);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        sheet.frame(page + 1, pages);
    }
    return painter.end();
}

bool ReadPaper::map(QPagedPaintDevice& device, const Cover& cover, const QImage& picture)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const Sheet sheet(painter, cover);
    const QRectF body = sheet.body();
    const QSizeF size = QSizeF(picture.size()).scaled(body.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(body.topLeft() + QPointF((body.width() - size.width()) / 2, 0), size), picture);
    sheet.frame(1, 1);
    return painter.end();
}

} // namespace casebound
