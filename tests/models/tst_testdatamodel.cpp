// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "models/project/testdatamodel.h"
#include "support/datedproject.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Weir;
using namespace WeirTest;

class TestTestDataModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheSample();
    void marksViolations();
    void marksWhileTyping();
    void marksTypesThatAreNotReadYet();
    void editIsAnUndoStep();
    void addsAndDuplicates();
    void removesSeveral();
    void movesSeveral();
    void copies();
    void pastes_data();
    void pastes();
    void clears();
    void resetsToSample();
    void verdicts();
    void verdictsFindMovedRows();
    void rejectedRows();
    void otherProject();
    void hostileText();

private:
    QString text(int row, int column) const
    {
        return m_model->index(row, column).data(Qt::EditRole).toString();
    }
    QString names() const;
    static Outcome outcome(int entity, qint64 row, Verdict verdict);

    std::unique_ptr<ProjectDocument> m_document;
    std::unique_ptr<TestDataModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTestDataModel::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_document = std::make_unique<ProjectDocument>();
    m_model = std::make_unique<TestDataModel>(*m_document, QStringLiteral("users"));
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestTestDataModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_document.reset();
}

/// The first letters of the names, a dot for none.
QString TestTestDataModel::names() const
{
    QString result;
    for (int row = 0; row < m_model->rowCount(); ++row)
        result += text(row, 1).isEmpty() ? QStringLiteral(".") : text(row, 1).left(1);
    return result;
}

Outcome TestTestDataModel::outcome(int entity, qint64 row, Verdict verdict)
{
    Outcome result;
    result.entity = entity;
    result.row = row;
    result.verdict = verdict;
    result.error = verdict == Verdict::Failed ? QStringLiteral("The disk is full.") : QString();
    return result;
}

void TestTestDataModel::showsTheSample()
{
    QCOMPARE(m_model->rowCount(), 10);
    QCOMPARE(m_model->columnCount(), 3);
    QCOMPARE(names(), QStringLiteral("ABCDEFGAH."));
    const QModelIndex key = m_model->index(0, 0);
    QCOMPARE(key.data().toString(), QString());
    QCOMPARE(key.data(TestDataModel::PlaceholderRole).toString(), QStringLiteral("auto"));
    QCOMPARE(key.data(Qt::AccessibleTextRole).toString(), QStringLiteral("automatic"));
    QCOMPARE(m_model->index(9, 1).data(TestDataModel::PlaceholderRole).toString(), QString());
    QVERIFY(m_model->flags(key).testFlag(Qt::ItemIsEditable));
    QCOMPARE(m_model->headerData(4, Qt::Vertical).toString(), QStringLiteral("5"));
    QCOMPARE(m_model->index(0, 0).data(TestDataModel::VerdictRole).toInt(), -1);
}

void TestTestDataModel::marksViolations()
{
    const QString message = QStringLiteral("Name is required and cannot be empty");
    const QModelIndex name = m_model->index(9, 1);
    QCOMPARE(name.data(TestDataModel::ViolationRole).toString(), message);
    QCOMPARE(name.data(Qt::ToolTipRole).toString(), QStringLiteral("<qt>%1</qt>").arg(message));
    QCOMPARE(name.data(Qt::AccessibleDescriptionRole).toString(), message);
    QCOMPARE(name.siblingAtColumn(2).data(TestDataModel::ViolationRole).toString(), QString());
    QCOMPARE(name.siblingAtColumn(2).data(TestDataModel::RowViolationsRole).toStringList(),
             QStringList{message});
    QSignalSpy changed(m_model.get(), &TestDataModel::dataChanged);
    QVERIFY(m_model->setData(name, QStringLiteral("Jane")));
    QCOMPARE(name.data(TestDataModel::ViolationRole).toString(), QString());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex(), name.siblingAtColumn(0));
    QCOMPARE(changed.first().at(1).toModelIndex(), name.siblingAtColumn(2));
}

void TestTestDataModel::marksWhileTyping()
{
    QVERIFY(m_model->violationsFor(0, 2, QStringLiteral("alice@example.com")).isEmpty());
    QCOMPARE(m_model->violationsFor(0, 2, QStringLiteral("alice@")).size(), 1);
    QVERIFY(!m_model->violationsFor(0, 0, QStringLiteral("x")).isEmpty());
    QVERIFY(m_model->violationsFor(99, 0, QStringLiteral("x")).isEmpty());
    QCOMPARE(m_document->undoStack()->count(), 0);
}

