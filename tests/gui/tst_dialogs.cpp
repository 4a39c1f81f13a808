// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runsettingsdialog.h"
#include "gui/services/sqliteadvice.h"
#include "gui/window/aboutdialog.h"
#include "gui/window/guidedialog.h"
#include "gui/window/settingsdialog.h"
#include "gui/window/shortcutsdialog.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace Weir;

class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void runSettingsAreOneUndoStep();
    void runSettingsUnchangedAreNone();
    void settingsTakeEffectAtOnce();
    void languageSwitchesLive();
    void shortcutsSheetNamesEveryAction();
    void aboutNamesVersions();
    void guideIsBuiltIn();

private:
    template<typename Dialog>
    Dialog *open(const char *action) const
    {
        m_fixture->trigger(action);
        return m_fixture->window->findChild<Dialog *>();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestDialogs::init()
{
    failOnWarnings();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->show());
}

void TestDialogs::cleanup()
{
    m_fixture.reset();
}

void TestDialogs::runSettingsAreOneUndoStep()
{
    auto *dialog = open<RunSettingsDialog>("actionRunSettings");
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QSpinBox *>(QStringLiteral("threadsSpin"))->setValue(4);
    dialog->findChild<QSpinBox *>(QStringLiteral("attemptsSpin"))->setValue(9);
    auto *journal = dialog->findChild<QComboBox *>(QStringLiteral("journalMode_orders"));
    journal->setCurrentIndex(journal->findText(QStringLiteral("DELETE")));
    auto *synchronous = dialog->findChild<QComboBox *>(QStringLiteral("synchronous_users"));
    synchronous->setCurrentIndex(synchronous->findText(QStringLiteral("OFF")));
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("durabilityHint"))
                ->text()
                .contains(QStringLiteral("lost")));
    dialog->findChild<QSpinBox *>(QStringLiteral("busyTimeout_products"))->setValue(1234);
    dialog->accept();
    const Project project = m_fixture->project();
    QCOMPARE(project.run.threads, 4);
    QCOMPARE(project.run.maxAttempts, 9);
    QCOMPARE(project.databases.at(2).sqlite().journalMode, JournalMode::Delete);
    QCOMPARE(project.databases.at(0).sqlite().synchronous, Synchronous::Off);
    QCOMPARE(project.databases.at(1).patience.count(), 1234);
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
    m_fixture->trigger("actionUndo");
    QVERIFY(!m_fixture->window->isWindowModified());
}

void TestDialogs::runSettingsUnchangedAreNone()
{
    open<RunSettingsDialog>("actionRunSettings")->accept();
    QVERIFY(!m_fixture->window->isWindowModified());
    QVERIFY(!m_fixture->action("actionUndo")->isEnabled());
}

void TestDialogs::settingsTakeEffectAtOnce()
{
    auto *dialog = open<SettingsDialog>("actionSettings");
    QVERIFY(dialog && dialog->isVisible());
    auto *theme = dialog->findChild<QComboBox *>(QStringLiteral("themeCombo"));
    theme->setCurrentIndex(theme->findData(int(Theme::Mode::Dark)));
    dialog->findChild<QCheckBox *>(QStringLiteral("replayCheck"))->setChecked(true);
    dialog->findChild<QCheckBox *>(QStringLiteral("confirmQuitCheck"))->setChecked(false);
    dialog->accept();
    QVERIFY(m_fixture->theme.isDark());
    QVERIFY(m_fixture->action("actionDark")->isChecked());
    QVERIFY(m_fixture->action("actionReplay")->isChecked());
    QCOMPARE(m_fixture->settings.themeMode(), Theme::Mode::Dark);
    QVERIFY(!m_fixture->settings.confirmsQuitDuringRun());
}

void TestDialogs::languageSwitchesLive()
{
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
    auto *dialog = open<SettingsDialog>("actionSettings");
    auto *language = dialog->findChild<QComboBox *>(QStringLiteral("languageCombo"));
    QCOMPARE(language->count(), 4);
    language->setCurrentIndex(language->findData(QStringLiteral("de")));
    dialog->accept();
    QCOMPARE(m_fixture->settings.language(), QStringLiteral("de"));
    QCOMPARE(m_fixture->translator.language(), QStringLiteral("de"));
    QTRY_COMPARE(QLocale().language(), QLocale::German);
    // What the user sees stays as it was, in whatever words.
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
    QCOMPARE(m_fixture->logView()->model()->rowCount(), 31);
    m_fixture->translator.setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(m_fixture->action("actionRun")->text(), QStringLiteral("&Run Insertion"));
}

void TestDialogs::shortcutsSheetNamesEveryAction()
{
    auto *dialog = open<ShortcutsDialog>("actionShortcuts");
    QVERIFY(dialog && dialog->isVisible());
    auto *tree = dialog->findChild<QTreeWidget *>();
    const auto actions = m_fixture->window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        const QString text = action->text().remove(u'&');
        QVERIFY2(!tree->findItems(text, Qt::MatchFixedString | Qt::MatchRecursive).isEmpty(),
                 qPrintable(text));
    }
    dialog->findChild<QLineEdit *>(QStringLiteral("filterEdit"))->setText(QStringLiteral("no such thing"));
    for (int i = 0; i < tree->topLevelItemCount(); ++i)
        QVERIFY(tree->topLevelItem(i)->isHidden());
}

void TestDialogs::aboutNamesVersions()
{
    auto *dialog = open<AboutDialog>("actionAbout");
    QVERIFY(dialog && dialog->isVisible());
    QString text;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        text += label->text() + u'\n';
    QVERIFY(text.contains(QString::fromLatin1(qVersion())));
    QVERIFY(text.contains(sqliteVersion()));
    QVERIFY(text.contains(m_fixture->dataDirectory()));
}

void TestDialogs::guideIsBuiltIn()
{
    auto *dialog = open<GuideDialog>("actionGuide");
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->findChild<QTextBrowser *>()->toPlainText().contains(QStringLiteral("Run Insertion")));
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
