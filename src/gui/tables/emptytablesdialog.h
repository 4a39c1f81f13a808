// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"

#include <QDialog>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;

namespace Weir {

namespace Ui {
class EmptyTablesDialog;
}

/// Rows in one table, or why they cannot be counted.
struct TableCount
{
    qint64 rows = 0;
    QString error;
};

/// Asks which tables to empty and says how many rows go. Open it with open(); counts come in later.
class EmptyTablesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit EmptyTablesDialog(const QList<Entity> &entities, QWidget *parent = nullptr);
    ~EmptyTablesDialog() override;

    void setCount(int entity, const TableCount &count);
    QList<int> chosenEntities() const;

private:
    struct Line
    {
        QCheckBox *check;
        QLabel *count;
    };

    void updateTotal();

    std::unique_ptr<Ui::EmptyTablesDialog> ui;
    QList<Line> m_lines;
    QList<std::optional<TableCount>> m_counts; // by entity
};

} // namespace Weir
