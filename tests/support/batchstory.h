// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connections.h"
#include "db/transaction.h"
#include "support/dbfixture.h"
#include "support/rawdatabase.h"

#include <numeric>
#include <span>

namespace Weir::Test {

// Small enough that Session::insert() takes its rows one by one.
inline constexpr qsizetype OneByOne = 15;

/// What a database made of batches: verdicts and content, to be compared.
struct BatchStory
{
    std::vector<qint64> keys;
    QStringList failures;
    std::vector<std::string> content;
    std::vector<qint64> storedKeys; // ascending
    std::size_t inserted = 0;       // told as rows that the table has more
};

inline QString lineOf(qsizetype index, const SqlError &error, const QString &path)
{
    QString sentence = error.sentence;
    return QStringLiteral("%1: %2 %3 %4")
        .arg(index)
        .arg(static_cast<int>(error.errorClass))
        .arg(error.code)
        .arg(sentence.replace(path, QStringLiteral("FILE")));
}

/// Each batch in a transaction of its own, cut into pieces of `piece` rows.
class StoryTeller
{
public:
    StoryTeller(const QString &schema, const Entity &entity)
        : m_fixture(quickProfile())
        , m_entity(entity)
    {
        runSql(m_fixture.path(), schema);
        m_done = m_fixture.backend->prepare({entity});
        auto session = m_fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
        if (session)
            m_session = std::move(*session);
    }

    const Expected<void, SqlError> &done() const { return m_done; }

    void insert(const RowBatch &batch, qsizetype piece)
    {
        std::vector<int> rows(static_cast<std::size_t>(batch.rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
        const std::size_t keysBefore = m_story.keys.size();
        const std::size_t insertedBefore = m_story.inserted;
        Transaction transaction(*m_session);
        m_done = transaction.begin({});
        for (std::size_t begin = 0; begin < rows.size() && m_done; begin += static_cast<std::size_t>(piece)) {
            const std::size_t count = std::min(rows.size() - begin, static_cast<std::size_t>(piece));
            InsertResult result;
            m_done = m_session->insert(m_entity, batch, std::span(rows).subspan(begin, count), &result);
            note(static_cast<qsizetype>(begin), result);
        }
        if (m_done)
            m_done = doneOf(transaction.commit());
        if (!m_done) {
            m_story.failures += lineOf(-1, m_done.error(), m_fixture.path());
            m_story.keys.resize(keysBefore); // rolled back
            m_story.inserted = insertedBefore;
            m_done = {};
        }
    }

    BatchStory story(const QString &contentSql)
    {
        m_session.reset();
        const WeirTest::RawDatabase database(m_fixture.path());
        m_story.content = database.column(contentSql.toUtf8().constData());
        const QString keys =
            QStringLiteral("SELECT %1 FROM %2 ORDER BY 1").arg(m_entity.keyField().name, m_entity.table);
        for (const std::string &key : database.column(keys.toUtf8().constData()))
            m_story.storedKeys.push_back(std::stoll(key));
        return m_story;
    }

private:
    /// Nothing here needs to outlive a power cut.
    static DatabaseProfile quickProfile()
    {
        DatabaseProfile profile = usersProfile();
        profile.sqlite().synchronous = Synchronous::Off;
        return profile;
    }

    void note(qsizetype begin, const InsertResult &result)
    {
        if (m_done) {
            m_story.keys.insert(m_story.keys.end(), result.keys.begin(), result.keys.end());
            m_story.inserted += result.keys.size() - result.updated.size();
        }
        for (const InsertResult::Failure &failure : result.failures)
            m_story.failures += lineOf(begin + failure.index, failure.error, m_fixture.path());
    }

    DbFixture m_fixture;
    Entity m_entity;
    std::unique_ptr<Session> m_session;
    Expected<void, SqlError> m_done;
    BatchStory m_story;
};

} // namespace Weir::Test
