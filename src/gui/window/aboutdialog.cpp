// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/aboutdialog.h"

#include "gui/services/sqliteadvice.h"
#include "gui/widgets/icons.h"
#include "ui_aboutdialog.h"

#include <QCoreApplication>
#include <QDir>

namespace Weir {

AboutDialog::AboutDialog(const Theme &theme, const QString &dataDirectory, QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::AboutDialog>())
{
    ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const QIcon icon(QStringLiteral(":/weir/icons/weir.svg"));
    ui->iconLabel->setPixmap(icon.pixmap(QSize(72, 72), devicePixelRatioF()));
    ui->nameLabel->setText(QStringLiteral("Weir ") + QCoreApplication::applicationVersion());
    ui->versionsLabel->setText(tr("Qt %1, SQLite %2").arg(QString::fromLatin1(qVersion()), sqliteVersion()));
    ui->dataLabel->setText(tr("Databases are in %1").arg(QDir::toNativeSeparators(dataDirectory)));
    const QString advice = sqliteAdvice();
    const QIcon warning = themedIcon(theme, QStringLiteral("warning"), Theme::Colour::Rejected);
    ui->adviceIcon->setPixmap(warning.pixmap(QSize(20, 20), devicePixelRatioF()));
    ui->adviceLabel->setText(advice);
    ui->adviceBox->setVisible(!advice.isEmpty());
}

AboutDialog::~AboutDialog() = default;

} // namespace Weir
