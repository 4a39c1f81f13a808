// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QColor>
#include <QObject>
#include <QPalette>

class QApplication;

namespace Weir {

/// Every colour of the window, light and dark, switched while it runs. Text colours reach a contrast of 4.5:1
/// on every surface they are used on (WCAG 2.1, AA). GUI thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    enum class Colour {
        Window,  // around the panels
        Surface, // grids, editors
        AlternateSurface,
        Raised, // headers, tool bars, tabs at rest
        Border,
        Text,
        Muted, // secondary text, icons at rest
        Disabled,
        Accent,
        AccentHover,
        OnAccent,
        Selection,
        Inserted,
        Rejected,
        Failed,
        Cancelled,
        FreshFill,     // behind rows that were just inserted
        ViolationFill, // behind cells that break a rule
        WarningFill,
        InfoFill,
        SuccessFill,
    };

    explicit Theme(QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    /// Applies palette and style sheet to the application at once.
    void setMode(Mode mode);
    bool isDark() const;
    QColor colour(Colour colour) const;
    QColor verdictColour(Verdict verdict) const;
    QPalette palette() const;

    static QString modeName(Mode mode); // "system", "light", "dark": as settings store them
    static Mode modeFromName(const QString &name);

Q_SIGNALS:
    void changed();

private:
    const bool m_systemIsDark; // of the palette the desktop gave, before ours replaced it
    Mode m_mode = Mode::System;
};

/// Contrast ratio of two opaque colours, 1 … 21 (WCAG 2.1, "contrast ratio").
double contrastRatio(const QColor &first, const QColor &second);

} // namespace Weir
