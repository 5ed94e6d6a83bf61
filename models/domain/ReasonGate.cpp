#include "domain/ReasonGate.h"

#include "domain/ReasonWording.h"
#include "domain/ReasonWords.h"
#include "domain/Text.h"

#include <algorithm>
#include <vector>

namespace casebound {

namespace {

constexpr qsizetype LongestReason = 2000;
constexpr std::size_t MostPieces = 20;   ///< A word parted into more pieces than this is no longer read as one.
constexpr qsizetype ShortestJoined = 6;  ///< Two words are read as one only where that gives so many letters: "sit in" stays two.
constexpr std::size_t SceneDistance = 4; ///< "arson at the First Baptist church": so many words from the link to the place.

constexpr std::size_t MostArticles = 2; ///< "Calle de la Iglesia".

struct Token {
    QString text;
    bool spaceBefore = false; ///< Otherwise only punctuation parts it from the token before.
    bool clauseEnds = false;  ///< A comma, full stop, … follows: what comes next is not its address.
};

/// A run of tokens read as one word.
struct Span {
    std::size_t first, last;
    QString text;
};

bool isLetter(const QString& text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetter();
}

bool standsForLetter(QChar c)
{
    return c == u'@' || c == u'$' || c == u'!' || c == u'|';
}

std::vector<Token> tokens(const QString& text)
{
    std::vector<Token> list;
    bool inside = false;
    bool space = true;
    for (qsizetype n = 0; n < text.size(); ++n) {
        const QChar c = text[n];
        const bool part = c.isLetterOrNumber() || c.isSurrogate() || (standsForLetter(c) && isLetter(text, n - 1) && isLetter(text, n + 1));
        if (part) {
            if (!inside) {
                list.push_back({.text = QString(), .spaceBefore = space});
            }
            list.back().text.append(c);
            space = false;
        } else if (c.isSpace()) {
            space = true;
        } else if (!list.empty() && QStringView(u",;:.()").contains(c)) {
            list.back().clauseEnds = true;
        }
        inside = part;
    }
    return list;
}

/// Every token, and every run of tokens that may be one word in pieces: "in-ves-ti-gation", "p r o t e s t", "pro test".
std::vector<Span> spans(const std::vector<Token>& list)
{
    std::vector<Span> found;
    for (std::size_t first = 0; first < list.size(); ++first) {
        Span span{.first = first, .last = first, .text = list[first].text};
        found.push_back(span);
        bool allPunctuated = true;
        bool allSingle = span.text.size() == 1;
        for (std::size_t last = first + 1; last < list.size() && last - first < MostPieces; ++last) {
            allPunctuated = allPunctuated && !list[last].spaceBefore;
            allSingle = allSingle && list[last].text.size() == 1;
            span.last = last;
            span.text += list[last].text;
            if (allPunctuated || allSingle || (last == first + 1 && span.text.size() >= ShortestJoined)) {
                found.push_back(span);
            } else if (last > first + 1) {
                break;
            }
        }
    }
    return found;
}

class Judge {
public:
    explicit Judge(const QString& folded) : m_tokens(tokens(folded)), m_spans(spans(m_tokens)) {}

    [[nodiscard]] bool isEmpty() const { return m_tokens.empty(); }
    [[nodiscard]] QString protectedWord() const;
    [[nodiscard]] QString profilingAlone() const;
    /// The first listed word; words it is made of are taken out of `others`.
    [[nodiscard]] QString profilingWord(QSet<QString>& others) const;
    [[nodiscard]] std::optional<QString> tooGeneral() const;

private:
    [[nodiscard]] bool is(std::size_t at, const QSet<QString>& set) const
    {
        return at < m_tokens.size() && set.contains(m_tokens[at].text);
    }
    [[nodiscard]] bool isNumber(std::size_t at) const;
    [[nodiscard]] bool isAddress(const Span& span) const;
    [[nodiscard]] bool isScene(const Span& span) const;
    [[nodiscard]] bool isMonth(const Span& span) const;
    [[nodiscard]] bool isInnocent(const ListedWord& word, const Span& span) const;
    [[nodiscard]] bool startsPhrase(std::size_t at, const QStringList& phrase) const;
    [[nodiscard]] std::vector<bool> generalTokens() const;
    /// Different words that say something: no filler, nothing general, no number, no single letter.
    [[nodiscard]] QSet<QString> content() const;

