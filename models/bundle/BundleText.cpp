#include "bundle/BundleText.h"

#include "domain/Text.h"

#include <algorithm>
#include <set>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

bool isHidden(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || category == QChar::Other_NotAssigned || category == QChar::Other_PrivateUse ||
           category == QChar::Other_Surrogate || (c & 0xFFFE) == 0xFFFE;
}

QString code(char32_t c)
{
    return u"[U+%1]"_s.arg(QString::number(static_cast<uint>(c), 16).toUpper(), 4, u'0');
}

bool startsFormula(QStringView text)
{
    for (const QChar c : text) {
        if (c.isSpace() && c != u'\t' && c != u'\r')
            continue;
        if (c == u'\'' || c == u'"')
            continue; // what a careless import strips
        return u"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20\u2212"_s.contains(c);
    }
    return false;
}

} // namespace

QString visible(const QString& text, Lines lines)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n') {
            out += lines == Lines::Keep ? u"\n"_s : u" \u23CE "_s;
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t wide = QChar::surrogateToUcs4(c, text[i + 1]);
            out += isHidden(wide) ? code(wide) : text.sliced(i, 2);
            ++i;
        } else if (isHidden(c.unicode())) {
            out += code(c.unicode());
        } else {
            out += c;
        }
    }
    return out;
}

QByteArray markup(const QString& text, Lines lines)
{
    return visible(text, lines).toHtmlEscaped().replace(u'\'', u"&#39;"_s).toUtf8();
}

QByteArray csvCell(const QString& text)
{
    QString cell = visible(text);
    // The tab and the carriage return are visible by now; the original decides.
    if (startsFormula(text) || startsFormula(cell))
        cell.prepend(u'\'');
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u';') || cell.startsWith(u' ') || cell.endsWith(u' '))
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell.toUtf8();
}

QByteArray csvRow(const QStringList& cells)
{
    QByteArray row;
    for (const QString& cell : cells) {
        if (!row.isEmpty() || &cell != &cells.front())
            row += ',';
        row += csvCell(cell);
    }
    return row + "\r\n";
}

QByteArray jsonText(const QString& text)
{
    QByteArray out = "\"";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            out += text.sliced(i++, 2).toUtf8();
        } else if (c.isSurrogate()) {
            out += "\\ufffd"; // JSON-LD readers refuse half a pair
        } else if (c == u'"' || c == u'\\') {
            out += '\\';
            out += static_cast<char>(c.unicode());
        } else if (isHidden(c.unicode())) {
            out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        } else {
            out += QString(c).toUtf8();
        }
    }
    return out + '"';
}

QString timeText(Instant at)
{
    return toDateTime(at).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

QString decimal(double value, int digits)
{
    return QString::number(value, 'f', digits);
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unverified: return u"nobody looked at it"_s;
    case Verdict::Confirmed: return u"confirmed by eye"_s;
    case Verdict::DifferentPlate: return u"the picture shows a different plate"_s;
    case Verdict::Unreadable: return u"the picture cannot be read"_s;
    }
    return {};
}

QString verificationWord(const KeptRead& kept)
{
    return kept.verification.verdict == Verdict::Confirmed ? u"verified"_s : u"unverified"_s;
}

QString keptAsWord(const KeptRead& kept)
{
    return kept.contrary ? u"contrary"_s : u"relevant"_s;
}

QString statusLine(const KeptRead& kept)
{
    QString line = verificationWord(kept).toUpper();
    if (kept.contrary)
        line += u", CONTRARY"_s;
    return line + u" \u2013 "_s + verdictWord(kept.verification.verdict);
}

QString sourceWord(const BundleRead& read)
{
    return read.ofAlert ? u"alert hit"_s : u"search"_s;
}

QString matterWord(Matter matter)
{
    return matter == Matter::Criminal ? u"criminal"_s : u"administrative"_s;
}

QString placesText(const std::vector<PlaceNotice>& places)
{
    QStringList list;
    for (const PlaceNotice& place : places)
        list += u"%1 (%2, about %3 m)"_s.arg(place.place, place.category).arg(place.metres);
    return list.isEmpty() ? QString() : u"Near a sensitive place, the office's policy applies: "_s + list.join(u"; "_s);
}

QString imageName(const QByteArray& sha256, ImageType type)
{
    const QString ending = type == ImageType::Jpeg ? u".jpg"_s : type == ImageType::Png ? u".png"_s : u".bin"_s;
    return QString::fromLatin1(sha256.toHex()) + ending;
}

QString imageKindWord(ImageKind kind)
{
    switch (kind) {
    case ImageKind::Plate: return u"plate"_s;
    case ImageKind::Vehicle: return u"vehicle"_s;
    case ImageKind::Other: return u"other"_s;
    }
    return {};
}

std::vector<BundlePicture> picturesOf(const KeptRead& kept, bool vehicleImages)
{
    std::vector<BundlePicture> list;
    std::set<ImageKind> taken;
    // Only pictures that passed every check are kept, and their digest is the one the vendor gave with the read.
    for (const auto& [kind, bytes] : kept.images) {
        if ((kind != ImageKind::Plate && !vehicleImages) || !taken.insert(kind).second)
            continue;
        const auto row = std::ranges::find(kept.read.images, kind, &Read::Image::kind);
        if (row != kept.read.images.end() && row->sha256.size() == 32)
            list.push_back({.name = imageName(row->sha256, row->type), .kind = kind, .sha256 = row->sha256});
    }
    return list;
}

} // namespace casebound
