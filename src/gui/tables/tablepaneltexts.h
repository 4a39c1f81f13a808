// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <utility>

namespace Weir {

class EmptyState;
class TableModel;

/// What a table's panel says of its rows, and in place of them. GUI thread.
class TablePanelTexts
{
    Q_DECLARE_TR_FUNCTIONS(Weir::TablePanel)
public:
    /// `file`: the database's, short enough to be shown.
    TablePanelTexts(const TableModel &model, QString file)
        : m_model(model)
        , m_file(std::move(file))
    {}

    const QString &file() const { return m_file; }
    QString title() const; // "users.db (9)"
    QString count() const;
    /// Why there is nothing to see, and what to do.
    void explain(EmptyState *state, const QString &runShortcut) const;

private:
    const TableModel &m_model;
    const QString m_file;
};

} // namespace Weir
