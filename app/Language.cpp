#include "app/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

/// Spanish here is that of the United States: 1,204 and not 1.204.
QLocale localeOf(const QString& asked)
{
    const QLocale plain(asked);
    if (asked.contains(u'_') || asked.contains(u'-'))
        return plain;
    const QLocale here(plain.language(), QLocale::UnitedStates);
    return here.territory() == QLocale::UnitedStates ? here : plain;
}

} // namespace

std::expected<std::unique_ptr<Language>, QString> Language::install(const Choice& choice)
{
    if (!choice.asked.isEmpty())
        QLocale::setDefault(localeOf(choice.asked));
    std::unique_ptr<Language> language(new Language);
    if (language->m_plurals.load(u":/i18n/casebound_en.qm"_s))
        QCoreApplication::installTranslator(&language->m_plurals);

    if (choice.practiceFile.isEmpty()) {
        language->m_translated = language->m_words.load(QLocale(), u"casebound"_s, u"_"_s, u":/i18n"_s);
    } else {
        if (!language->m_words.load(choice.practiceFile))
            return std::unexpected(u"%1 is not a translation. Nothing was started."_s.arg(choice.practiceFile));
        language->m_translated = true;
    }
    // Qt's words follow ours, so that a window never mixes two languages.
    if (language->m_toolkit.load(QLocale(language->words()), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&language->m_toolkit);
    if (language->m_translated)
        QCoreApplication::installTranslator(&language->m_words); // asked first
    return language;
}

QString Language::words() const
{
    return m_translated ? m_words.language() : u"en"_s;
}

} // namespace casebound
