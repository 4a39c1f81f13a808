// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/contractbackend.h"

#include "support/faultydisk.h"
#include "support/memorybackend.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <sqlite3.h>

namespace Weir::Test {

namespace {

class MemoryDatabase : public ContractDatabase
{
public:
    explicit MemoryDatabase(int patienceMs)
    {
        DatabaseProfile profile = usersProfile();
        profile.sqlite().file = QStringLiteral("/memory/%1").arg(reinterpret_cast<quintptr>(this));
        profile.patience = std::chrono::milliseconds(patienceMs);
        m_store = std::make_shared<MemoryStore>(profile);
        m_backend = std::make_shared<MemoryBackend>(m_store);
    }

    const std::shared_ptr<Backend> &backend() const override { return m_backend; }

    void make(const ContractTable &table) override
    {
        MemoryTable made(table.entity);
        for (MemoryColumn &column : made.columns()) {
            column.notNull = table.notNull.contains(column.name);
            column.unique = table.unique.contains(column.name);
            if (column.name == table.childField)
                column.parent = table.parent;
        }
        m_store->change([&](MemoryContent &content) { content.tables.emplace(table.entity.table, made); });
    }
    void change(const QString &table, qint64 key, const QString &column, const QString &text) override
    {
        m_store->change(
            [&](MemoryContent &content) { content.tables.at(table).put(key, column, text.toStdString()); });
    }
    void remove(const QString &table, qint64 key) override
    {
        m_store->change([&](MemoryContent &content) { content.tables.at(table).remove(key); });
    }
    void replace() override { m_store->replace(); }

    void arrange(ContractFault fault) override
    {
        using Kind = MemoryTrouble::Kind;
        switch (fault) {
        case ContractFault::CommitFails:
            return m_store->strikeAt(MemoryCall::Commit, 1,
                                     m_store->error(ErrorClass::Full, QStringLiteral("full")));
        case ContractFault::CommitUnknown:
            return m_store->strikeAt(MemoryCall::Commit, 1, Kind::UnknownUnwritten);
        case ContractFault::CommitUnknownThere:
            return m_store->strikeAt(MemoryCall::Commit, 1, Kind::UnknownWritten);
        case ContractFault::ConnectionLost:
            return m_store->strikeAt(MemoryCall::Insert, 1, Kind::ConnectionLost);
        case ContractFault::TransactionEnds:
            return m_store->strikeAt(MemoryCall::Insert, 1, Kind::TransactionEnded);
        }
    }

private:
    std::shared_ptr<MemoryStore> m_store;
    std::shared_ptr<Backend> m_backend;
};

DatabaseProfile patientProfile(int patienceMs)
{
    DatabaseProfile profile = usersProfile();
    profile.patience = std::chrono::milliseconds(patienceMs);
    return profile;
}

class SqliteDatabase : public ContractDatabase
{
public:
    explicit SqliteDatabase(int patienceMs)
        : m_fixture(patientProfile(patienceMs))
    {}
    ~SqliteDatabase() override { SqliteDatabase::mend(); }

    const std::shared_ptr<Backend> &backend() const override { return m_fixture.backend; }

    void make(const ContractTable &table) override
    {
        QStringList columns;
        for (const Field &field : table.entity.fields) {
            QString column = field.name + u' ' + typeOf(field);
            if (table.notNull.contains(field.name))
                column += QStringLiteral(" NOT NULL");
            if (table.unique.contains(field.name))
                column += QStringLiteral(" UNIQUE");
            if (field.name == table.childField)
                column += QStringLiteral(" REFERENCES ") + table.parent;
            columns += column;
        }
        run(QStringLiteral("CREATE TABLE %1(%2)").arg(table.entity.table, columns.join(u',')));
    }
    void change(const QString &table, qint64 key, const QString &column, const QString &text) override
    {
        run(QStringLiteral("UPDATE %1 SET %2='%3' WHERE id=%4").arg(table, column, text).arg(key));
    }
    void remove(const QString &table, qint64 key) override
    {
        run(QStringLiteral("DELETE FROM %1 WHERE id=%2").arg(table).arg(key));
    }
    void replace() override
    {
        if (!QFile::remove(m_fixture.path()))
            qWarning("the file cannot be removed");
    }

