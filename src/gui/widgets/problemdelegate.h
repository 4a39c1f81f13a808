// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <functional>

class QLineEdit;

namespace Weir {

class Theme;

/// Marks cells that break a rule: those whose `role` says why. With a checker, editors mark what is typed.
class ProblemDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// What is wrong with a text in a cell; empty: nothing.
    using Checker = std::function<QString(const QModelIndex &index, const QString &text)>;

    ProblemDelegate(const Theme &theme, int role, QObject *parent, Checker checker = {});

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

Q_SIGNALS:
    void typed(const QString &problem) const; // of the cell being edited; empty: none

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

    const Theme &theme() const { return m_theme; }

private:
    void mark(QLineEdit *editor, const QModelIndex &index, const QString &text) const;

    const Theme &m_theme;
    const int m_role;
    const Checker m_checker;
};

} // namespace Weir
