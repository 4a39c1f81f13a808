// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rowbatch.h"
#include "db/databases/databases.h"
#include "db/session.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// For calls that return Expected<T, SqlError>: shows the error's sentence.
#define VERIFY_DONE(call)                                                                                    \
    do {                                                                                                     \
        const auto &verifiedResult = (call);                                                                 \
        QVERIFY2(verifiedResult, qPrintable(Weir::errorOf(verifiedResult).sentence));                        \
    } while (false)

namespace Weir::Test {

/// The verdict on one row.
struct RowResult
{
    qint64 key = 0;
    SqlError error;
};

/// users(id, name, email) in database "users".
Entity usersEntity();
/// products(id, name, price) in database "users", to have numbers.
Entity productsEntity();
DatabaseProfile usersProfile();

RowBatch batchOf(const QList<QStringList> &rows);
QStringList plainRow(int number); // "", "User n", "n@example.com"

/// The ledger's tables, in a transaction of their own.
[[nodiscard]] Expected<void, SqlError> makeLedger(Session &session);

/// One statement through SQLite itself, past Weir: what another program would do. The first column of the
/// first row; empty with `error` set when it failed.
QString runSql(const QString &file, const QString &sql, QString *error = nullptr);

/// A directory, its databases and the one backend most tests need.
class DbFixture
{
public:
    explicit DbFixture(const DatabaseProfile &profile = usersProfile());

    QString path(const QString &name = QStringLiteral("users.db")) const
    {
        return directory.path() + u'/' + name;
    }
    /// Closes everything and starts anew on the same files.
    void reopen();
    /// Begins, inserts, commits on a session of the moment; the first error.
    Expected<void, SqlError> insertRows(const Entity &entity, const QList<QStringList> &rows,
                                        QList<RowResult> *results = nullptr);
    qint64 count(const Entity &entity);

    QTemporaryDir directory;
    DatabaseProfile profile;
    std::unique_ptr<Databases> databases;
    std::shared_ptr<Backend> backend;
};

} // namespace Weir::Test
