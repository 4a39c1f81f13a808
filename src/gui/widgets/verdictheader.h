// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace Weir {

class Theme;

/// Row numbers of the test data, coloured by what the last run made of the row. The sign beside the number
/// is the model's.
class VerdictHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit VerdictHeader(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    const Theme &m_theme;
};

} // namespace Weir
