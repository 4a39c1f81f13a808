// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/infobar.h"

#include "core/text/printabletext.h"
#include "gui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace Weir {

namespace {

struct Appearance
{
    QString name;
    Theme::Colour colour;
};

Appearance appearance(InfoBar::Severity severity)
{
    switch (severity) {
    case InfoBar::Severity::Information:
        return {QStringLiteral("information"), Theme::Colour::Accent};
    case InfoBar::Severity::Success:
        return {QStringLiteral("success"), Theme::Colour::Inserted};
    case InfoBar::Severity::Warning:
        return {QStringLiteral("warning"), Theme::Colour::Rejected};
    case InfoBar::Severity::Error:
        return {QStringLiteral("error"), Theme::Colour::Failed};
    }
    return {};
}

QString iconName(InfoBar::Severity severity)
{
    return severity == InfoBar::Severity::Information ? QStringLiteral("info") : appearance(severity).name;
}

} // namespace

InfoBar::InfoBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("infoBar"));
    m_text->setObjectName(QStringLiteral("infoText"));
    m_action->setObjectName(QStringLiteral("infoAction"));
    m_close->setObjectName(QStringLiteral("infoClose"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_action->setAutoDefault(false); // in a dialog, Enter elsewhere must not press it
    m_close->setIcon(themedIcon(theme, QStringLiteral("close"), Theme::Colour::Muted));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);

    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto callback = std::exchange(m_callback, nullptr))
            callback();
    });
    connect(&theme, &Theme::changed, this, &InfoBar::updateIcon);
    retranslate();
    m_action->hide();
    hide();
}

void InfoBar::showMessage(Severity severity, const QString &text)
{
    showMessage(severity, text, {}, nullptr);
}

void InfoBar::showMessage(Severity severity, const QString &text, const QString &actionText,
                          const std::function<void()> &action)
{
    m_severity = severity;
    m_callback = action;
    setProperty("severity", appearance(severity).name);
    style()->unpolish(this);
    style()->polish(this);
    updateIcon();
    const QString shown = printableLines(text);
    m_text->setText(shown);
    m_text->setAccessibleName(shown);
    m_action->setText(actionText);
    m_action->setEnabled(true);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    show();
}

void InfoBar::setActionEnabled(bool enabled)
{
    m_action->setEnabled(enabled);
}

QString InfoBar::text() const
{
    return m_text->text();
}

void InfoBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void InfoBar::retranslate()
{
    setAccessibleName(tr("Message"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
}

void InfoBar::updateIcon()
{
    const QIcon icon = themedIcon(m_theme, iconName(m_severity), appearance(m_severity).colour);
    m_icon->setPixmap(icon.pixmap(QSize(20, 20), devicePixelRatioF()));
}

} // namespace Weir
