// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/emptytablesdialog.h"

#include "gui/widgets/mnemonic.h"
#include "models/plaintext.h"
#include "ui_emptytablesdialog.h"

#include <QCheckBox>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace Weir {

EmptyTablesDialog::EmptyTablesDialog(const QList<Entity> &entities, QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::EmptyTablesDialog>())
{
    ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const Entity &entity : entities) {
        const Line line{new QCheckBox(shortText(entity.title, 40).replace(u'&', QLatin1String("&&")), this),
                        new QLabel(tr("counting…"), this)};
        line.check->setObjectName(QStringLiteral("empty_") + entity.name);
        line.check->setAccessibleName(tr("Empty the table of %1").arg(entity.title));
        line.count->setObjectName(QStringLiteral("count_") + entity.name);
        line.count->setTextFormat(Qt::PlainText);
        line.count->setWordWrap(true);
        line.count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        const int row = static_cast<int>(m_lines.size());
        ui->tablesLayout->addWidget(line.check, row, 0);
        ui->tablesLayout->addWidget(line.count, row, 1);
        line.check->setChecked(true);
        connect(line.check, &QCheckBox::toggled, this, &EmptyTablesDialog::updateTotal);
        m_lines.append(line);
    }
    m_counts.resize(m_lines.size());
    ui->tablesLayout->setColumnStretch(1, 1);
    QPushButton *empty = ui->buttonBox->button(QDialogButtonBox::Ok);
    empty->setObjectName(QStringLiteral("emptyButton"));
    updateTotal();
}

EmptyTablesDialog::~EmptyTablesDialog() = default;

void EmptyTablesDialog::setCount(int entity, const TableCount &count)
{
    m_counts[entity] = count;
    const Line &line = m_lines.at(entity);
    const bool possible = count.error.isEmpty() && count.rows > 0;
    line.count->setText(count.error.isEmpty() ? tr("Rows: %1").arg(QLocale().toString(count.rows))
                                              : count.error);
    line.check->setEnabled(possible);
    if (!possible)
        line.check->setChecked(false);
    updateTotal();
}

QList<int> EmptyTablesDialog::chosenEntities() const
{
    QList<int> chosen;
    for (int i = 0; i < m_lines.size(); ++i) {
        if (m_lines.at(i).check->isChecked())
            chosen.append(i);
    }
    return chosen;
}

void EmptyTablesDialog::updateTotal()
{
    const QList<int> chosen = chosenEntities();
    const bool areCounted = std::all_of(chosen.cbegin(), chosen.cend(),
                                        [this](int entity) { return m_counts.at(entity).has_value(); });
    qint64 rows = 0;
    for (const int entity : chosen)
        rows += areCounted ? m_counts.at(entity)->rows : 0;
    QPushButton *empty = ui->buttonBox->button(QDialogButtonBox::Ok);
    empty->setEnabled(rows > 0);
    empty->setText(rows > 0 ? tr("&Delete %1 rows").arg(QLocale().toString(rows)) : tr("&Delete rows"));
    empty->setAccessibleName(withoutMnemonic(empty->text()));
}

} // namespace Weir