    const ReasonWords& m_words = ReasonWords::builtIn();
    std::vector<Token> m_tokens;
    std::vector<Span> m_spans;
};

/// "14", "3rd", "2026".
bool Judge::isNumber(std::size_t at) const
{
    return at < m_tokens.size() && m_tokens[at].text.front().isDigit() && m_tokens[at].text.size() <= 4;
}

bool Judge::isAddress(const Span& span) const
{
    std::size_t before = span.first;
    while (before > 0 && span.first - before < MostArticles && is(before - 1, m_words.fillers)) {
        --before;
    }
    if (before > 0 && is(before - 1, m_words.addressBefore)) {
        return true; // "Calle Iglesia", "Calle de la Iglesia"
    }
    const std::size_t next = span.last + 1;
    if (m_tokens[span.last].clauseEnds || next >= m_tokens.size()) {
        return false;
    }
    const bool name = !is(next, m_words.fillers) && !m_words.protectedWords.find(m_tokens[next].text) && !m_tokens[next].clauseEnds;
    return is(next, m_words.addressAfter) || (name && is(next + 1, m_words.addressAfter)); // "Church St", "Union Hill Rd"
}

bool Judge::isScene(const Span& span) const
{
    if (is(span.last + 1, m_words.offences) && !m_tokens[span.last].clauseEnds) {
        return true; // "church burglary"
    }
    for (std::size_t link = span.first; link-- > 1 && span.first - link <= SceneDistance;) {
        if (m_tokens[link].clauseEnds) {
            return false;
        }
        if (is(link, m_words.offenceLinks) && is(link - 1, m_words.offences)) {
            return true; // "arson at the old church", but not "burglary suspects at the old church"
        }
    }
    return false;
}

bool Judge::isMonth(const Span& span) const
{
    return isNumber(span.last + 1) || (span.first > 0 && (isNumber(span.first - 1) || is(span.first - 1, m_words.dateBefore)));
}

bool Judge::isInnocent(const ListedWord& word, const Span& span) const
{
    return (span.first > 0 && is(span.first - 1, word.innocentBefore)) || is(span.last + 1, word.innocentAfter) ||
           (word.place && (isAddress(span) || isScene(span))) || (word.month && isMonth(span));
}

bool Judge::startsPhrase(std::size_t at, const QStringList& phrase) const
{
    const auto length = static_cast<std::size_t>(phrase.size());
    if (at + length > m_tokens.size()) {
        return false;
    }
    return std::equal(phrase.begin(), phrase.end(), m_tokens.begin() + static_cast<std::ptrdiff_t>(at),
                      [](const QString& word, const Token& token) { return word == token.text; });
}

QString Judge::protectedWord() const
{
    for (const Span& span : m_spans) {
        const ListedWord* word = m_words.protectedWords.find(span.text);
        if (word != nullptr && !isInnocent(*word, span)) {
            return word->word;
        }
    }
    for (std::size_t at = 0; at < m_tokens.size(); ++at) {
        for (const QStringList& phrase : m_words.protectedPhrases) {
            if (startsPhrase(at, phrase)) {
                return phrase.join(u' ');
            }
        }
    }
    return {};
}

std::vector<bool> Judge::generalTokens() const
{
    std::vector<bool> general(m_tokens.size(), false);
    for (const Span& span : m_spans) {
        if (m_words.general.find(span.text) != nullptr) {
            std::fill(general.begin() + static_cast<std::ptrdiff_t>(span.first),
                      general.begin() + static_cast<std::ptrdiff_t>(span.last) + 1, true);
        }
    }
    return general;
}

QSet<QString> Judge::content() const
{
    const std::vector<bool> general = generalTokens();
    QSet<QString> words;
    for (std::size_t at = 0; at < m_tokens.size(); ++at) {
        const QString word = squeezed(m_tokens[at].text);
        const bool spelled = std::ranges::any_of(word, [](QChar c) { return c.isLetter(); });
        if (word.size() > 1 && spelled && !general[at] && !is(at, m_words.fillers)) {
            words.insert(m_tokens[at].text);
        }
    }
    return words;
}

QString Judge::profilingWord(QSet<QString>& others) const
{
    QString found;
    const auto note = [&](const QString& word) { found = found.isEmpty() ? word : found; };
    for (const Span& span : m_spans) {
        // Pieces parted by spaces are not joined here: "fled in his panic" names nobody.
        const bool spaced = span.last > span.first && m_tokens[span.last].spaceBefore && m_tokens[span.first].text.size() > 1;
        const ListedWord* word = spaced ? nullptr : m_words.profiling.find(span.text);
        if (word == nullptr && is(span.first, m_words.colourOfPerson) && span.first == span.last &&
            (is(span.last + 1, m_words.persons) || is(span.last + 2, m_words.persons))) {
            note(span.text);
            others.remove(span.text);
        }
        if (word != nullptr) {
            note(word->word);
            for (std::size_t at = span.first; at <= span.last; ++at) {
                others.remove(m_tokens[at].text);
            }
        }
    }
    for (std::size_t at = 0; at < m_tokens.size(); ++at) {
        for (const QStringList& phrase : m_words.profilingPhrases) {
            if (startsPhrase(at, phrase)) {
                note(phrase.join(u' '));
                others.subtract(QSet<QString>(phrase.begin(), phrase.end()));
            }
        }
    }
    return found;
}

QString Judge::profilingAlone() const
{
    QSet<QString> others = content();
    const QString found = profilingWord(others);
    others.subtract(m_words.persons).subtract(m_words.neutral).subtract(m_words.weak);
    return others.size() < 2 ? found : QString();
}

std::optional<QString> Judge::tooGeneral() const
{
    qsizetype length = std::ssize(m_tokens) - 1; // one space between words, whatever was typed there
    for (const Token& token : m_tokens) {
        length += squeezed(token.text).size() > 1 ? token.text.size() : 1;
    }
    QSet<QString> said = content();
    const bool enough = said.size() >= 2 && !QSet<QString>(said).subtract(m_words.weak).isEmpty();
    if (length >= m_words.shortest && enough) {
        return std::nullopt;
    }
    for (const Span& span : m_spans) {
        if (const ListedWord* word = m_words.general.find(span.text)) {
            return word->word;
        }
    }
    return QString();
}

} // namespace

ReasonVerdict judgeReason(QStringView reason)
{
    const QStringView typed = reason.trimmed();
    if (typed.isEmpty()) {
        return {.problem = ReasonProblem::Empty, .word = {}};
    }
    if (typed.size() > LongestReason) {
        return {.problem = ReasonProblem::TooLong, .word = {}};
    }
    if (hasForbiddenControl(typed)) {
        return {.problem = ReasonProblem::ControlCharacter, .word = {}};
    }
    const Judge judge(foldReason(typed));
    if (judge.isEmpty()) {
        return {.problem = ReasonProblem::TooGeneral, .word = {}};
    }
    if (const QString word = judge.protectedWord(); !word.isEmpty()) {
        return {.problem = ReasonProblem::ProtectedActivity, .word = word};
    }
    if (const QString word = judge.profilingAlone(); !word.isEmpty()) {
        return {.problem = ReasonProblem::ProfilingAlone, .word = word};
    }
    if (const auto word = judge.tooGeneral()) {
        return {.problem = ReasonProblem::TooGeneral, .word = *word};
    }
    return {};
}

ReasonWording readWording(QStringView reason)
{
    const Judge judge(foldReason(reason.trimmed().left(LongestReason)));
    if (judge.isEmpty()) {
        return {.tooGeneral = true, .protectedWord = {}, .profilingWord = {}};
    }
    QSet<QString> others;
    return {
        .tooGeneral = judge.tooGeneral().has_value(), .protectedWord = judge.protectedWord(), .profilingWord = judge.profilingWord(others)};
}

} // namespace casebound
