// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for the window, and for the models below it.
#pragma once

#include "core.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QEvent>
#include <QFutureWatcher>
#include <QPointer>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QTimer>
#include <QUndoStack>
#include <QtConcurrentRun>

#ifdef QT_WIDGETS_LIB
#    include <QAction>
#    include <QApplication>
#    include <QComboBox>
#    include <QDialog>
#    include <QGridLayout>
#    include <QHeaderView>
#    include <QLabel>
#    include <QLineEdit>
#    include <QMainWindow>
#    include <QMenu>
#    include <QMessageBox>
#    include <QPainter>
#    include <QPushButton>
#    include <QSettings>
#    include <QSpinBox>
#    include <QStyledItemDelegate>
#    include <QTableView>
#    include <QToolButton>
#    include <QVBoxLayout>
#    include <QWidget>
#endif
