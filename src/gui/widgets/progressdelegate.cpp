// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/progressdelegate.h"

#include "gui/widgets/celllook.h"
#include "models/load/loadprogressmodel.h"

#include <QPainter>

#include <algorithm>

namespace Weir {

ProgressDelegate::ProgressDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QColor ProgressDelegate::stateColour(const QModelIndex &index) const
{
    switch (static_cast<FileState>(index.data(LoadProgressModel::StateRole).toInt())) {
    case FileState::Finished:
        return m_theme.colour(Theme::Colour::Inserted);
    case FileState::Stopped:
    case FileState::Cancelled:
        return m_theme.colour(Theme::Colour::Rejected);
    case FileState::Failed:
        return m_theme.colour(Theme::Colour::Failed);
    case FileState::Waiting:
    case FileState::Loading:
        break;
    }
    return m_theme.colour(Theme::Colour::Accent);
}

void ProgressDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int column = index.column();
    if (column == LoadProgressModel::State)
        setTextColour(option, stateColour(index));
    else if (column >= LoadProgressModel::Inserted)
        colourCount(option, static_cast<Verdict>(column - LoadProgressModel::Inserted), m_theme);
}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    if (index.column() != LoadProgressModel::Progress) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem bare = option;
    QStyledItemDelegate::initStyleOption(&bare, index);
    const QString text = bare.text;
    constexpr int TextWidth = 46;
    constexpr int Thickness = 8;
    constexpr qreal Radius = Thickness / 2.0;
    QRect bar = option.rect.adjusted(6, 0, -TextWidth - 4, 0);
    bar = QRect(bar.left(), bar.center().y() - Thickness / 2, std::max(bar.width(), 0), Thickness);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, m_theme.colour(Theme::Colour::Selection));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.colour(Theme::Colour::Border));
    painter->drawRoundedRect(bar, Radius, Radius);
    const int percent = index.data(LoadProgressModel::PercentRole).toInt();
    if (percent > 0) {
        bar.setWidth(bar.width() * percent / 100);
        painter->setBrush(stateColour(index));
        painter->drawRoundedRect(bar, Radius, Radius);
    }
    painter->setPen(m_theme.colour(Theme::Colour::Text));
    painter->drawText(option.rect.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, text);
    painter->restore();
}

} // namespace Weir
