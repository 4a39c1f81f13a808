// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/translator.h"

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
    install(m_qt, locale, QStringLiteral("qtbase"));
    install(m_weir, locale, QStringLiteral("weir"));
}

void Translator::install(QTranslator &translator, const QLocale &locale, const QString &catalogue)
{
    QCoreApplication::removeTranslator(&translator);
    // English is what the source says; without this, an English user with German second would read German.
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return;
    if (translator.load(locale, catalogue, QStringLiteral("_"), m_directory)
        || translator.load(locale, catalogue, QStringLiteral("_"),
                           QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&translator);
    }
}

QString Translator::defaultDirectory()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath()
                           + QStringLiteral("/../share/weir/translations"));
}

} // namespace Weir
