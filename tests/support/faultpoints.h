// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultysystem.h"
#include "support/loadfixture.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <numeric>

namespace WeirTest {

/// Does the same on the same files again and again, each time with another call of the system failing: every
/// kind of call, once and for good, by number until all is over before it comes to that one.
class FaultPoints
{
public:
    /// Every error at every call, or another one from call to call.
    enum class Errors { All, InTurn };
    /// On its way from begin() to end(), which closes the databases.
    struct Trouble
    {
        std::function<void()> begin;
        std::function<void()> end;
    };
    /// Does something with the files in trouble, and says what is wrong afterwards, or nothing.
    using Action = std::function<QString(LoadFixture &, const Trouble &)>;

    /// Fails the test where something is wrong.
    void fail(Errors errors, LoadFixture &fixture, const Action &action)
    {
        fixture.databases.reset();
        const QTemporaryDir kept;
        copyAll(fixture.directory.path(), kept.path());
        for (const Kind &kind : Kinds) {
            const std::vector<int> all = errorsOf(kind.call);
            for (std::size_t i = 0; i < (errors == Errors::All ? all.size() : 1); ++i) {
                const auto errorAt = [&](std::size_t call) {
                    return errors == Errors::All ? all[i] : all[call % all.size()];
                };
                for (const bool sticky : {false, true}) {
                    bool struck = true;
                    for (std::size_t call = 1; struck && !QTest::currentTestFailed(); ++call) {
                        copyAll(kept.path(), fixture.directory.path());
                        struck = failOnce({&kind, static_cast<long>(call), errorAt(call), sticky}, fixture,
                                          action);
                    }
                }
            }
        }
    }
    /// How many calls have failed.
    int count() const { return std::accumulate(m_counts.begin(), m_counts.end(), 0); }
    /// Kinds of calls of which none has.
    QStringList missing() const
    {
        QStringList names;
        for (std::size_t i = 0; i < Kinds.size(); ++i) {
            if (m_counts[i] == 0)
                names += QLatin1String(Kinds[i].name);
        }
        return names;
    }

private:
    struct Kind
    {
        FileCall call;
        const char *name;
    };
    struct Point
    {
        const Kind *kind = nullptr;
        long call = 0;
        int error = 0;
        bool sticky = false;
    };

    static constexpr std::array Kinds{
        Kind{FileCall::Read, "reads"},         Kind{FileCall::Write, "writes"},
        Kind{FileCall::Sync, "syncs"},         Kind{FileCall::Open, "opens"},
        Kind{FileCall::Truncate, "truncates"}, Kind{FileCall::Unlink, "unlinks"},
        Kind{FileCall::Link, "links"}};

    /// SQLite tells a broken disk from a stale handle, and a full one from a quota; memory and open files
    /// have sentences of their own.
    static std::vector<int> errorsOf(FileCall call)
    {
        std::vector<int> errors{EIO, ESTALE, ENOSPC, EDQUOT};
        if (call == FileCall::Open)
            errors.push_back(EMFILE);
        if (call == FileCall::Read)
            errors.push_back(ENOMEM);
        return errors;
    }

    static void copyAll(const QString &from, const QString &to)
    {
        namespace fs = std::filesystem;
        const fs::path target = to.toStdString();
        for (const auto &entry : fs::directory_iterator(target))
            fs::remove_all(entry.path());
        for (const auto &entry : fs::directory_iterator(from.toStdString()))
            fs::copy(entry.path(), target / entry.path().filename());
    }

    /// Did the trouble strike?
    bool failOnce(const Point &point, LoadFixture &fixture, const Action &action)
    {
        bool struck = true;
        fixture.reopen();
        const auto begin = [&] {
            FaultySystem::failAt({{point.kind->call},
                                  fixture.directory.path().toStdString(),
                                  point.call,
                                  point.error,
                                  point.sticky,
                                  false});
        };
        const auto end = [&] {
            fixture.databases.reset();
            struck = FaultySystem::hasStruck();
            FaultySystem::mend();
        };
        const QString found = action(fixture, {begin, end});
        fixture.databases.reset();
        m_counts[static_cast<std::size_t>(point.kind - Kinds.data())] += struck ? 1 : 0;
        if (!found.isEmpty()) {
            const QString what = QStringLiteral("%1 of the %2, error %3%4: %5")
                                     .arg(point.call)
                                     .arg(QLatin1String(point.kind->name))
                                     .arg(point.error)
                                     .arg(QLatin1String(point.sticky ? " for good" : ""), found);
            QTest::qFail(qPrintable(what), __FILE__, __LINE__);
        }
        return struck;
    }

    std::array<int, Kinds.size()> m_counts{};
};

} // namespace WeirTest
