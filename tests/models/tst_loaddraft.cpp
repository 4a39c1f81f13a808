// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "engine/threads/executor.h"
#include "models/load/loaddraft.h"
#include "models/load/mappingmodel.h"
#include "models/load/previewmodel.h"
#include "support/datedproject.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;
using namespace WeirTest;

class TestLoadDraft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void findsFormatEntityAndColumns();
    void saysWhatIsMissing();
    void typesThatAreNotReadYet();
    void unreadableFilesAreTold();
    void formatIsOverridden();
    void entityChangesTheMapping();
    void mappingIsEdited();
    void previewMarksViolations();
    void newestQuestionCounts();
    void choicesWhileReadingStay();
    void quickChoicesStay();
    void mappingGoesWithItsColumns();
    void filesComeWithTheirPlan();
    void removedFilesAreForgotten();
    void projectChanges();
    void projectChangesWhileReading();
    void fieldsChange();

private:
    QString write(const char *name, const QByteArray &bytes) const;
    bool isReady(int row) const { return m_draft->file(row).ready && !m_draft->file(row).inspecting; }

    std::unique_ptr<QTemporaryDir> m_directory;
    Executor m_executor;
    std::unique_ptr<LoadDraft> m_draft;
};

void TestLoadDraft::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_directory = std::make_unique<QTemporaryDir>();
    m_draft = std::make_unique<LoadDraft>(ProjectFile::sample(), m_executor);
}

void TestLoadDraft::cleanup()
{
    m_draft.reset();
}

QString TestLoadDraft::write(const char *name, const QByteArray &bytes) const
{
    const QString path = m_directory->filePath(QLatin1String(name));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TestLoadDraft::findsFormatEntityAndColumns()
{
    QAbstractItemModelTester tester(m_draft.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString users = write("people.csv", "Email;Name\na@example.com;Alice\nb@example.com;Bob\n");
    QCOMPARE(m_draft->problem(), QStringLiteral("Add the files to load."));
    m_draft->addFiles({users, users});
    QCOMPARE(m_draft->rowCount(), 1);
    QVERIFY(!m_draft->problem().isEmpty());
    QVERIFY(m_draft->estimate().isEmpty());
    QTRY_VERIFY(isReady(0));
    const SheetFile &file = m_draft->file(0);
    QCOMPARE(file.entity, 0);
    QCOMPARE(file.detection.format.delimiter, ';');
    QVERIFY(!file.detection.evidence.isEmpty());
    QCOMPARE(file.mapping.columnOfField, (QList<int>{-1, 1, 0}));
    QCOMPARE(m_draft->problem(), QString());
    QVERIFY(m_draft->estimate().startsWith(QStringLiteral("About 2 rows")));
    const LoadPlan plan = m_draft->plan();
    QCOMPARE(plan.files.size(), 1);
    QCOMPARE(plan.files.at(0).path, users);
    QCOMPARE(plan.files.at(0).format, file.detection.format);
    QCOMPARE(m_draft->index(0, LoadDraft::EntityColumn).data().toString(), QStringLiteral("Users"));
}

void TestLoadDraft::saysWhatIsMissing()
{
    m_draft->addFiles({write("users.csv", "name,phone\nAlice,1\n")});
    QTRY_VERIFY(isReady(0));
    QVERIFY(m_draft->problem().contains(QStringLiteral("phone")));
    QVERIFY(m_draft->index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("phone")));
    LoadSettings settings;
    settings.extra = ColumnMapping::Extra::Ignore;
    m_draft->setSettings(settings);
    QVERIFY(m_draft->problem().contains(QStringLiteral("mail"), Qt::CaseInsensitive));
    settings.missing = ColumnMapping::Missing::Blank;
    m_draft->setSettings(settings);
    QCOMPARE(m_draft->problem(), QString());
    QCOMPARE(m_draft->plan().settings.extra, ColumnMapping::Extra::Ignore);
}

void TestLoadDraft::typesThatAreNotReadYet()
{
    Project project = ProjectFile::sample();
    addBirthday(&project);
    m_draft->setProject(project);
    m_draft->addFiles({write("users.csv", "name,email,born\nAlice,alice@example.com,2024-02-29\n")});
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->problem(), birthdayRefused());
}

void TestLoadDraft::unreadableFilesAreTold()
{
    const QString missing = m_directory->filePath(QStringLiteral("none.csv"));
    m_draft->addFiles({missing, m_directory->path()});
    QTRY_VERIFY(!m_draft->file(0).inspecting && !m_draft->file(1).inspecting);
    QVERIFY(m_draft->problem().contains(QStringLiteral("none.csv")));
    QVERIFY(!m_draft->fileProblem(1).isEmpty());
}

