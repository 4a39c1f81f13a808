// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Weir {

class Theme;

/// What a panel shows in place of nothing: an icon, what is the case, what to do, and a button that does it.
/// Plain text. GUI thread.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setTheme(const Theme &theme); // before the first show()
    /// `buttonText` empty: no button.
    void setContent(const QString &iconName, const QString &title, const QString &text,
                    const QString &buttonText = {});
    QString title() const;
    QString text() const;

Q_SIGNALS:
    void buttonClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateIcon();

    const Theme *m_theme = nullptr;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace Weir
