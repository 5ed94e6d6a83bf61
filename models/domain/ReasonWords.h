// The word lists behind the reason gate, from the compiled-in reference data. Internal to domain.
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace casebound {

/// A word that refuses a reason, unless its neighbours give it another meaning. All texts are folded.
struct ListedWord {
    QString word;
    bool place = false; ///< Also part of addresses, and possibly the scene of an offence.
    bool month = false; ///< Also a month.
    QSet<QString> innocentBefore, innocentAfter;
};

/// Whole words, found also under common disguises: digits for letters ("pr0test"), letters repeated ("protessst").
class WordList {
public:
    void add(const ListedWord& word);
    /// The listed word this text spells, or null. The pointer stays good until the next add().
    [[nodiscard]] const ListedWord* find(const QString& text) const;

private:
    std::vector<ListedWord> m_words;
    QHash<QString, std::size_t> m_exact, m_squeezed;
};

/// Listed texts of two or more words ("sunday school"), word by word.
using Phrases = std::vector<QStringList>;

/// Loaded once; immutable, safe from any thread.
struct ReasonWords {
    [[nodiscard]] static const ReasonWords& builtIn();

    qsizetype shortest = 0; ///< Fewer characters than this are too general.
    WordList protectedWords, profiling, general;
    Phrases protectedPhrases, profilingPhrases;
    QSet<QString> addressAfter, addressBefore, dateBefore, offences, offenceLinks, colourOfPerson, persons, neutral, weak, fillers;
};

/// Lower case, without accents, compatibility forms and zero-width characters; Cyrillic and Greek letters that look Latin become so.
[[nodiscard]] QString foldReason(QStringView text);

/// "presssing" → "presing": every run of one character as one.
[[nodiscard]] QString squeezed(const QString& text);

} // namespace casebound
