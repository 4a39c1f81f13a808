// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/guidedialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace Weir {

GuideDialog::GuideDialog(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("guideDialog"));
    setWindowTitle(tr("User guide"));
    resize(760, 720);
    auto *browser = new QTextBrowser(this);
    browser->setAccessibleName(tr("User guide"));
    browser->setOpenExternalLinks(true);
    browser->document()->setDocumentMargin(16);
    // Our own text, compiled in: the one place where formatted text is meant.
    QFile file(QStringLiteral(":/weir/docs/user-guide.md"));
    if (file.open(QIODevice::ReadOnly))
        browser->setMarkdown(QString::fromUtf8(file.readAll()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(browser);
    layout->addWidget(buttons);
}

} // namespace Weir
