#include "ui/ReadCopier.h"

#include "ui/Prompt.h"
#include "ui/ReadPaper.h"
#include "ui/TrainingMark.h"
#include "ui/Words.h"
#include "ui/map/MapPane.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>

#include <algorithm>

namespace casebound {

namespace {

/// Clipboard managers that keep a history leave out what carries this mark (KDE, and those that follow it).
constexpr auto secretMark = "x-kde-passwordManagerHint";

void fill(std::unique_ptr<QMimeData> data)
{
    data->setData(QLatin1StringView(secretMark), "secret");
    QGuiApplication::clipboard()->setMimeData(data.release());
}

void askDialog(QWidget* over, const QString& title, std::function<void(QPrinter&)> chosen)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setDocName(title);
    auto* dialog = new QPrintDialog(printer.get(), over);
    dialog->setObjectName(QStringLiteral("printDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintToFile, true);
    QObject::connect(dialog, &QDialog::accepted, over, [printer, chosen = std::move(chosen)] { chosen(*printer); });
    // Kept as long as the dialog, which writes into it.
    QObject::connect(dialog, &QObject::destroyed, over, [printer] {});
    static_cast<QDialog*>(dialog)->open();
}

} // namespace

ReadCopier::ReadCopier(const PageServices& services, QString user, Prompt& prompt, QObject* parent)
    : QObject(parent),
      m_services(services),
      m_user(std::move(user)),
      m_prompt(prompt),
      m_askPrinter(askDialog)
{
}

QString ReadCopier::standing(Verdict verdict, bool near)
{
    switch (verdict) {
    case Verdict::Unverified: return near ? tr("UNVERIFIED, near match") : tr("UNVERIFIED");
    case Verdict::Confirmed: return tr("verified by eye");
    case Verdict::DifferentPlate: return tr("NOT CONFIRMED, contrary: different plate");
    case Verdict::Unreadable: return tr("NOT CONFIRMED, contrary: unreadable");
    }
    return tr("UNVERIFIED");
}

ReadCopier::Table ReadCopier::tableOf(const ReadSheet& sheet, bool training)
{
    Table table;
    const int columns = sheet.model->columnCount(), rows = sheet.model->rowCount();
    //: Heading of a copied table's first column: whether anybody checked the read.
    if (sheet.standing)
        table.head = {tr("Standing")};
    for (int column = 0; column < columns; ++column)
        table.head += sheet.model->headerData(column, Qt::Horizontal).toString();
    if (training)
        table.head += tr("Notice");
    table.rows.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        QStringList cells;
        if (sheet.standing)
            cells += sheet.standing(row);
        for (int column = 0; column < columns; ++column)
            cells += sheet.model->index(row, column).data().toString();
        if (training)
            cells += TrainingMark::words();
        table.rows.push_back(std::move(cells));
        table.readIds += sheet.readId(row);
    }
    return table;
}

void ReadCopier::perform(Deed deed, const Sheet& sheet, QWidget* over)
{
    const std::optional<ReadSheet> now = sheet();
    if (!now || !m_services.copies || now->model->rowCount() == 0) {
        Q_EMIT announced(tr("There are no reads here to copy or print."));
        return;
    }
    if (!now->map && (deed == Deed::CopyMap || deed == Deed::PrintMap)) {
        Q_EMIT announced(tr("There is no map here to copy or print."));
        return;
    }
    switch (deed) {
    case Deed::CopyTable: copyTable(*now, over); return;
    case Deed::CopyMap: copyMap(*now, over); return;
    case Deed::PrintTable:
    case Deed::PrintMap: print(deed, sheet, over); return;
    }
}

bool ReadCopier::logged(const ReadSheet& sheet, CopyWay way, const QStringList& ids, const QByteArray& bytes, QWidget* over,
                        const std::function<void()>& deed)
{
    std::vector<CopiedReads> parts;
    for (int row = 0; sheet.caseOf && row < ids.size(); ++row) {
        const CaseNumber number = sheet.caseOf(row);
        auto part = std::ranges::find(parts, number, &CopiedReads::caseNumber);
        if (part == parts.end())
            part = parts.insert(part, {.way = way, .terms = nullptr, .caseNumber = number, .readIds = {}, .bytes = bytes});
        part->readIds += ids[row];
    }
    if (!sheet.caseOf)
        parts.push_back({.way = way, .terms = sheet.terms, .caseNumber = sheet.caseNumber, .readIds = ids, .bytes = bytes});
    const auto done = m_services.copies->copy(parts, deed);
    if (!done) {
        const FailureWords words = Words::of(done.error());
        tell(over, words.happened, words.consequence);
    }
    return done.has_value();
}

void ReadCopier::tell(QWidget* over, const QString& happened, const QString& consequence)
{
    m_prompt.tell(over,
                  {.kind = PromptKind::Error,
                   .title = tr("Not copied"),
                   .text = happened,
                   .detail = consequence,
                   .accept = tr("Close"),
                   .refuse = {}},
                  {});
}

void ReadCopier::copyTable(const ReadSheet& sheet, QWidget* over)
{
    const Table table = tableOf(sheet, m_services.profile.training);
    const QByteArray csv = CopyService::csv(table.head, table.rows);
    const CopyWay way = sheet.alerts ? CopyWay::AlertsCopied : CopyWay::TableCopied;
    const bool done = logged(sheet, way, table.readIds, csv, over, [&csv] {
        auto data = std::make_unique<QMimeData>();
        data->setText(QString::fromUtf8(csv));
        data->setData(QStringLiteral("text/csv"), csv);
        fill(std::move(data));
    });
    const int count = static_cast<int>(table.rows.size());
    if (done)
        Q_EMIT announced(
            sheet.alerts ? tr("%n entry(s) of the alert list copied as CSV, which the log says. The clipboard is cleared after a "
                              "minute.",
                              nullptr, count)
                         : tr("%n read(s) copied as CSV, which the log says. The clipboard is cleared after a minute.", nullptr, count));
}

void ReadCopier::copyMap(const ReadSheet& sheet, QWidget* over)
{
    const QImage picture = sheet.map->picture();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    const bool done = logged(sheet, CopyWay::MapCopied, tableOf(sheet, false).readIds, png, over, [&] {
        auto data = std::make_unique<QMimeData>();
        data->setImageData(picture);
        fill(std::move(data));
    });
    if (done)
        Q_EMIT announced(tr("The map is copied as a picture, which the log says. The clipboard is cleared after a minute."));
}

void ReadCopier::print(Deed deed, const Sheet& sheet, QWidget* over)
{
    const std::optional<ReadSheet> now = sheet();
    if (deed == Deed::PrintTable && static_cast<std::size_t>(now->model->rowCount()) > ReadPaper::mostRows) {
        tell(over, tr("More than %1 reads are not printed.").arg(QLocale().toString(static_cast<qulonglong>(ReadPaper::mostRows))),
             tr("Nothing was printed. Choose days above the table to narrow it, or copy it as CSV."));
        return;
    }
    m_askPrinter(over, now->title, [this, deed, sheet, over = QPointer<QWidget>(over)](QPrinter& printer) {
        const std::optional<ReadSheet> then = sheet();
        if (!then || then->model->rowCount() == 0) {
            Q_EMIT announced(tr("The reads are gone. Nothing was printed."));
            return;
        }
        printOn(printer, deed, *then, over);
    });
}

void ReadCopier::printOn(QPrinter& printer, Deed deed, const ReadSheet& sheet, QWidget* over)
{
    const Table table = tableOf(sheet, false);
    const ReadPaper::Cover cover{
        .title = sheet.title,
        //: Head of a printed page. %1: date and time, %2: a person's name.
        .made = tr("Printed %1 by %2. %3").arg(Words::time(m_services.clock.now()), m_user, sheet.map ? sheet.map->summary() : QString()),
        .training = m_services.profile.training};
    bool printed = false;
    const bool map = deed == Deed::PrintMap;
    const QImage picture = map ? sheet.map->picture() : QImage();
    const CopyWay way = map ? CopyWay::MapPrinted : sheet.alerts ? CopyWay::AlertsPrinted : CopyWay::TablePrinted;
    if (!logged(sheet, way, table.readIds, {}, over, [&] {
            printed = map ? ReadPaper::map(printer, cover, picture) : ReadPaper::table(printer, cover, table.head, table.rows);
        }))
        return;
    if (printed)
        Q_EMIT announced(tr("Sent to the printer, which the log says."));
    else
        tell(over, tr("The printer did not take it."),
             tr("Perhaps nothing was printed; the log says that it was asked. Look at the printer and "
                "print again."));
}

} // namespace casebound
