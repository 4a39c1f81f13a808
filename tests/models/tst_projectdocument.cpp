// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "models/project/projectdocument.h"
#include "models/project/testdatamodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;

class TestProjectDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void beginsWithTheSample();
    void savedAndUsed();
    void editsWhileSavingStayModified();
    void severalEditsInOneStep();
    void editsAreUndoSteps();
    void editsThatChangeNothingAreNone();
    void movesRows_data();
    void movesRows();
    void randomEditsUndoAndRedo_data();
    void randomEditsUndoAndRedo();

private:
    const QString m_users = QStringLiteral("users");
    QTemporaryDir m_directory;
};

void TestProjectDocument::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestProjectDocument::beginsWithTheSample()
{
    ProjectDocument document;
    QCOMPARE(document.project(), ProjectFile::sample());
    QVERIFY(!document.isModified());
    QVERIFY(document.path().isEmpty());
    QCOMPARE(document.displayName(), document.project().name);
}

void TestProjectDocument::savedAndUsed()
{
    const QString path = QStringLiteral("/somewhere/mine.weir");
    ProjectDocument document;
    QSignalSpy paths(&document, &ProjectDocument::pathChanged);
    QSignalSpy modified(&document, &ProjectDocument::modifiedChanged);
    document.setCell(m_users, 0, 1, QStringLiteral("Zoë"));
    QVERIFY(document.isModified());
    document.setSaved(path, document.revision());
    QVERIFY(!document.isModified());
    QCOMPARE(document.path(), path);
    QCOMPARE(document.displayName(), QStringLiteral("mine.weir"));
    QCOMPARE(paths.count(), 1);
    QCOMPARE(modified.count(), 2);

    document.undoStack()->undo();
    QVERIFY(document.isModified());
    document.undoStack()->redo();
    QVERIFY(!document.isModified());

    ProjectDocument other;
    QSignalSpy reset(&other, &ProjectDocument::reset);
    other.use(document.project(), path);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(other.project(), document.project());
    QCOMPARE(other.path(), path);
    QVERIFY(!other.isModified());
    other.newSample();
    QCOMPARE(other.project(), ProjectFile::sample());
    QVERIFY(other.path().isEmpty());
}

// Writing takes its time, and what it wrote is what the project was when it began.
void TestProjectDocument::editsWhileSavingStayModified()
{
    const QString path = QStringLiteral("mine.weir");
    ProjectDocument document;
    QUndoStack &stack = *document.undoStack();
    document.setCell(m_users, 0, 1, QStringLiteral("a"));
    const quint64 written = document.revision();
    document.setCell(m_users, 0, 1, QStringLiteral("ab"));
    document.setSaved(path, written);
    QVERIFY(document.isModified());
    stack.undo();
    QVERIFY(!document.isModified());
    stack.undo(); // what was never saved
    QVERIFY(document.isModified());
    document.setCell(m_users, 0, 1, QStringLiteral("c")); // in the place of the step that was saved
    QVERIFY(document.isModified());
    stack.undo();
    QVERIFY(document.isModified());

    document.setSaved(path, document.revision());
    QVERIFY(!document.isModified());
    const quint64 before = document.revision();
    document.newSample();
    document.setCell(m_users, 0, 1, QStringLiteral("d"));
    document.setSaved(path, before); // it was another project
    QVERIFY(document.path().isEmpty());
    QVERIFY(document.isModified());
}

void TestProjectDocument::severalEditsInOneStep()
{
    ProjectDocument document;
    QUndoStack &stack = *document.undoStack();
    const quint64 first = document.revision();
    stack.beginMacro(QStringLiteral("Two cells"));
    document.setCell(m_users, 0, 1, QStringLiteral("a"));
    document.setCell(m_users, 1, 1, QStringLiteral("b"));
    stack.endMacro();
    const quint64 both = document.revision();
    QVERIFY(both > first);
    document.setSaved(QStringLiteral("mine.weir"), both);
    QVERIFY(!document.isModified());
    stack.undo();
    QCOMPARE(document.revision(), first);
    QVERIFY(document.isModified());
    stack.redo();
    QVERIFY(!document.isModified());
    stack.beginMacro(QStringLiteral("Nothing"));
    stack.endMacro();
    QCOMPARE(document.revision(), both);
    QVERIFY(!document.isModified());
}

void TestProjectDocument::editsAreUndoSteps()
{
    ProjectDocument document;
    const QUndoStack &stack = *document.undoStack();
    document.setCell(m_users, 0, 1, QStringLiteral("a"));
    document.setCell(m_users, 0, 1, QStringLiteral("ab"));
    QCOMPARE(stack.count(), 2);
    document.removeRows(m_users, 0, 3);
    QCOMPARE(stack.undoText(), QStringLiteral("Remove 3 rows"));
    RunSettings settings = document.project().run;
    settings.tasks = 7;
    document.setRunSettings(settings);
    DatabaseProfile profile = document.project().databases.at(1);
    profile.patience = std::chrono::milliseconds(1);
    document.setDatabase(1, profile);
    QCOMPARE(stack.count(), 5);
    QCOMPARE(document.project().run.tasks, 7);
    QCOMPARE(document.project().databases.at(1).patience.count(), 1);
    while (stack.canUndo())
        document.undoStack()->undo();
    QCOMPARE(document.project(), ProjectFile::sample());
}

