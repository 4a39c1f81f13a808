// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <cmath>

using namespace Weir;

namespace {
/// Random projects that are valid.
class ProjectMaker
{
public:
    explicit ProjectMaker(quint32 seed)
        : m_random(seed)
    {}

    Project project()
    {
        Project project;
        project.name = text(20);
        for (int i = m_random.bounded(1, 4); i > 0; --i)
            project.databases += database(i);
        for (int i = m_random.bounded(0, 4); i > 0; --i)
            project.entities += entity(i, project);
        for (const Entity &entity : project.entities) {
            if (m_random.bounded(4) > 0)
                project.testData.insert(entity.name, rows(entity));
        }
        project.run.strategy = static_cast<Strategy>(m_random.bounded(3));
        project.run.tasks = m_random.bounded(1, RunSettings::MaximumTasks + 1);
        project.run.threads = m_random.bounded(0, RunSettings::MaximumThreads + 1);
        project.run.maxAttempts = m_random.bounded(1, 101);
        return project;
    }

private:
    QString text(int most)
    {
        static const QString alphabet =
            QStringLiteral("aZ09 \"\\/{}[]:,<&%\t\n\r\b\x1b\u007f\u0085é名\u2028\u202e");
        QString result;
        for (int left = m_random.bounded(most + 1); left > 0; --left) {
            if (m_random.bounded(20) == 0)
                result += QStringLiteral("🙂");
            else if (m_random.bounded(40) == 0)
                result += QChar(u'\0');
            else
                result += alphabet[m_random.bounded(alphabet.size())];
        }
        return result;
    }

    QString name(const char *stem, int number)
    {
        QString name = QString::fromLatin1(stem) + QString::number(number) + text(10);
        return name.remove(QChar(u'\0'));
    }

    /// Without braces.
    QString plain(QString text) { return text.remove(u'{').remove(u'}'); }

    DatabaseProfile database(int number)
    {
        DatabaseProfile profile;
        profile.name = name("database", number);
        profile.sqlite().file = name("file", number).remove(u'/') + QStringLiteral(".db");
        profile.sqlite().journalMode = static_cast<JournalMode>(m_random.bounded(4));
        profile.sqlite().synchronous = static_cast<Synchronous>(m_random.bounded(4));
        profile.sqlite().foreignKeys = m_random.bounded(2) == 1;
        profile.patience = std::chrono::milliseconds(m_random.bounded(600001));
        return profile;
    }

    double bound()
    {
        const auto value = std::bit_cast<double>(m_random.generate64());
        return std::isfinite(value) && m_random.bounded(2) == 1 ? value : m_random.bounded(-1000, 1000);
    }

    Rule rule()
    {
        Rule rule;
        rule.kind = static_cast<Rule::Kind>(m_random.bounded(1, 13));
        switch (rule.kind) {
        case Rule::Kind::Pattern:
            rule.pattern = QStringLiteral("[a-z\"]{1,%1}\\d|名").arg(m_random.bounded(1, 50));
            break;
        case Rule::Kind::Minimum:
            rule.bound = bound();
            break;
        case Rule::Kind::Length:
            rule.minLength = m_random.bounded(10);
            rule.maxLength = m_random.bounded(2) == 1 ? -1 : rule.minLength + m_random.bounded(10);
            break;
        case Rule::Kind::OneOf:
            for (int i = m_random.bounded(1, 40); i > 0; --i)
                rule.values += text(12);
            break;
        case Rule::Kind::Maximum: // might contradict a minimum
            rule.kind = Rule::Kind::Positive;
            break;
        default:
            break;
        }
        if (m_random.bounded(3) == 0)
            rule.message = text(60);
        return rule;
    }

    Field field(int number)
    {
        Field field;
        field.name = name("f", number);
        field.label = name("Label ", number);
        field.type = static_cast<FieldType>(m_random.bounded(11));
        for (int i = m_random.bounded(4); i > 0; --i)
            field.rules += isReadable(field.type) ? rule() : Rule();
        return field;
    }

    Entity entity(int number, const Project &project)
    {
        Entity entity;
        entity.name = name("entity", number);
        entity.title = name("Title ", number);
        entity.singular = name("Singular ", number);
        entity.table = name("t", number);
        entity.database = project.databases[m_random.bounded(project.databases.size())].name;
        for (int i = m_random.bounded(1, 6); i > 0; --i)
            entity.fields += field(i);
        Field &key = entity.fields[m_random.bounded(entity.fields.size())];
        key.type = FieldType::Integer;
        key.key = true;
        key.name = QStringLiteral("id");
        entity.display = plain(text(10)) + QStringLiteral("{{{id}}}") + plain(text(10));
        return entity;
    }

    QList<TestRow> rows(const Entity &entity)
    {
        QList<TestRow> rows(m_random.bounded(6));
        for (TestRow &row : rows) {
            for (qsizetype i = 0; i < entity.fields.size(); ++i)
                row += m_random.bounded(3) == 0 ? QString() : text(60);
        }
        return rows;
    }

    QRandomGenerator m_random;
};
} // namespace

/// parse(serialize(p)) == p and serialize(parse(t)) == t, for projects nobody would write.
class TestProjectProperty : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void roundTrip()
    {
        for (quint32 seed = 0; seed < 400; ++seed) {
            const Project project = ProjectMaker(seed).project();
            const auto valid = ProjectFile::validate(project);
            QVERIFY2(valid,
                     qPrintable(
                         QStringLiteral("%1: %2").arg(seed).arg(valid ? QString() : valid.error().sentence)));
            const QByteArray text = ProjectFile::serialize(project);
            const auto read = ProjectFile::parse(text, QStringLiteral("random"));
            QVERIFY2(
                read,
                qPrintable(QStringLiteral("%1: %2").arg(seed).arg(read ? QString() : read.error().sentence)));
            QVERIFY2(*read == project, text.constData());
            QCOMPARE(ProjectFile::serialize(*read), text);
        }
    }

    /// Whatever byte is lost or changed: an answer, and no crash.
    void damagedText()
    {
        QRandomGenerator random(3);
        const QByteArray good = ProjectFile::serialize(ProjectFile::sample());
        int refused = 0;
        for (int i = 0; i < 1000; ++i) {
            QByteArray text = good;
            const qsizetype at = random.bounded(text.size());
            if (random.bounded(2) == 0)
                text.truncate(at);
            else
                text[at] = static_cast<char>(random.bounded(256));
            const auto project = ProjectFile::parse(text, QStringLiteral("damaged"));
            if (project)
                QVERIFY(ProjectFile::validate(*project));
            else
                QVERIFY(project.error().sentence.startsWith(QStringLiteral("damaged: ")));
            refused += project ? 0 : 1;
        }
        QVERIFY(refused > 500);
    }
};

QTEST_GUILESS_MAIN(TestProjectProperty)
#include "tst_projectproperty.moc"
