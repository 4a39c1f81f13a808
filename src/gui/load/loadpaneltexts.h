// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Weir {

class LoadPresenter;

/// What the loading panel says of the load, or its undoing, that is under way or was the last. GUI thread.
class LoadPanelTexts
{
    Q_DECLARE_TR_FUNCTIONS(Weir::LoadPanel)
public:
    explicit LoadPanelTexts(const LoadPresenter &presenter)
        : m_presenter(presenter)
    {}

    QString title() const;
    /// `memory`: bytes; 0: not known.
    QString figures(qint64 memory) const;
    QString cancelHint() const;
    QString mendHint() const;
    bool isAllOrNothing() const;

private:
    QString loadFigures(qint64 memory) const;

    const LoadPresenter &m_presenter;
};

} // namespace Weir
