#include "domain/ReasonWords.h"

#include "domain/ReferenceFile.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace casebound {

namespace {

char16_t latinLookalike(char16_t c)
{
    constexpr std::u16string_view from = u"аеорсухіјѕһԁӏοαειντρυκ";
    constexpr std::u16string_view to = u"aeopcyxijshdloaeivtpyk";
    static_assert(from.size() == to.size());
    const auto at = from.find(c);
    return at == std::u16string_view::npos ? c : to[at];
}

/// Digits and signs as the letters they stand in for; '1' is tried both ways.
QString lettersFor(const QString& text, QChar one)
{
    constexpr std::u16string_view from = u"0345789@$";
    constexpr std::u16string_view to = u"oeastbgas";
    QString out = text;
    for (QChar& c : out) {
        if (c == u'1' || c == u'!' || c == u'|') {
            c = one;
        } else if (const auto at = from.find(c.unicode()); at != std::u16string_view::npos) {
            c = QChar(to[at]);
        }
    }
    return out;
}

QSet<QString> foldedSet(const QJsonObject& object, QLatin1StringView member)
{
    QSet<QString> set;
    for (const QString& text : texts(object, member)) {
        set.insert(foldReason(text));
    }
    return set;
}

void addText(const ListedWord& listed, WordList& words, Phrases& phrases)
{
    if (listed.word.contains(u' ')) {
        phrases.push_back(listed.word.split(u' '));
    } else {
        words.add(listed);
    }
}

ListedWord listedWord(const QJsonValue& value)
{
    const QJsonObject object = value.isString() ? QJsonObject{{u"word"_s, value}} : value.toObject();
    ListedWord listed{.word = foldReason(requiredText(object, "word"_L1)).remove(u'-'),
                      .place = object.value("place"_L1).toBool(),
                      .month = object.value("months"_L1).toBool(),
                      .innocentBefore = foldedSet(object, "innocent_before"_L1),
                      .innocentAfter = foldedSet(object, "innocent_after"_L1)};
    return listed;
}

/// audit_rules.json states the rule in words: "short text or listed word: investigation, inv, …" and "under 12 characters or …".
void loadGeneralRule(ReasonWords& words)
{
    for (const QJsonValue& value : requiredArray(referenceFile("audit_rules.json"_L1), "rules"_L1)) {
        const QJsonObject rule = value.toObject();
        if (rule.value("id"_L1).toString() != "generic_reason"_L1) {
            continue;
        }
        static const QRegularExpression number(u"under (\\d+) characters"_s);
        words.shortest = number.match(requiredText(rule, "default_threshold"_L1)).captured(1).toLongLong();
        for (const QString& word : requiredText(rule, "test"_L1).section(u':', 1).split(u',', Qt::SkipEmptyParts)) {
            words.general.add({.word = foldReason(word.trimmed()), .innocentBefore = {}, .innocentAfter = {}});
        }
    }
    if (words.shortest <= 0 || words.general.find(u"investigation"_s) == nullptr) {
        qFatal("Reference data is malformed: generic_reason");
    }
}

ReasonWords load()
{
    ReasonWords words;
    loadGeneralRule(words);
    const QJsonObject file = referenceFile("reason_words.json"_L1);
    for (const QJsonValue& group : requiredArray(file, "protected"_L1)) {
        for (const QJsonValue& value : requiredArray(group.toObject(), "words"_L1)) {
            addText(listedWord(value), words.protectedWords, words.protectedPhrases);
        }
    }
    for (const QJsonValue& value : requiredArray(file, "profiling"_L1)) {
        addText(listedWord(value), words.profiling, words.profilingPhrases);
    }
    for (const QJsonValue& value : requiredArray(file, "general"_L1)) {
        words.general.add(listedWord(value));
    }
    words.addressAfter = foldedSet(file, "address_after"_L1);
    words.addressBefore = foldedSet(file, "address_before"_L1);
    words.dateBefore = foldedSet(file, "date_before"_L1);
    words.offences = foldedSet(file, "offences"_L1);
    words.offenceLinks = foldedSet(file, "offence_links"_L1);
    words.colourOfPerson = foldedSet(file, "colour_of_person"_L1);
    words.persons = foldedSet(file, "persons"_L1);
    words.neutral = foldedSet(file, "neutral"_L1);
    words.weak = foldedSet(file, "weak"_L1);
    words.fillers = foldedSet(file, "fillers"_L1);
    return words;
}

} // namespace

QString foldReason(QStringView text)
{
    QString out;
    for (const char32_t c : text.toString().normalized(QString::NormalizationForm_KD).toLower().toUcs4()) {
        if (QChar::isMark(c) || QChar::category(c) == QChar::Other_Format) {
            continue;
        }
        if (QChar::requiresSurrogates(c)) {
            out.append(QChar(QChar::highSurrogate(c)));
            out.append(QChar(QChar::lowSurrogate(c)));
        } else {
            out.append(QChar(latinLookalike(static_cast<char16_t>(c))));
        }
    }
    return out;
}

QString squeezed(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        if (out.isEmpty() || out.back() != c) {
            out.append(c);
        }
    }
    return out;
}

void WordList::add(const ListedWord& word)
{
    m_exact.insert(word.word, m_words.size());
    m_squeezed.insert(squeezed(word.word), m_words.size());
    m_words.push_back(word);
}

const ListedWord* WordList::find(const QString& text) const
{
    for (const QString& spelling : {text, lettersFor(text, u'i'), lettersFor(text, u'l')}) {
        if (const auto exact = m_exact.constFind(spelling); exact != m_exact.cend()) {
            return &m_words[*exact];
        }
        // Only ever more letters than the listed word has: "pres" is not "press", "protessst" is "protest".
        if (const auto loose = m_squeezed.constFind(squeezed(spelling));
            loose != m_squeezed.cend() && spelling.size() > m_words[*loose].word.size()) {
            return &m_words[*loose];
        }
    }
    return nullptr;
}

const ReasonWords& ReasonWords::builtIn()
{
    static const ReasonWords words = load();
    return words;
}

} // namespace casebound
