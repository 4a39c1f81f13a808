// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace Weir {

class Theme;

/// One message above the tables that does not stop the user: plain text, at most one action, a close button.
/// The newest message replaces the one before. GUI thread.
class InfoBar : public QFrame
{
    Q_OBJECT
public:
    enum class Severity { Information, Success, Warning, Error };

    explicit InfoBar(const Theme &theme, QWidget *parent = nullptr);

    void showMessage(Severity severity, const QString &text);
    void showWarning(const QString &text) { showMessage(Severity::Warning, text); }
    void showMessage(Severity severity, const QString &text, const QString &actionText,
                     const std::function<void()> &action);
    /// The action of the message shown; of the next one it is enabled again.
    void setActionEnabled(bool enabled);
    QString text() const;
    Severity severity() const { return m_severity; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateIcon();

    const Theme &m_theme;
    Severity m_severity = Severity::Information;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    std::function<void()> m_callback;
};

} // namespace Weir
