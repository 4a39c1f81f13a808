// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tablepaneltexts.h"

#include "gui/widgets/emptystate.h"
#include "models/table/tablemodel.h"

#include <QLocale>

namespace Weir {

QString TablePanelTexts::title() const
{
    const QString count = QLocale().toString(m_model.totalRows());
    if (!m_model.view().filter.isEmpty())
        return tr("%1 (%2 found)", "file name and number of rows that match the filter").arg(m_file, count);
    switch (m_model.countState()) {
    case TableModel::CountState::Unknown:
        return m_file;
    case TableModel::CountState::Estimated:
        return tr("%1 (≈%2)", "file name and estimated number of rows").arg(m_file, count);
    case TableModel::CountState::Exact:
        break;
    }
    return tr("%1 (%2)", "file name and number of rows").arg(m_file, count);
}

QString TablePanelTexts::count() const
{
    const QString rows = QLocale().toString(m_model.totalRows());
    switch (m_model.countState()) {
    case TableModel::CountState::Unknown:
        break;
    case TableModel::CountState::Estimated:
        return tr("≈ %1 rows").arg(rows);
    case TableModel::CountState::Exact:
        return m_model.view().filter.isEmpty() ? tr("Rows: %1").arg(rows)
                                               : tr("Rows that match: %1").arg(rows);
    }
    return {};
}

void TablePanelTexts::explain(EmptyState *state, const QString &runShortcut) const
{
    if (!m_model.lastError().isEmpty()) {
        state->setContent(QStringLiteral("error"), tr("%1 cannot be read").arg(m_file), m_model.lastError(),
                          tr("Try &again"));
    } else if (!m_model.view().filter.isEmpty()) {
        state->setContent(QStringLiteral("search"), tr("No row contains “%1”").arg(m_model.view().filter),
                          tr("Change the filter, or clear it to see all rows."), tr("&Clear filter"));
    } else {
        state->setContent(
            QStringLiteral("table"), tr("No rows yet"),
            tr("Press Run Insertion (%1): the rows appear here as they are committed.").arg(runShortcut),
            tr("Run &Insertion"));
    }
}

} // namespace Weir
