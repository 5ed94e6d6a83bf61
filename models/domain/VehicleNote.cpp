#include "domain/VehicleNote.h"

#include <QSet>

namespace casebound {

namespace {

QSet<QString> wordsOf(const QString& text)
{
    QSet<QString> words;
    QString word;
    // Decomposed, so that an accent is a mark that is left out.
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber()) {
            word.append(c);
        } else if (!c.isMark() && !word.isEmpty()) {
            words.insert(word);
            word.clear();
        }
    }
    if (!word.isEmpty()) {
        words.insert(word);
    }
    return words;
}

} // namespace

QStringList vehicleNotMentioned(const QStringList& reported, const QString& note)
{
    const QSet<QString> said = wordsOf(note);
    QStringList missing;
    for (const QString& feature : reported) {
        const QSet<QString> words = wordsOf(feature);
        if (!words.isEmpty() && !words.intersects(said)) {
            missing.append(feature);
        }
    }
    return missing;
}

} // namespace casebound
