// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/strategytexts.h"

#include <QComboBox>
#include <QCoreApplication>

namespace Weir {

QString strategyTitle(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Contend:
        return QCoreApplication::translate("Weir::Strategy", "Contend");
    case Strategy::Queue:
        return QCoreApplication::translate("Weir::Strategy", "Queue");
    case Strategy::GroupCommit:
        return QCoreApplication::translate("Weir::Strategy", "Group commit");
    }
    return {};
}

QString strategyExplanation(Strategy strategy)
{
    switch (strategy) {
    case Strategy::Contend:
        return QCoreApplication::translate("Weir::Strategy",
                                           "Every task begins its own transaction; the database's lock "
                                           "decides, and the others sleep and try again.");
    case Strategy::Queue:
        return QCoreApplication::translate(
            "Weir::Strategy",
            "The tasks of a database take turns, in the order they came, with a transaction each.");
    case Strategy::GroupCommit:
        return QCoreApplication::translate("Weir::Strategy",
                                           "Tasks that arrive while a commit is under way share the next "
                                           "one; none is acknowledged before it.");
    }
    return {};
}

void fillStrategies(QComboBox *box)
{
    const Strategy strategies[] = {Strategy::GroupCommit, Strategy::Queue, Strategy::Contend};
    const bool empty = box->count() == 0;
    for (int i = 0; i < 3; ++i) {
        if (empty)
            box->addItem(QString(), static_cast<int>(strategies[i]));
        box->setItemText(i, strategyTitle(strategies[i]));
        box->setItemData(i, strategyExplanation(strategies[i]), Qt::ToolTipRole);
    }
}

} // namespace Weir
