// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace Weir {

/// Weir's and Qt's own texts in the chosen language; switching sends LanguageChange to every widget, which
/// takes up the new texts at once. GUI thread.
class Translator
{
public:
    /// `directory` holds weir_<language>.qm and qtbase_<language>.qm; Qt's own folder is the second choice
    /// for the latter.
    explicit Translator(QString directory)
        : m_directory(std::move(directory))
    {}
    ~Translator();
    Translator(const Translator &) = delete;
    Translator &operator=(const Translator &) = delete;

    /// "" follows the system; a language without a catalogue is answered in English. Numbers and dates follow
    /// the language too.
    void setLanguage(const QString &language);
    const QString &language() const { return m_language; }

    /// <program's directory>/../share/weir/translations
    static QString defaultDirectory();

private:
    bool install(QTranslator &translator, const QLocale &locale, const QString &catalogue);

    QString m_directory;
    QString m_language;
    QTranslator m_weir;
    QTranslator m_qt;
};

} // namespace Weir
