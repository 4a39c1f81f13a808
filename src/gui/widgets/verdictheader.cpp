// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/verdictheader.h"

#include "gui/widgets/theme.h"
#include "models/project/testdatamodel.h"

#include <QPainter>

namespace Weir {

VerdictHeader::VerdictHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(Fixed);
    setDefaultSectionSize(fontMetrics().height() + 9);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void VerdictHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const int verdict = model()->headerData(logicalIndex, Qt::Vertical, TestDataModel::VerdictRole).toInt();
    const QString text = model()->headerData(logicalIndex, Qt::Vertical, Qt::DisplayRole).toString();
    painter->save();
    painter->fillRect(rect, m_theme.colour(Theme::Colour::Raised));
    painter->setPen(m_theme.colour(Theme::Colour::Border));
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->setPen(verdict < 0 ? m_theme.colour(Theme::Colour::Muted)
                                : m_theme.verdictColour(static_cast<Verdict>(verdict)));
    const auto space = text.indexOf(u' ');
    const QRect inner = rect.adjusted(8, 0, -8, 0);
    painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, text.left(space < 0 ? text.size() : space));
    if (space > 0)
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignRight, text.mid(space + 1));
    painter->restore();
}

// Wide enough for number and sign, so that the grid does not jump when a run begins.
QSize VerdictHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QSize size = QHeaderView::sectionSizeFromContents(logicalIndex);
    const int rows = model() ? model()->rowCount() : 0;
    const QString widest = QString::number(std::max(rows, 10)) + QStringLiteral("  ✓");
    return {fontMetrics().horizontalAdvance(widest) + 18, size.height()};
}

} // namespace Weir
