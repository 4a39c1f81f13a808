// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace Weir {

/// Filters a ReasonsModel by text, file, rule and column. GUI thread.
class ReasonsFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ReasonsFilterModel(QObject *parent = nullptr);
    void setText(const QString &text); // in column, value, rule or message, case ignored
    void setFile(int file);            // index in the load's files; -1: all
    /// Violations of one kind; empty strings: any.
    void setGroup(const QString &rule, const QString &column);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    QString m_text;
    int m_file = -1;
    QString m_rule;
    QString m_column;
};

} // namespace Weir
