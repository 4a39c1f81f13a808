// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QLineEdit;

namespace Weir {

class Theme;

/// Cells of the test data: those that break a rule are tinted and underlined, also while they are typed.
class TestDataDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TestDataDelegate(const Theme &theme, QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

Q_SIGNALS:
    /// What the text being typed breaks; empty: nothing.
    void typed(const QString &message) const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void mark(QLineEdit *editor, const QModelIndex &index, const QString &text) const;

    const Theme &m_theme;
};

} // namespace Weir
