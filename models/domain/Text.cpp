#include "domain/Text.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>

namespace casebound {

QString textFromUtf8(QByteArrayView utf8)
{
    if (!utf8.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(utf8);
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decode(utf8);
}

bool hasHiddenCharacter(QStringView text)
{
    return !text.isValidUtf16() || std::ranges::any_of(text.toUcs4(), [](char32_t c) {
        const QChar::Category category = QChar::category(c);
        return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line ||
               category == QChar::Separator_Paragraph || category == QChar::Other_NotAssigned || category == QChar::Other_PrivateUse;
    });
}

bool hasForbiddenControl(QStringView text)
{
    return !text.isValidUtf16() || std::ranges::any_of(text.toUcs4(), [](char32_t c) {
        const bool control = QChar::category(c) == QChar::Other_Control && c != U'\n' && c != U'\r' && c != U'\t';
        return control || isDirectional(c);
    });
}

QString withoutHiddenCharacters(QStringView text)
{
    return text.toString().removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
}

QString foldForLookup(QStringView text)
{
    return text.toString().simplified().normalized(QString::NormalizationForm_KD).removeIf([](QChar c) { return c.isMark(); }).toUpper();
}

bool isDirectional(char32_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace casebound