/// Such cells are shown and kept, marked, and never taken for text.
void TestTestDataModel::marksTypesThatAreNotReadYet()
{
    Project project = ProjectFile::sample();
    addBirthday(&project);
    project.entities[0].fields[1].type = FieldType::Decimal;
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("dated.weir"));
    QVERIFY(ProjectFile::save(project, path));
    const auto saved = ProjectFile::load(path);
    QVERIFY(saved);
    m_document->use(*saved, path);
    QVERIFY(m_model->setData(m_model->index(0, 3), QStringLiteral("2024-02-29")));
    QCOMPARE(text(0, 3), QStringLiteral("2024-02-29"));
    const QString message = QStringLiteral("Born has the type date, whose values this Weir cannot read yet");
    QCOMPARE(m_model->index(0, 3).data(TestDataModel::ViolationRole).toString(), message);
    QCOMPARE(m_model->violationsFor(1, 3, QStringLiteral("x")), QStringList{message});
    QCOMPARE(m_model->index(1, 3).data(TestDataModel::ViolationRole).toString(), QString());
    const auto isRight = [this](int column) {
        return m_model->index(0, column).data(Qt::TextAlignmentRole).isValid();
    };
    QVERIFY(isRight(0) && isRight(1) && !isRight(2) && !isRight(3));
}

void TestTestDataModel::editIsAnUndoStep()
{
    QVERIFY(m_model->setData(m_model->index(0, 1), QStringLiteral("Zoë")));
    QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("Edit cell"));
    QVERIFY(!m_model->setData(m_model->index(0, 1), QStringLiteral("Zoë"), Qt::DisplayRole));
    QVERIFY(m_model->setData(m_model->index(0, 1), QStringLiteral("Zoë")));
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    QCOMPARE(text(0, 1), QStringLiteral("Alice"));
}

void TestTestDataModel::addsAndDuplicates()
{
    m_model->appendRow();
    QCOMPARE(m_model->rowCount(), 11);
    QCOMPARE(text(10, 1), QString());
    m_model->setData(m_model->index(1, 0), QStringLiteral("77"));
    m_model->duplicateRows({3, 1, 1});
    QCOMPARE(names(), QStringLiteral("ABCDBDEFGAH.."));
    QCOMPARE(text(1, 0), QStringLiteral("77"));
    QCOMPARE(text(4, 0), QString()); // a copied key would only be refused
    m_document->undoStack()->undo();
    QCOMPARE(names(), QStringLiteral("ABCDEFGAH.."));
}

void TestTestDataModel::removesSeveral()
{
    m_model->removeRowsAt({9, 0, 4, 5, 0, 99});
    QCOMPARE(names(), QStringLiteral("BCDGAH"));
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    QCOMPARE(names(), QStringLiteral("ABCDEFGAH."));
    m_model->removeRowsAt({});
    QVERIFY(!m_document->undoStack()->canUndo());
}

void TestTestDataModel::movesSeveral()
{
    m_model->moveRows({1, 2, 5}, -1);
    QCOMPARE(names(), QStringLiteral("BCADFEGAH."));
    m_model->moveRows({0, 5}, -1); // the first cannot go further: none does
    QCOMPARE(names(), QStringLiteral("BCADFEGAH."));
    m_model->moveRows({0, 8}, 1);
    QCOMPARE(names(), QStringLiteral("CBADFEGA.H"));
    QCOMPARE(m_document->undoStack()->count(), 2);
    m_document->undoStack()->undo();
    m_document->undoStack()->undo();
    QCOMPARE(names(), QStringLiteral("ABCDEFGAH."));
}

void TestTestDataModel::copies()
{
    QCOMPARE(m_model->copy({m_model->index(0, 1), m_model->index(0, 2), m_model->index(2, 1)}),
             QStringLiteral("Alice\talice@example.com\nCharlie\t"));
    QCOMPARE(m_model->copy({}), QString());
}

void TestTestDataModel::pastes_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("names");

    QTest::newRow("one cell") << 0 << 1 << QStringLiteral("Zoë") << QStringLiteral("ZBCDEFGAH.");
    QTest::newRow("grows") << 9 << 1 << QStringLiteral("X\tx\nY\ty\nZ") << QStringLiteral("ABCDEFGAHXYZ");
    QTest::newRow("columns beyond the last")
        << 1 << 1 << QStringLiteral("X\ta\tb\tc\n") << QStringLiteral("AXCDEFGAH.");
    QTest::newRow("below the last row")
        << -1 << -1 << QStringLiteral("\tX\tx") << QStringLiteral("ABCDEFGAH.X");
    QTest::newRow("quoted, with a line feed")
        << 0 << 1 << QStringLiteral("\"Z\n\t\"\"\"\r\nY") << QStringLiteral("ZYCDEFGAH.");
}

void TestTestDataModel::pastes()
{
    QFETCH(int, row);
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QString, names);
    QVERIFY(m_model->paste(m_model->index(row, column), text));
    QCOMPARE(this->names(), names);
    for (const TestRow &cells : m_document->project().rowsOf(QStringLiteral("users")))
        QCOMPARE(cells.size(), 3);
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    QCOMPARE(m_document->project(), ProjectFile::sample());
    QVERIFY(!m_model->paste(m_model->index(0, 0), QString()));
}

