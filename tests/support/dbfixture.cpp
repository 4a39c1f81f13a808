// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dbfixture.h"

#include "db/connections.h"
#include "db/ledger.h"
#include "db/transaction.h"

#include <QTest>

#include <numeric>
#include <sqlite3.h>
#include <vector>

namespace Weir::Test {

namespace {

Field field(const QString &name, FieldType type, bool key = false)
{
    return {name, name, type, key, {}};
}

QList<RowResult> rowResults(const InsertResult &result, qsizetype rows)
{
    QList<RowResult> results(rows);
    for (const InsertResult::Failure &failure : result.failures)
        results[failure.index].error = failure.error;
    auto key = result.keys.begin();
    for (RowResult &row : results) {
        if (row.error.isNone() && key != result.keys.end())
            row.key = *key++;
    }
    return results;
}

} // namespace

Entity usersEntity()
{
    Entity entity;
    entity.name = QStringLiteral("users");
    entity.title = QStringLiteral("Users");
    entity.singular = QStringLiteral("User");
    entity.table = QStringLiteral("users");
    entity.database = QStringLiteral("users");
    entity.fields = {field(QStringLiteral("id"), FieldType::Integer, true),
                     field(QStringLiteral("name"), FieldType::Text),
                     field(QStringLiteral("email"), FieldType::Text)};
    return entity;
}

Entity productsEntity()
{
    Entity entity = usersEntity();
    entity.name = QStringLiteral("products");
    entity.table = QStringLiteral("products");
    entity.fields = {field(QStringLiteral("id"), FieldType::Integer, true),
                     field(QStringLiteral("name"), FieldType::Text),
                     field(QStringLiteral("price"), FieldType::Number),
                     field(QStringLiteral("stock"), FieldType::Integer)};
    return entity;
}

DatabaseProfile usersProfile()
{
    DatabaseProfile profile;
    profile.name = QStringLiteral("users");
    profile.sqlite().file = QStringLiteral("users.db");
    return profile;
}

RowBatch batchOf(const QList<QStringList> &rows)
{
    RowBatch batch(rows.isEmpty() ? 0 : static_cast<int>(rows.constFirst().size()));
    for (qsizetype i = 0; i < rows.size(); ++i)
        batch.appendRow(i + 1, rows.at(i));
    return batch;
}

QStringList plainRow(int number)
{
    return {QString(), QStringLiteral("User %1").arg(number), QStringLiteral("%1@example.com").arg(number)};
}

Expected<void, SqlError> makeLedger(Session &session)
{
    Transaction transaction(session);
    auto done = transaction.begin({});
    if (done)
        done = session.ledger().makeTables();
    return done ? doneOf(transaction.commit()) : done;
}

QString runSql(const QString &file, const QString &sql, QString *error)
{
    sqlite3 *db = nullptr;
    QString result;
    const auto first = [](void *text, int, char **values, char **) {
        auto *target = static_cast<QString *>(text);
        if (target->isEmpty() && values[0])
            *target = QString::fromUtf8(values[0]);
        return 0;
    };
    int code =
        sqlite3_open_v2(file.toUtf8().constData(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    sqlite3_busy_timeout(db, 5000);
    if (code == SQLITE_OK)
        code = sqlite3_exec(db, sql.toUtf8().constData(), first, &result, nullptr);
    if (code != SQLITE_OK) {
        if (error)
            *error = QString::fromUtf8(sqlite3_errmsg(db));
        else
            qWarning("%s: %s", qUtf8Printable(sql), sqlite3_errmsg(db)); // fails the test
    }
    sqlite3_close(db);
    return result;
}

DbFixture::DbFixture(const DatabaseProfile &usedProfile)
    : profile(usedProfile)
{
    reopen();
}

void DbFixture::reopen()
{
    backend.reset();
    databases = std::make_unique<Databases>(directory.path());
    const auto updated = databases->update({profile});
    if (!updated)
        qWarning("%s", qUtf8Printable(updated.error().sentence));
    backend = databases->backend(profile.name);
}

Expected<void, SqlError> DbFixture::insertRows(const Entity &entity, const QList<QStringList> &rows,
                                               QList<RowResult> *results)
{
    auto session = backend->openSession(newConnectionName(profile.name));
    if (!session)
        return tl::unexpected(session.error());
    const RowBatch batch = batchOf(rows);
    std::vector<int> indices(static_cast<std::size_t>(rows.size()));
    std::iota(indices.begin(), indices.end(), 0);
    InsertResult verdicts;
    Transaction transaction(**session);
    auto done = transaction.begin({});
    if (done)
        done = (*session)->insert(entity, batch, indices, &verdicts);
    if (results)
        *results = rowResults(verdicts, rows.size());
    return done ? doneOf(transaction.commit()) : done;
}

qint64 DbFixture::count(const Entity &entity)
{
    const auto count = backend->countRows(entity.table, std::stop_token());
    if (!count)
        qWarning("%s", qUtf8Printable(count.error().sentence));
    return count.value_or(-1);
}

} // namespace Weir::Test
