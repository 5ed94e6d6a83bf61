// Which language the windows speak. English is written in the sources, so its "translation" holds plural forms alone;
// it lies under every other language, and is what a locale without a translation gets.
#pragma once

#include <QString>
#include <QTranslator>

#include <expected>
#include <memory>

namespace casebound {

class Language {
public:
    struct Choice {
        QString asked; ///< As --lang said it. Empty: the system's. A language without a country is the one spoken in the United States.
        QString practiceFile; ///< A .qm instead of ours. Never given outside training: words of a stranger could say anything.
    };

    /// Sets the default locale and installs on the application, which must exist and have no window yet. Words live as long
    /// as the object. The error is one sentence for standard error; only a practice file can fail.
    [[nodiscard]] static std::expected<std::unique_ptr<Language>, QString> install(const Choice& choice);

    /// The language of the words, such as "es"; "en" where no translation fits.
    [[nodiscard]] QString words() const;

private:
    Language() = default;

    QTranslator m_plurals;
    QTranslator m_toolkit; ///< Qt's own dialogs and buttons.
    QTranslator m_words;
    bool m_translated = false;
};

} // namespace casebound
