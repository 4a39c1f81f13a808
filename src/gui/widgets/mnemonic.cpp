// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/mnemonic.h"

#include <QAction>
#include <QRegularExpression>

namespace Weir {

namespace {

/// What we gave as a tool tip, so that it follows the text into another language.
constexpr const char *GivenToolTip = "weirGivenToolTip";

void makePlain(QAction *action)
{
    const QString plain = withoutMnemonic(action->text()).remove(u'…');
    action->setIconText(plain);
    const QString standard = QString(action->text()).remove(u'&'); // Qt's own, with "(T)" left in
    if (action->toolTip() != standard && action->toolTip() != action->property(GivenToolTip).toString())
        return;
    action->setProperty(GivenToolTip, plain);
    action->setToolTip(plain);
}

} // namespace

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
            makePlain(action);
        };
        QObject::connect(action, &QAction::changed, action, update);
        update();
    }
}

} // namespace Weir
