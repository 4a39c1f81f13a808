// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Weir {

/// weir [--data-dir D] [project.weir]
struct GuiOptions
{
    enum class Action { ShowWindow, ShowHelp, ShowVersion, ShowError };

    Action action = Action::ShowWindow;
    QString dataDirectory; // absolute
    QString project;       // absolute; empty: the sample
    QString error;

    /// `arguments` begin with the program's name. Needs no application object.
    static GuiOptions parse(const QStringList &arguments);
    static QString helpText();
};

} // namespace Weir