void TestTestDataModel::clears()
{
    m_model->clearCells({m_model->index(0, 1), m_model->index(1, 1), m_model->index(1, 0)});
    QCOMPARE(names(), QStringLiteral("..CDEFGAH."));
    m_document->undoStack()->undo();
    QCOMPARE(m_document->project(), ProjectFile::sample());
}

void TestTestDataModel::resetsToSample()
{
    QVERIFY(m_model->hasSample());
    m_model->removeRowsAt({0, 1, 2});
    m_model->resetToSample();
    QCOMPARE(names(), QStringLiteral("ABCDEFGAH."));
    m_document->undoStack()->undo();
    QCOMPARE(names(), QStringLiteral("DEFGAH."));
    const TestDataModel other(*m_document, QStringLiteral("nobody"));
    QVERIFY(!other.hasSample());
    QCOMPARE(other.rowCount(), 0);
}

void TestTestDataModel::verdicts()
{
    m_model->setVerdicts({outcome(0, 1, Verdict::Inserted), outcome(0, 2, Verdict::Failed),
                          outcome(1, 3, Verdict::Inserted), outcome(0, 99, Verdict::Inserted)});
    QCOMPARE(m_model->headerData(0, Qt::Vertical).toString(), QStringLiteral("1 ✓"));
    QCOMPARE(m_model->headerData(1, Qt::Vertical).toString(), QStringLiteral("2 ✗"));
    QCOMPARE(m_model->headerData(1, Qt::Vertical, Qt::ToolTipRole).toString(),
             QStringLiteral("<qt>Failed: The disk is full.</qt>"));
    QCOMPARE(m_model->headerData(2, Qt::Vertical).toString(), QStringLiteral("3"));
    QCOMPARE(m_model->index(1, 2).data(TestDataModel::VerdictRole).toInt(),
             static_cast<int>(Verdict::Failed));
    m_model->setData(m_model->index(1, 1), QStringLiteral("Bobby"));
    QCOMPARE(m_model->headerData(1, Qt::Vertical).toString(), QStringLiteral("2"));
    m_model->clearVerdicts();
    QCOMPARE(m_model->headerData(0, Qt::Vertical).toString(), QStringLiteral("1"));
}

void TestTestDataModel::verdictsFindMovedRows()
{
    m_model->beginRun();
    m_model->moveRows({9}, -9);
    m_model->setData(m_model->index(1, 1), QStringLiteral("Alicia")); // row 1 of the run
    m_model->removeRowsAt({2});                                       // row 2 of the run
    QList<Outcome> outcomes;
    for (int row = 1; row <= 10; ++row)
        outcomes.append(outcome(0, row, row == 10 ? Verdict::Rejected : Verdict::Inserted));
    m_model->setVerdicts(outcomes);
    QCOMPARE(m_model->headerData(0, Qt::Vertical).toString(), QStringLiteral("1 ✗"));
    QCOMPARE(m_model->headerData(1, Qt::Vertical).toString(), QStringLiteral("2"));
    QCOMPARE(m_model->headerData(2, Qt::Vertical).toString(), QStringLiteral("3 ✓"));
}

void TestTestDataModel::rejectedRows()
{
    QCOMPARE(m_model->rejectedRows(), QList<int>{9});
    m_model->setVerdicts({outcome(0, 1, Verdict::Inserted), outcome(0, 3, Verdict::Cancelled),
                          outcome(0, 10, Verdict::Rejected)});
    QCOMPARE(m_model->rejectedRows(), (QList<int>{2, 9}));
    m_model->setData(m_model->index(9, 1), QStringLiteral("Jane")); // mended, but still to be inserted
    QCOMPARE(m_model->rejectedRows(), (QList<int>{2, 9}));
    m_model->beginRun();
    m_model->setVerdicts({outcome(0, 3, Verdict::Inserted), outcome(0, 10, Verdict::Inserted)});
    QCOMPARE(m_model->rejectedRows(), QList<int>());
}

void TestTestDataModel::otherProject()
{
    m_model->removeRowsAt({0});
    QSignalSpy reset(m_model.get(), &TestDataModel::modelReset);
    m_document->newSample();
    QCOMPARE(reset.count(), 1);
    QCOMPARE(m_model->rowCount(), 10);
}

void TestTestDataModel::hostileText()
{
    const QString hostile = QStringLiteral("<img src=x>\n\u202Eevil");
    m_model->setData(m_model->index(0, 1), hostile);
    QCOMPARE(text(0, 1), hostile);
    QCOMPARE(m_model->index(0, 1).data().toString(), QStringLiteral("<img src=x>\\n\\u202Eevil"));
}

QTEST_MAIN(TestTestDataModel)
#include "tst_testdatamodel.moc"
