// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/docktitle.h"

#include "gui/widgets/icons.h"
#include "gui/widgets/mnemonic.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace Weir {

DockTitle::DockTitle(const Theme &theme, QDockWidget *dock)
    : QWidget(dock)
    , m_dock(dock)
    , m_label(new QLabel(this))
    , m_float(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("dockTitle"));
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 3, 4, 3);
    layout->setSpacing(2);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_float);
    layout->addWidget(m_close);
    m_float->setIcon(themedIcon(theme, QStringLiteral("fullscreen"), Theme::Colour::Muted));
    m_close->setIcon(themedIcon(theme, QStringLiteral("close"), Theme::Colour::Muted));
    for (QToolButton *button : {m_float, m_close}) {
        button->setIconSize(QSize(14, 14));
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_float, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    connect(m_close, &QToolButton::clicked, dock, &QWidget::close);
    connect(dock, &QDockWidget::windowTitleChanged, this, &DockTitle::retranslate);
    retranslate();
}

void DockTitle::retranslate()
{
    const QString title = withoutMnemonic(m_dock->windowTitle());
    m_label->setText(title);
    m_float->setToolTip(tr("Detach or attach this panel"));
    m_float->setAccessibleName(tr("Detach or attach %1").arg(title));
    m_close->setToolTip(tr("Close this panel; the View menu brings it back"));
    m_close->setAccessibleName(tr("Close %1").arg(title));
}

void DockTitle::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Weir
