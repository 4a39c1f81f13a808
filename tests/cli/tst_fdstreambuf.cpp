// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/fdstreambuf.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <ostream>
#include <signal.h>
#include <unistd.h>

using namespace Weir;

class TestFdStreambuf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void writesEverything()
    {
        const QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("out")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray expected;
        {
            FdStreambuf buffer(file.handle());
            std::ostream out(&buffer);
            for (int i = 0; i < 100000; ++i) {
                out << i << ' ';
                expected += QByteArray::number(i) + ' ';
            }
            out.flush();
            QVERIFY(out.good());
            out << "end";
            QCOMPARE(buffer.error(), 0);
        }
        QVERIFY(file.seek(0));
        QVERIFY(file.readAll() == expected + "end");
    }

    void remembersFullDisk()
    {
        const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
        QVERIFY(full >= 0);
        FdStreambuf buffer(full);
        std::ostream out(&buffer);
        out << "lost" << std::flush;
        QVERIFY(!out.good());
        QCOMPARE(buffer.error(), ENOSPC);
        ::close(full);
    }

    void remembersClosedPipe()
    {
        ::signal(SIGPIPE, SIG_IGN);
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        ::close(ends[0]);
        FdStreambuf buffer(ends[1]);
        std::ostream out(&buffer);
        out << std::string(1 << 20, 'x') << std::flush;
        QCOMPARE(buffer.error(), EPIPE);
        ::close(ends[1]);
    }
};

QTEST_GUILESS_MAIN(TestFdStreambuf)
#include "tst_fdstreambuf.moc"
