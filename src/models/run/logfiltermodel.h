// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace Weir {

/// Filters a LogModel by text, entity and outcome. Runs' headings stay, unless the text is not in them; notes
/// belong to no entity and no outcome. GUI thread.
class LogFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LogFilterModel(QObject *parent = nullptr);
    void setText(const QString &text);               // in any column, case ignored
    void setEntity(const QString &entity);           // empty: all
    void setVerdict(std::optional<Verdict> verdict); // nullopt: all

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    QString m_text;
    QString m_entity;
    std::optional<Verdict> m_verdict;
};

} // namespace Weir
