// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/appsettings.h"
#include "gui/filedialogs.h"
#include "gui/mainwindow.h"
#include "gui/theme.h"
#include "gui/translator.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Weir {

/// Answers at once with the next name; an empty one is a user who gives up.
class ScriptedFileDialogs : public FileDialogs
{
public:
    QString next;
    int questions = 0;

    void openFile(QWidget *, const Question &question, const Answer &answer) override
    {
        reply(question, answer);
    }
    void saveFile(QWidget *, const Question &question, const Answer &answer) override
    {
        reply(question, answer);
    }

private:
    void reply(const Question &, const Answer &answer)
    {
        ++questions;
        if (!next.isEmpty())
            answer(next);
    }
};

/// A main window on data and settings of its own.
class WindowFixture
{
public:
    WindowFixture()
        : store(directory.filePath(QStringLiteral("weir.ini")), QSettings::IniFormat)
        , settings(store)
        , translator(QStringLiteral(WEIR_BIN_DIR "/../share/weir/translations"))
    {
        translator.setLanguage(QStringLiteral("en"));
        theme.setMode(Theme::Mode::Light);
        settings.setReplaysSlowly(false);
    }

    void show()
    {
        window = std::make_unique<MainWindow>(MainWindow::Services{settings, theme, translator, dialogs},
                                              dataDirectory());
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    QString dataDirectory() const { return directory.filePath(QStringLiteral("data")); }

    template<typename T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1String(name));
    }
    QAction *action(const char *name) const { return find<QAction>(name); }
    bool isIdle() const { return window->presenter().state() == RunPresenter::State::Idle; }

    QTemporaryDir directory;
    QSettings store;
    AppSettings settings;
    Translator translator;
    Theme theme;
    ScriptedFileDialogs dialogs;
    std::unique_ptr<MainWindow> window;
};

} // namespace Weir
