// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/services/translator.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>

namespace Weir {

Translator::~Translator()
{
    QCoreApplication::removeTranslator(&m_weir);
    QCoreApplication::removeTranslator(&m_qt);
}

void Translator::setLanguage(const QString &language)
{
    m_language = language;
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_weir);

    // English is what the sources say. Asking for it outright keeps an English user with German second from
    // reading German; its catalogue has only the plurals, which every language without one needs too.
    const bool isEnglish = locale.language() == QLocale::English || locale.language() == QLocale::C;
    if (!isEnglish && install(m_weir, locale, QStringLiteral("weir")))
        install(m_qt, QLocale(m_weir.language()), QStringLiteral("qtbase"));
    else
        install(m_weir, QLocale(QLocale::English), QStringLiteral("weir"));
}

bool Translator::install(QTranslator &translator, const QLocale &locale, const QString &catalogue)
{
    const QString separator = QStringLiteral("_");
    return (translator.load(locale, catalogue, separator, m_directory)
            || translator.load(locale, catalogue, separator,
                               QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        && QCoreApplication::installTranslator(&translator);
}

QString Translator::defaultDirectory()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath()
                           + QStringLiteral("/../share/weir/translations"));
}

} // namespace Weir
