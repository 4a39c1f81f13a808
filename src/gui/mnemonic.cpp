// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mnemonic.h"

#include <QAction>
#include <QRegularExpression>

namespace Weir {

QString withoutMnemonic(const QString &text)
{
    static const QRegularExpression inBrackets(QStringLiteral("\\s*\\(&[^&\\s]\\)"));
    static const QRegularExpression mark(QStringLiteral("&(.)"));
    QString result = text;
    return result.remove(inBrackets).replace(mark, QStringLiteral("\\1"));
}

void keepIconTextsPlain(const QObject *root)
{
    const auto actions = root->findChildren<QAction *>();
    for (QAction *action : actions) {
        const auto update = [action] {
            action->setIconText(withoutMnemonic(action->text()).remove(u'…'));
        };
        QObject::connect(action, &QAction::changed, action, update);
        update();
    }
}

} // namespace Weir