    void arrange(ContractFault fault) override
    {
        if (fault == ContractFault::CommitFails)
            WeirTest::FaultyDisk::failAt(1, SQLITE_FULL, false);
        else if (fault == ContractFault::CommitUnknown) // and the log cannot be mended either
            WeirTest::FaultyDisk::failAt(1, SQLITE_IOERR_FSYNC, true);
        else if (fault == ContractFault::TransactionEnds)
            run(QStringLiteral("CREATE TRIGGER ending BEFORE INSERT ON users BEGIN SELECT "
                               "RAISE(ROLLBACK, 'it ends'); END"));
        m_faults += fault;
    }
    void mend() override
    {
        if (m_faults.removeAll(ContractFault::TransactionEnds) > 0)
            run(QStringLiteral("DROP TRIGGER ending"));
        if (!m_faults.isEmpty())
            WeirTest::FaultyDisk::mend();
        m_faults.clear();
    }

private:
    static QString typeOf(const Field &field)
    {
        if (field.key)
            return QStringLiteral("INTEGER PRIMARY KEY");
        switch (field.type) {
        case FieldType::Integer:
            return QStringLiteral("INTEGER");
        case FieldType::Number:
            return QStringLiteral("REAL");
        default: // no contract has cells of types that cannot be read yet
            return QStringLiteral("TEXT");
        }
    }
    void run(const QString &sql) const { runSql(m_fixture.path(), sql); }

    DbFixture m_fixture;
    QList<ContractFault> m_faults;
};

template<typename Database>
std::unique_ptr<ContractDatabase> make(int patienceMs)
{
    return std::make_unique<Database>(patienceMs);
}

struct KnownBackend
{
    const char *name;
    std::unique_ptr<ContractDatabase> (*open)(int patienceMs);
};

constexpr std::array Known{
    KnownBackend{"memory", make<MemoryDatabase>},
    KnownBackend{"sqlite", make<SqliteDatabase>},
};

} // namespace

QStringList contractBackends()
{
    QStringList names;
    for (const KnownBackend &known : Known)
        names += QString::fromLatin1(known.name);
    return names;
}

std::unique_ptr<ContractDatabase> openContractDatabase(const QString &backend, int patienceMs)
{
    const auto *known = std::find_if(Known.begin(), Known.end(), [&](const KnownBackend &one) {
        return backend == QLatin1String(one.name);
    });
    return known == Known.end() ? nullptr : known->open(patienceMs);
}

void addBackends()
{
    QTest::addColumn<QString>("backend");
    const QStringList backends = contractBackends();
    for (const QString &backend : backends)
        QTest::newRow(qPrintable(backend)) << backend;
}

void addFaults()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<ContractFault>("fault");
    QTest::addColumn<bool>("happens");
    const QString memory = QStringLiteral("memory");
    const QString sqlite = QStringLiteral("sqlite");
    QTest::newRow("memory: commit fails") << memory << ContractFault::CommitFails << false;
    QTest::newRow("memory: unknown, not there") << memory << ContractFault::CommitUnknown << false;
    QTest::newRow("memory: unknown, there") << memory << ContractFault::CommitUnknownThere << true;
    QTest::newRow("memory: connection lost") << memory << ContractFault::ConnectionLost << false;
    QTest::newRow("memory: transaction ends") << memory << ContractFault::TransactionEnds << false;
    QTest::newRow("sqlite: commit fails") << sqlite << ContractFault::CommitFails << false;
    QTest::newRow("sqlite: unknown") << sqlite << ContractFault::CommitUnknown << false;
}

void prepareForFaults()
{
    WeirTest::FaultyDisk::install();
}

} // namespace Weir::Test