void TestProjectDocument::editsThatChangeNothingAreNone()
{
    ProjectDocument document;
    const Project &project = document.project();
    document.setCell(m_users, 0, 1, project.rowsOf(m_users).at(0).at(1));
    document.setCell(m_users, 99, 1, QStringLiteral("x"));
    document.setCell(QStringLiteral("nobody"), 0, 0, QStringLiteral("x"));
    document.removeRows(m_users, 8, 5);
    document.insertRows(m_users, 11, {TestRow(3)}, QStringLiteral("Add row"));
    document.insertRows(m_users, 0, {}, QStringLiteral("Add row"));
    document.moveRows(m_users, 2, 2, 3);
    document.moveRows(m_users, 2, 2, 11);
    document.replaceRows(m_users, project.rowsOf(m_users), QStringLiteral("Reset"));
    document.setRunSettings(project.run);
    document.setDatabase(0, project.databases.at(0));
    document.setDatabase(3, project.databases.at(0));
    QCOMPARE(document.undoStack()->count(), 0);
}

void TestProjectDocument::movesRows_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("order");

    QTest::newRow("one up") << 1 << 1 << 0 << QStringLiteral("1023456789");
    QTest::newRow("one down") << 1 << 1 << 3 << QStringLiteral("0213456789");
    QTest::newRow("three to the end") << 0 << 3 << 10 << QStringLiteral("3456789012");
    QTest::newRow("three to the start") << 7 << 3 << 0 << QStringLiteral("7890123456");
}

void TestProjectDocument::movesRows()
{
    QFETCH(int, first);
    QFETCH(int, count);
    QFETCH(int, to);
    QFETCH(QString, order);
    ProjectDocument document;
    for (int row = 0; row < 10; ++row)
        document.setCell(m_users, row, 0, QString::number(row));
    const auto shown = [&] {
        QString result;
        for (const TestRow &row : document.project().rowsOf(m_users))
            result += row.at(0);
        return result;
    };
    document.moveRows(m_users, first, count, to);
    QCOMPARE(shown(), order);
    document.undoStack()->undo();
    QCOMPARE(shown(), QStringLiteral("0123456789"));
    document.undoStack()->redo();
    QCOMPARE(shown(), order);
}

void TestProjectDocument::randomEditsUndoAndRedo_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestProjectDocument::randomEditsUndoAndRedo()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    ProjectDocument document;
    TestDataModel model(document, m_users);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto anyRow = [&] {
        return static_cast<int>(random.bounded(std::max(model.rowCount(), 1)));
    };
    const auto someRows = [&] {
        return QList<int>{anyRow(), anyRow(), anyRow()};
    };
    QList<Project> states{document.project()};
    for (int step = 0; step < 60; ++step) {
        switch (random.bounded(11)) {
        case 0:
            model.setData(model.index(anyRow(), random.bounded(3)), QString::number(random.generate()));
            break;
        case 1:
            model.appendRow();
            break;
        case 2:
            model.removeRowsAt(someRows());
            break;
        case 3:
            model.duplicateRows(someRows());
            break;
        case 4:
            model.moveRows(someRows(), random.bounded(5) - 2);
            break;
        case 5:
            model.paste(model.index(anyRow(), random.bounded(3)), QStringLiteral("1\t2\t3\t4\n5\t6\n\n7"));
            break;
        case 6:
            model.clearCells({model.index(anyRow(), 0), model.index(anyRow(), 1)});
            break;
        case 7:
            model.resetToSample();
            break;
        case 8:
            document.setRunSettings({Strategy::Queue, static_cast<int>(random.bounded(1, 9)), 1, 1});
            break;
        case 9:
            document.undoStack()->undo();
            break;
        default:
            document.undoStack()->redo();
            break;
        }
        const int index = document.undoStack()->index();
        states = states.mid(0, index);
        states.append(document.project());
        QCOMPARE(states.size(), index + 1);
        QCOMPARE(model.rowCount(), static_cast<int>(document.project().rowsOf(m_users).size()));
    }
    const Project final = document.project();
    for (int index = document.undoStack()->index(); index > 0; --index) {
        QCOMPARE(document.project(), states.at(index));
        document.undoStack()->undo();
    }
    QCOMPARE(document.project(), ProjectFile::sample());
    while (document.undoStack()->index() + 1 < states.size())
        document.undoStack()->redo();
    QCOMPARE(document.project(), final);
}

QTEST_MAIN(TestProjectDocument)
#include "tst_projectdocument.moc"
