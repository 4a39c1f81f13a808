// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tableworkspace.h"

#include "engine/run/runcontroller.h"
#include "gui/tables/tablepanel.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/icons.h"
#include "models/plaintext.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace Weir {

TableWorkspace::TableWorkspace(const Theme &theme, RunController &controller, QWidget *parent)
    : QStackedWidget(parent)
    , m_theme(theme)
    , m_controller(controller)
    , m_tabs(new QTabWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_instead(new EmptyState(this))
{
    m_tabs->setObjectName(QStringLiteral("tableTabs"));
    m_tabs->setDocumentMode(false);
    m_tabs->setIconSize(QSize(16, 16));
    m_splitter->setObjectName(QStringLiteral("tableSplitter"));
    m_splitter->setChildrenCollapsible(false);
    addWidget(m_tabs);
    m_instead->setObjectName(QStringLiteral("withheldState"));
    m_instead->setTheme(theme);
    addWidget(m_splitter);
    addWidget(m_instead);
    connect(m_instead, &EmptyState::buttonClicked, this, &TableWorkspace::withheldAllowRequested);
    connect(&controller, &RunController::backendsChanged, this, &TableWorkspace::useBackends);
    retranslate();
}

void TableWorkspace::setProject(const Project &project)
{
    for (TablePanel *panel : std::as_const(m_panels)) {
        QWidget *frame = panel->parentWidget();
        delete panel;
        if (m_sideBySide)
            delete frame;
    }
    m_panels.clear();
    for (const DatabaseProfile &profile : project.databases) {
        QList<Entity> entities;
        std::copy_if(project.entities.cbegin(), project.entities.cend(), std::back_inserter(entities),
                     [&profile](const Entity &entity) { return entity.database == profile.name; });
        addPanel(profile, entities);
    }
    arrange();
    useBackends();
}

void TableWorkspace::addPanel(const DatabaseProfile &profile, const QList<Entity> &entities)
{
    auto *panel = new TablePanel(m_theme, profile, entities);
    panel->setObjectName(QStringLiteral("tablePanel_") + profile.name);
    panel->setRunShortcut(m_runShortcut);
    connect(panel, &TablePanel::titleChanged, this, [this, panel] { updateTitle(panel); });
    connect(panel, &TablePanel::runRequested, this, &TableWorkspace::runRequested);
    connect(panel, &TablePanel::emptyTablesRequested, this, &TableWorkspace::emptyTablesRequested);
    m_panels.append(panel);
}

TablePanel *TableWorkspace::currentPanel() const
{
    for (TablePanel *panel : m_panels) {
        if (m_sideBySide ? panel->isAncestorOf(window()->focusWidget()) : m_tabs->currentWidget() == panel)
            return panel;
    }
    return m_panels.value(0);
}

void TableWorkspace::setCurrentPanel(int index)
{
    TablePanel *panel = m_panels.value(index);
    if (!panel)
        return;
    if (!m_sideBySide)
        m_tabs->setCurrentWidget(panel);
    panel->focusGrid();
}

void TableWorkspace::step(int step)
{
    const auto count = static_cast<int>(m_panels.size());
    if (count == 0)
        return;
    const auto current = static_cast<int>(m_panels.indexOf(currentPanel()));
    setCurrentPanel((current + step + count) % count);
}

void TableWorkspace::setSideBySide(bool sideBySide)
{
    if (m_sideBySide == sideBySide)
        return;
    m_sideBySide = sideBySide;
    arrange();
}

// Side by side, a title stands where the tab was.
void TableWorkspace::arrange()
{
    TablePanel *shown = qobject_cast<TablePanel *>(m_tabs->currentWidget());
    for (TablePanel *panel : std::as_const(m_panels)) {
        panel->setCompact(m_sideBySide); // first, or the window would grow
        if (m_sideBySide) {
            auto *frame = new QFrame(m_splitter);
            frame->setObjectName(QStringLiteral("card"));
            auto *title = new QLabel(frame);
            title->setObjectName(QStringLiteral("tableTitle"));
            title->setProperty("role", QStringLiteral("title"));
            title->setTextFormat(Qt::PlainText);
            title->setContentsMargins(10, 7, 10, 3);
            auto *layout = new QVBoxLayout(frame);
            layout->setContentsMargins(1, 1, 1, 1);
            layout->setSpacing(0);
            layout->addWidget(title);
            layout->addWidget(panel, 1);
            m_splitter->addWidget(frame);
            panel->show();
        } else {
            QWidget *frame = panel->parentWidget();
            m_tabs->addTab(panel, themedIcon(m_theme, QStringLiteral("database"), Theme::Colour::Muted),
                           QString());
            if (frame && frame->objectName() == QLatin1String("card"))
                delete frame;
        }
        updateTitle(panel);
    }
    showPage();
    if (shown && m_panels.contains(shown))
        m_tabs->setCurrentWidget(shown);
}

void TableWorkspace::showPage()
{
    m_instead->setContent(QStringLiteral("warning"), tr("The tables are not opened"), m_withheld,
                          tr("&Allow…"));
    QWidget *tables = m_sideBySide ? static_cast<QWidget *>(m_splitter) : m_tabs;
    setCurrentWidget(m_withheld.isEmpty() ? tables : m_instead);
}

void TableWorkspace::setWithheld(const QString &sentence)
{
    m_withheld = sentence;
    showPage();
    useBackends();
}

void TableWorkspace::updateTitle(TablePanel *panel)
{
    const QString title = panel->title();
    const int tab = m_tabs->indexOf(panel);
    if (tab >= 0) {
        m_tabs->setTabText(tab, QString(title).replace(u'&', QLatin1String("&&")));
        m_tabs->setTabToolTip(tab, plainToolTip(tr("Rows in %1").arg(panel->title())));
    } else if (auto *label = panel->parentWidget()
                   ? panel->parentWidget()->findChild<QLabel *>(QStringLiteral("tableTitle"))
                   : nullptr) {
        label->setText(title);
    }
}

void TableWorkspace::setRunShortcut(const QString &shortcut)
{
    m_runShortcut = shortcut;
    for (TablePanel *panel : std::as_const(m_panels))
        panel->setRunShortcut(shortcut);
}

void TableWorkspace::showReports(const std::vector<TaskReport> &reports, const Project &project)
{
    std::map<int, QList<qint64>> keys; // by entity, in commit order
    for (const TaskReport &report : reports) {
        for (const Outcome &outcome : report.outcomes) {
            if (const auto key = outcome.key.number()) // of a row that was written
                keys[outcome.entity].append(*key);
        }
    }
    for (const auto &[index, inserted] : keys) {
        if (index < 0 || index >= project.entities.size())
            continue;
        const Entity &entity = project.entities.at(index);
        for (TablePanel *panel : std::as_const(m_panels)) {
            if (panel->database() == entity.database)
                panel->addCommitted(entity.name, inserted);
        }
    }
}

void TableWorkspace::beginRun()
{
    for (TablePanel *panel : std::as_const(m_panels))
        panel->beginRun();
}

void TableWorkspace::refreshAll()
{
    for (TablePanel *panel : std::as_const(m_panels))
        panel->refresh();
}

void TableWorkspace::followShown(const QString &database)
{
    for (TablePanel *panel : std::as_const(m_panels)) {
        if (panel->database() == database && panel->isVisible())
            panel->follow();
    }
}

void TableWorkspace::useBackends()
{
    if (!m_withheld.isEmpty())
        return;
    for (TablePanel *panel : std::as_const(m_panels)) {
        if (const auto backend = m_controller.backend(panel->database()))
            panel->setBackend(backend);
    }
}

void TableWorkspace::retranslate()
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_tabs, m_tabs->tabBar(), m_splitter})
        widget->setAccessibleName(tr("Tables"));
    showPage();
}

void TableWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (TablePanel *panel : std::as_const(m_panels))
            updateTitle(panel);
    }
    QStackedWidget::changeEvent(event);
}

} // namespace Weir
