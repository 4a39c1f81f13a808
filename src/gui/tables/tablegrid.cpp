// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tablegrid.h"

#include "gui/widgets/tableheader.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace Weir {

namespace {

constexpr int WidestColumn = 320;
constexpr int NarrowestColumn = 11; // characters
constexpr int SampledRows = 50;

} // namespace

TableGrid::TableGrid(QWidget *parent)
    : QTableView(parent)
{
    setHorizontalHeader(new TableHeader(this));
    setVerticalScrollMode(ScrollPerItem);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setResizeContentsPrecision(SampledRows);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TableGrid::followNativeBar);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &TableGrid::updateBar);
}

void TableGrid::setTable(TableModel *model, QScrollBar *bar)
{
    m_model = model;
    m_bar = bar;
    setModel(model);
    connect(model, &TableModel::countChanged, this, &TableGrid::updateBar);
    connect(model, &TableModel::countChanged, this, &TableGrid::fitRowNumbers);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (!m_following) // another filter or order: it is read from its beginning
            scrollToTop();
    });
    connect(model, &TableModel::windowMoved, this, &TableGrid::updateBar);
    connect(bar, &QScrollBar::valueChanged, this, [this](int value) { showFrom(value); });
    for (QScrollBar *mine : {bar, verticalScrollBar()})
        connect(mine, &QScrollBar::actionTriggered, this, [this] { m_following = false; });
    connect(model, &TableModel::countChanged, this, [this] {
        if (m_following && m_model->view().byKey())
            showEnd();
    });
    updateBar();
    fitRowNumbers();
}

void TableGrid::fitColumns()
{
    if (m_columnsFitted || m_model->rowCount() == 0)
        return;
    m_columnsFitted = true;
    resizeColumnsToContents();
    QHeaderView *header = horizontalHeader();
    // The first rows stand for all: keys and numbers further down are longer.
    const int narrowest = fontMetrics().horizontalAdvance(QString(NarrowestColumn, u'0'));
    for (int column = 0; column < m_model->columnCount(); ++column)
        header->resizeSection(column, std::clamp(header->sectionSize(column) + 16, narrowest, WidestColumn));
}

void TableGrid::forgetColumnWidths()
{
    m_columnsFitted = false;
}

void TableGrid::fitRowNumbers()
{
    constexpr int Margins = 20;
    const int digits = std::max(4, static_cast<int>(QString::number(m_model->totalRows()).size()));
    verticalHeader()->setMinimumWidth(fontMetrics().horizontalAdvance(QString(digits, u'0')) + Margins);
}

int TableGrid::visibleRows() const
{
    return std::max(1, verticalScrollBar()->pageStep());
}

void TableGrid::showFrom(qint64 top)
{
    const qint64 inWindow = top - m_model->windowStart();
    if (inWindow < 0 || inWindow + visibleRows() > m_model->rowCount())
        slideTo(top);
    else
        verticalScrollBar()->setValue(static_cast<int>(inWindow));
}

// setCurrentIndex() would extend the selection while Ctrl is held, as in Ctrl+End.
void TableGrid::makeCurrent(int row)
{
    selectionModel()->setCurrentIndex(m_model->index(row, std::max(0, currentIndex().column())),
                                      QItemSelectionModel::ClearAndSelect);
}

void TableGrid::goToStart()
{
    m_model->setWindowStart(0);
    makeCurrent(0);
    scrollToTop();
}

void TableGrid::goToEnd()
{
    m_model->setWindowStart(m_model->totalRows());
    makeCurrent(m_model->rowCount() - 1);
    scrollToBottom();
}

void TableGrid::setFollowing(bool following)
{
    m_following = following;
}

void TableGrid::showEnd()
{
    m_model->setWindowStart(m_model->totalRows());
    scrollToBottom();
}

void TableGrid::mousePressEvent(QMouseEvent *event)
{
    m_following = false;
    QTableView::mousePressEvent(event);
}

void TableGrid::wheelEvent(QWheelEvent *event)
{
    m_following = false;
    QTableView::wheelEvent(event);
}

void TableGrid::keyPressEvent(QKeyEvent *event)
{
    m_following = false;
    const bool plain = (event->modifiers() & ~(Qt::ControlModifier | Qt::KeypadModifier)) == 0;
    if (plain && event->key() == Qt::Key_End)
        goToEnd();
    else if (plain && event->key() == Qt::Key_Home)
        goToStart();
    else
        QTableView::keyPressEvent(event);
}

// Arrow and page keys at the window's edge: the window slides first, so that there is a row to go to.
QModelIndex TableGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int row = currentIndex().row();
    const bool down = action == MoveDown || action == MovePageDown;
    const bool up = action == MoveUp || action == MovePageUp;
    if (m_model && (down || up) && row >= 0) {
        const int reach = visibleRows() + 1;
        const bool atEnd = down && row + reach >= m_model->rowCount()
            && m_model->windowStart() + m_model->rowCount() < m_model->totalRows();
        const bool atStart = up && row - reach < 0 && m_model->windowStart() > 0;
        if (atEnd || atStart)
            slideTo(m_model->windowStart() + verticalScrollBar()->value());
    }
    return QTableView::moveCursor(action, modifiers);
}

void TableGrid::updateBar()
{
    if (!m_model || m_sliding)
        return;
    const bool windowed = m_model->totalRows() > TableModel::WindowRows;
    m_bar->setVisible(windowed);
    setVerticalScrollBarPolicy(windowed ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    if (!windowed)
        return;
    constexpr qint64 Longest = std::numeric_limits<int>::max();
    const QSignalBlocker block(m_bar);
    m_bar->setPageStep(visibleRows());
    m_bar->setRange(0, static_cast<int>(std::min(m_model->totalRows() - visibleRows(), Longest)));
    m_bar->setValue(static_cast<int>(m_model->windowStart()) + verticalScrollBar()->value());
}

// Wheel and keys move the native bar: the window slides before its edge is reached.
void TableGrid::followNativeBar()
{
    if (!m_model || m_sliding)
        return;
    constexpr int Margin = 1000;
    const int value = verticalScrollBar()->value();
    const qint64 start = m_model->windowStart();
    const bool nearTop = value < Margin && start > 0;
    const bool nearEnd = value + visibleRows() > m_model->rowCount() - Margin
        && start + m_model->rowCount() < m_model->totalRows();
    if (nearTop || nearEnd)
        slideTo(start + value);
    else
        updateBar();
}

void TableGrid::slideTo(qint64 top)
{
    m_sliding = true; // the native bar's value changes in between
    m_model->setWindowStart(top - TableModel::WindowRows / 2);
    verticalScrollBar()->setValue(static_cast<int>(top - m_model->windowStart()));
    m_sliding = false;
    updateBar();
}

} // namespace Weir
