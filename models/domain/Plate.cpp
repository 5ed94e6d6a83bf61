#include "domain/Plate.h"

#include "domain/Reference.h"
#include "domain/Text.h"

#include <algorithm>
#include <string_view>

namespace casebound {

namespace {

constexpr qsizetype MaxLength = 8;

bool isPlateCharacter(char32_t c)
{
    return (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

char32_t asciiUpper(char32_t c)
{
    return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
}

bool isWildcard(char32_t c)
{
    return std::u32string_view(U"*?%_#[]{}|^\\").contains(c);
}

/// What is wrong with a character that is neither part of a plate nor a separator.
PlateProblem judgeOther(char32_t c)
{
    if (isWildcard(c)) {
        return PlateProblem::Wildcard;
    }
    if (isDirectional(c)) {
        return PlateProblem::BidiMark;
    }
    const QChar::Decomposition form = QChar::decompositionTag(c);
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return PlateProblem::ControlCharacter;
    case QChar::Separator_Space: // any but the plain one looks like it and is not
        return form == QChar::Wide ? PlateProblem::FullWidth : PlateProblem::ControlCharacter;
    default: // every other category is judged by its form below
        break;
    }
    if (form != QChar::NoDecomposition && form != QChar::Canonical) {
        return PlateProblem::FullWidth;
    }
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) ? PlateProblem::ForeignLetter : PlateProblem::Symbol;
}

} // namespace

std::expected<Plate, PlateProblem> Plate::fromTyped(QStringView typed)
{
    QString text;
    for (const char32_t typedCharacter : typed.toUcs4()) {
        const char32_t c = asciiUpper(typedCharacter);
        if (isPlateCharacter(c)) {
            text.append(QChar(static_cast<char16_t>(c)));
        } else if (c != U' ' && c != U'-' && c != U'.') {
            return std::unexpected(judgeOther(c));
        }
    }
    if (text.isEmpty()) {
        return std::unexpected(PlateProblem::Empty);
    }
    if (text.size() > MaxLength) {
        return std::unexpected(PlateProblem::TooLong);
    }
    return Plate(std::move(text));
}

std::expected<Plate, PlateProblem> Plate::fromVendor(QStringView sent)
{
    // KD instead of KC: an accent then stands alone and can be dropped (plates.json, step 5: N-tilde to N).
    QString text;
    for (const char32_t sentCharacter : sent.toString().normalized(QString::NormalizationForm_KD).toUcs4()) {
        const char32_t c = asciiUpper(sentCharacter);
        if (isPlateCharacter(c)) {
            text.append(QChar(static_cast<char16_t>(c)));
            continue;
        }
        if (QChar::isMark(c) || QChar::isSpace(c)) {
            continue;
        }
        switch (const PlateProblem problem = judgeOther(c)) {
        case PlateProblem::Symbol:
        case PlateProblem::FullWidth:
        case PlateProblem::Empty:
        case PlateProblem::TooLong: continue;
        case PlateProblem::Wildcard: // an unread character: dropping it would make another plate of the rest
        case PlateProblem::ControlCharacter:
        case PlateProblem::BidiMark:
        case PlateProblem::ForeignLetter: return std::unexpected(problem);
        }
    }
    if (text.isEmpty()) {
        return std::unexpected(PlateProblem::Empty);
    }
    if (text.size() > MaxLength) {
        return std::unexpected(PlateProblem::TooLong);
    }
    return Plate(std::move(text));
}

std::array<char, 8> foldVendorPlate(std::string_view utf8)
{
    std::array<char, 8> out{};
    std::size_t length = 0;
    for (const char sent : utf8) {
        const char c = static_cast<char>(asciiUpper(static_cast<unsigned char>(sent)));
        if (isPlateCharacter(static_cast<unsigned char>(c))) {
            if (length == out.size()) {
                return {};
            }
            out.at(length++) = c;
        } else if (c != ' ' && c != '-' && c != '.') { // rare: leave it to the rules for all of Unicode
            out = {};
            if (const auto plate = Plate::fromVendor(textFromUtf8(utf8))) {
                std::ranges::transform(plate->text(), out.begin(), &QChar::toLatin1);
            }
            return out;
        }
    }
    return out;
}

bool spellsNoPlate(const Plate& plate)
{
    return Reference::builtIn().isNotAPlate(plate.text());
}

} // namespace casebound