void TestLoadDraft::formatIsOverridden()
{
    m_draft->addFiles({write("users.csv", "name|email\nAl,ice|a@example.com\n")});
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).detection.format.delimiter, '|');
    CsvFormat format = m_draft->file(0).detection.format;
    format.delimiter = ',';
    m_draft->setFormat(0, format);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->plan().files.at(0).format.delimiter, ',');
    QCOMPARE(m_draft->file(0).entity, 0); // what was known stays
    QVERIFY(!m_draft->problem().isEmpty());
    m_draft->detectAgain(0);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).detection.format.delimiter, '|');
    QCOMPARE(m_draft->problem(), QString());
}

void TestLoadDraft::entityChangesTheMapping()
{
    m_draft->addFiles({write("things.csv", "name,price\nTea,3\n")});
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).entity, 1);
    m_draft->setEntity(0, 0);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).mapping.columnOfField, (QList<int>{-1, 0, -1}));
    QVERIFY(m_draft->problem().contains(QStringLiteral("price")));
}

void TestLoadDraft::mappingIsEdited()
{
    MappingModel model(*m_draft);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_draft->addFiles({write("users.csv", "name,mailbox\nAlice,a@example.com\n")});
    QTRY_VERIFY(isReady(0));
    model.setFile(0);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.choices().size(), 4);
    const QModelIndex mailbox = model.index(1, MappingModel::FieldColumn);
    QCOMPARE(model.index(1, MappingModel::Example).data().toString(), QStringLiteral("a@example.com"));
    QCOMPARE(mailbox.data(Qt::EditRole).toInt(), 0);
    QVERIFY(!m_draft->problem().isEmpty());
    QVERIFY(model.setData(mailbox, 3)); // email
    QCOMPARE(m_draft->problem(), QString());
    QCOMPARE(mailbox.data().toString(), QStringLiteral("Email"));
    QCOMPARE(m_draft->plan().files.at(0).mapping.columnOfField, (QList<int>{-1, 0, 1}));
    QVERIFY(model.setData(model.index(0, MappingModel::FieldColumn), 3)); // taken over from the other column
    QCOMPARE(mailbox.data(Qt::EditRole).toInt(), 0);
    QCOMPARE(m_draft->file(0).mapping.columnOfField, (QList<int>{-1, -1, 0}));
    QVERIFY(!model.setData(model.index(0, MappingModel::Example), 1));
    QTRY_VERIFY(isReady(0));
}

void TestLoadDraft::previewMarksViolations()
{
    PreviewModel model(*m_draft);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_draft->addFiles({write("users.csv", "name,email\nAlice,a@example.com\n,<b>no</b>\nBob\n")});
    QTRY_VERIFY(isReady(0));
    model.setFile(0);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(m_draft->file(0).check.badRows, 2);
    const auto problem = [&](int row, int column) {
        return model.index(row, column).data(PreviewModel::ProblemRole).toString();
    };
    QVERIFY(problem(0, 0).isEmpty() && problem(0, 1).isEmpty());
    QVERIFY(!problem(1, 0).isEmpty() && !problem(1, 1).isEmpty());
    QVERIFY(!problem(2, 0).isEmpty()); // too few cells
    QVERIFY(!model.index(1, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    QCOMPARE(model.headerData(1, Qt::Vertical).toString(), QStringLiteral("3")); // the line in the file
    LoadSettings settings;
    settings.ragged = ColumnMapping::Ragged::Fill;
    m_draft->setSettings(settings);
    QTRY_VERIFY(problem(2, 0).isEmpty());
    QVERIFY(!problem(2, 1).isEmpty()); // the email is required
    m_draft->setField(0, 0, -1);
    QTRY_VERIFY(problem(1, 1) != QString() && isReady(0));
    model.setFile(-1);
    QCOMPARE(model.rowCount(), 0);
}

void TestLoadDraft::newestQuestionCounts()
{
    m_draft->addFiles({write("users.csv", "name,email\nAlice,a@example.com\n")});
    QTRY_VERIFY(isReady(0));
    CsvFormat format = m_draft->file(0).detection.format;
    for (const char delimiter : {';', '\t', '|'}) {
        format.delimiter = delimiter;
        m_draft->setFormat(0, format);
    }
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).detection.format.delimiter, '|');
}

// The first reading must not overwrite what was chosen while it went on.
void TestLoadDraft::choicesWhileReadingStay()
{
    m_draft->addFiles({write("users.csv", "name;price\nTea;3\n")});
    m_draft->setEntity(0, 1);
    CsvFormat format;
    format.delimiter = ';';
    format.header = false;
    m_draft->setFormat(0, format);
    LoadSettings settings;
    settings.ragged = ColumnMapping::Ragged::Fill;
    m_draft->setSettings(settings);
    QVERIFY(!m_draft->problem().isEmpty()); // being read
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).entity, 1);
    QCOMPARE(m_draft->plan().files.at(0).format, format);
    QCOMPARE(m_draft->file(0).detection.rows.size(), 2U);
}

