// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvdetector.h"
#include "support/loadfixture.h"

#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace WeirTest {

/// What this process reads from its standard input, through a pipe, for as long as this lives. SIGPIPE must
/// be ignored.
class StandardInput
{
public:
    explicit StandardInput(QByteArray text)
        : m_text(std::move(text))
    {
        int ends[2] = {-1, -1};
        if (pipe(ends) != 0 || dup2(ends[0], STDIN_FILENO) < 0 || close(ends[0]) != 0)
            qWarning("no pipe");
        m_producer = std::thread([this, end = ends[1]] {
            qsizetype done = 0;
            ssize_t count = 1;
            while (done < m_text.size() && count > 0) { // until nobody reads it any more
                count = write(end, m_text.constData() + done, static_cast<std::size_t>(m_text.size() - done));
                done += count;
            }
            close(end);
        });
    }
    ~StandardInput()
    {
        const int nothing = open("/dev/null", O_RDONLY);
        if (dup2(nothing, STDIN_FILENO) < 0 || close(nothing) != 0)
            qWarning("no end of the pipe");
        m_producer.join();
    }
    StandardInput(const StandardInput &) = delete;
    StandardInput &operator=(const StandardInput &) = delete;

    /// As something to load. It has the pipe open.
    static Weir::SourceFile file(const LoadFixture &fixture, const QString &entity)
    {
        Weir::SourceFile file;
        file.path = QStringLiteral("-");
        file.entity = fixture.project.entityIndex(entity);
        const auto detected =
            Weir::CsvDetector::detect(file.path, {fixture.project.entities.at(file.entity)});
        if (!detected) {
            qWarning("%s", qPrintable(detected.error().sentence));
            return file;
        }
        file.head = detected->head;
        file.format = detected->format;
        file.pipe = detected->pipe;
        return file;
    }

private:
    const QByteArray m_text;
    std::thread m_producer;
};

} // namespace WeirTest
