// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/emptystate.h"

#include "core/text/printabletext.h"
#include "gui/widgets/icons.h"

#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace Weir {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_title->setProperty("role", QStringLiteral("title"));
    m_text->setProperty("role", QStringLiteral("muted"));
    m_button->setObjectName(QStringLiteral("emptyStateButton"));
    // A panel may be made smaller than its advice.
    setMinimumSize(80, 24);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(6);
    layout->addStretch(2);
    for (QLabel *label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(label != m_icon);
        layout->addWidget(label);
    }
    layout->addSpacing(6);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
}

void EmptyState::setTheme(const Theme &theme)
{
    m_theme = &theme;
    connect(&theme, &Theme::changed, this, &EmptyState::updateIcon);
    updateIcon();
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &text,
                            const QString &buttonText)
{
    m_iconName = iconName;
    m_title->setText(printableLines(title));
    m_text->setText(printableLines(text));
    m_button->setText(buttonText);
    m_button->setAccessibleName(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
    updateIcon();
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::text() const
{
    return m_text->text();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    constexpr int RoomForIcon = 170;
    m_icon->setVisible(event->size().height() >= RoomForIcon);
    QWidget::resizeEvent(event);
}

void EmptyState::updateIcon()
{
    if (!m_theme || m_iconName.isEmpty())
        return;
    const QIcon icon = themedIcon(*m_theme, m_iconName, Theme::Colour::Muted);
    m_icon->setPixmap(icon.pixmap(QSize(40, 40), devicePixelRatioF()));
}

} // namespace Weir