// A second change that comes before the first was read must not undo it.
void TestLoadDraft::quickChoicesStay()
{
    m_draft->addFiles({write("users.csv", "name,email\nAlice,a@example.com\n")});
    QTRY_VERIFY(isReady(0));
    CsvFormat format = m_draft->file(0).format();
    format.header = false;
    m_draft->setFormat(0, format);
    QCOMPARE(m_draft->file(0).format(), format); // what editors show, and begin with
    format = m_draft->file(0).format();
    format.delimiter = ';';
    m_draft->setFormat(0, format);
    LoadSettings settings;
    settings.ragged = ColumnMapping::Ragged::Fill;
    m_draft->setSettings(settings); // checks again, with what is there
    m_draft->setField(0, 0, 1);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->plan().files.at(0).format.delimiter, ';');
    QVERIFY(!m_draft->plan().files.at(0).format.header);
    QCOMPARE(m_draft->file(0).detection.format, format);
    QCOMPARE(m_draft->file(0).detection.header.size(), 1);
}

void TestLoadDraft::mappingGoesWithItsColumns()
{
    m_draft->addFiles({write("users.csv", "who,email\nAlice,a@example.com\n")});
    QTRY_VERIFY(isReady(0));
    m_draft->setField(0, 0, 1);
    QTRY_VERIFY(isReady(0));
    CsvFormat format = m_draft->file(0).format();
    format.encoding = TextEncoding::Latin1;
    m_draft->setFormat(0, format);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).mapping.columnOfField, (QList<int>{-1, 0, 1})); // the columns are the same
    format.delimiter = '@';
    m_draft->setFormat(0, format);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).mapping.columnOfField, (QList<int>{-1, -1, -1}));
}

void TestLoadDraft::filesComeWithTheirPlan()
{
    const QString path = write("people.csv", "a|b|c\nAlice|1|a@example.com\n");
    SourceFile file{path, {}, 0, {}, {{-1, 0, 2}, 3}};
    file.format.delimiter = '|';
    m_draft->addFile(file, true);
    QVERIFY(m_draft->resumes());
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->plan().files.at(0).mapping, file.mapping);
    QCOMPARE(m_draft->plan().files.at(0).format, file.format);
    QCOMPARE(m_draft->file(0).check.badRows, 0);
    m_draft->detectAgain(0);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).entity, -1); // no such fields
    m_draft->addFile(file);
    QCOMPARE(m_draft->rowCount(), 1);
    QVERIFY(!m_draft->resumes());
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->plan().files.at(0).mapping, file.mapping);
}

void TestLoadDraft::removedFilesAreForgotten()
{
    QAbstractItemModelTester tester(m_draft.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_draft->addFiles(
        {write("users.csv", "name,email\nA,a@example.com\n"), write("products.csv", "name,price\nTea,3\n")});
    m_draft->removeFile(0); // while it is being read
    QCOMPARE(m_draft->rowCount(), 1);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).entity, 1);
    m_draft->removeFile(5);
    QCOMPARE(m_draft->rowCount(), 1);
}

void TestLoadDraft::projectChanges()
{
    m_draft->addFiles({write("products.csv", "name,price\nTea,3\n")});
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).entity, 1);
    Project other = ProjectFile::sample();
    other.entities.removeAt(0);
    m_draft->setProject(other);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).entity, 0); // products is the first now
    QCOMPARE(m_draft->problem(), QString());
    other.entities.removeAt(0);
    m_draft->setProject(other);
    QTRY_VERIFY(isReady(0));
    QVERIFY(!m_draft->problem().isEmpty());
}

// An answer to a question about the old project is no answer any more.
void TestLoadDraft::projectChangesWhileReading()
{
    m_draft->addFiles({write("orders.csv", "user_id,product_id,quantity\n1,1,1\n")});
    Project other = ProjectFile::sample();
    other.entities.resize(1);
    m_draft->setProject(other);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).entity, -1);
    QVERIFY(!m_draft->problem().isEmpty());
    m_draft->setProject(ProjectFile::sample());
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).entity, 2);
    QCOMPARE(m_draft->problem(), QString());
}

void TestLoadDraft::fieldsChange()
{
    m_draft->addFiles({write("users.csv", "name,email\nAlice,a@example.com\n")});
    QTRY_VERIFY(isReady(0));
    m_draft->setField(0, 0, 2);
    m_draft->setField(0, 1, 1);
    QTRY_VERIFY(isReady(0));
    Project other = ProjectFile::sample();
    m_draft->setProject(other);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).mapping.columnOfField, (QList<int>{-1, 1, 0})); // the same fields
    other.entities[0].fields.swapItemsAt(0, 1);
    m_draft->setProject(other);
    QTRY_VERIFY(isReady(0));
    QCOMPARE(m_draft->file(0).mapping.columnOfField, (QList<int>{0, -1, 1})); // by name
    QCOMPARE(m_draft->problem(), QString());
}

QTEST_GUILESS_MAIN(TestLoadDraft)
#include "tst_loaddraft.moc"
