// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace Weir {

namespace Ui {
class AboutDialog;
}
class Theme;

/// Versions, licence, and what is to be known about the SQLite in use. Open it with open().
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    AboutDialog(const Theme &theme, const QString &dataDirectory, QWidget *parent = nullptr);
    ~AboutDialog() override;

private:
    std::unique_ptr<Ui::AboutDialog> ui;
};

} // namespace Weir
