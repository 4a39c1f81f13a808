// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/loadpaneltexts.h"

#include "gui/load/loadpresenter.h"
#include "models/load/loadwording.h"
#include "models/wording.h"

#include <QLocale>

#include <algorithm>

namespace Weir {

QString LoadPanelTexts::title() const
{
    switch (m_presenter.state()) {
    case LoadPresenter::State::Waiting:
        return fileStateText(FileState::Waiting);
    case LoadPresenter::State::Loading:
        return fileStateText(FileState::Loading);
    case LoadPresenter::State::Paused:
        return tr("Paused");
    case LoadPresenter::State::Stopping:
        return tr("Stopping…");
    case LoadPresenter::State::Undoing:
        return tr("Removing rows");
    case LoadPresenter::State::Idle:
        break;
    }
    const std::optional<LoadResult> &result = m_presenter.result();
    if (!result)
        return tr("Not loaded");
    const auto has = [&](FileState state) {
        return std::any_of(result->files.cbegin(), result->files.cend(),
                           [state](const FileResult &file) { return file.state == state; });
    };
    if (has(FileState::Failed))
        return fileStateText(FileState::Failed);
    if (result->cancelled || has(FileState::Cancelled))
        return fileStateText(FileState::Cancelled);
    return has(FileState::Stopped) ? fileStateText(FileState::Stopped) : tr("Loaded");
}

QString LoadPanelTexts::figures(qint64 memory) const
{
    const std::optional<UndoProgress> &undo = m_presenter.undoProgress();
    if (m_presenter.state() == LoadPresenter::State::Waiting)
        return tr("Other work on the databases has to end first.");
    if (!undo)
        return loadFigures(memory);
    const QLocale locale;
    const qint64 all = undo->load.load.counts.written();
    return fileNameText(undo->load.load.file) + QStringLiteral(" · ")
        + tr("%1 of %2 rows looked at", nullptr, pluralOf(all))
              .arg(locale.toString(undo->rows), locale.toString(all));
}

QString LoadPanelTexts::loadFigures(qint64 memory) const
{
    const LoadProgressModel::Total total = m_presenter.progressModel().total();
    const Counts &counts = total.counts;
    const QLocale locale;
    QStringList parts{
        tr("%1 rows", nullptr, pluralOf(counts.read())).arg(locale.toString(counts.read())),
        tr("%1 inserted").arg(locale.toString(counts.inserted)),
        tr("%1 rejected").arg(locale.toString(counts.rejected)),
    };
    if (counts.updated > 0)
        parts.append(tr("%1 updated").arg(locale.toString(counts.updated)));
    if (counts.failed > 0)
        parts.append(tr("%1 failed").arg(locale.toString(counts.failed)));
    parts.append(tr("%1 rows/s").arg(countText(total.rowsPerSecond)));
    parts.append(throughputText(total.bytesPerSecond));
    if (m_presenter.isActive())
        parts.append(tr("%1 left").arg(remainingText(total.secondsLeft)));
    else if (m_presenter.result())
        parts.append(durationText(m_presenter.result()->elapsedNs));
    if (memory > 0)
        parts.append(tr("memory %1").arg(sizeText(memory)));
    return parts.join(QStringLiteral(" · "));
}

QString LoadPanelTexts::cancelHint() const
{
    if (m_presenter.state() == LoadPresenter::State::Waiting)
        return tr("Do not begin");
    if (m_presenter.undoProgress())
        return tr("Stop after the batch under way; what is removed stays so, and undoing again goes on");
    if (isAllOrNothing())
        return tr("Stop; in a database that is not done with all its files, nothing of the load stays");
    return tr("Stop after the batches under way; what is loaded stays, and the load can be resumed");
}

QString LoadPanelTexts::mendHint() const
{
    return isAllOrNothing() ? tr("All or nothing: mend the file itself and load it again, so that all of its "
                                 "lines get in together")
                            : tr("Mend the rejected lines and load only these");
}

bool LoadPanelTexts::isAllOrNothing() const
{
    return m_presenter.plan().settings.policy == LoadSettings::Policy::AllOrNothing;
}

} // namespace Weir
