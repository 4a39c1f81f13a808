// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/ledger.h"

namespace Weir {

namespace {

// Runs of keys one after the other: the distance of a run's first key from the end of the run before, then
// how many more keys follow it. Each a variable-length integer, 7 bits a byte.

constexpr int BitsAByte = 7;
constexpr quint64 More = 0x80;

void putNumber(QByteArray *out, quint64 value)
{
    for (; value >= More; value >>= BitsAByte)
        out->append(static_cast<char>((value & (More - 1)) | More));
    out->append(static_cast<char>(value));
}

bool takeNumber(const char *&at, const char *end, quint64 *value)
{
    *value = 0;
    for (int shift = 0; at != end && shift < 64; shift += BitsAByte) {
        const auto byte = static_cast<quint64>(static_cast<unsigned char>(*at++));
        *value |= (byte & (More - 1)) << shift;
        if (byte < More)
            return true;
    }
    return false;
}

quint64 zigzag(quint64 difference)
{
    return (difference << 1) ^ (difference >> 63 ? ~quint64{0} : 0);
}

quint64 unzigzag(quint64 coded)
{
    return (coded >> 1) ^ (coded & 1 ? ~quint64{0} : 0);
}

} // namespace

void UndoResult::addExample(const QString &sentence)
{
    if (examples.size() < MaximumExamples)
        examples += sentence;
}

UndoResult &UndoResult::operator+=(const UndoResult &other)
{
    removed += other.removed;
    changed += other.changed;
    gone += other.gone;
    refused += other.refused;
    stopped = stopped || other.stopped;
    for (const QString &example : other.examples)
        addExample(example);
    return *this;
}

QByteArray encodeKeys(const std::vector<qint64> &keys)
{
    QByteArray encoded;
    quint64 expected = 1;
    for (std::size_t i = 0; i < keys.size();) {
        const auto first = static_cast<quint64>(keys[i]);
        quint64 length = 1;
        while (i + length < keys.size() && static_cast<quint64>(keys[i + length]) == first + length)
            ++length;
        putNumber(&encoded, zigzag(first - expected));
        putNumber(&encoded, length - 1);
        expected = first + length;
        i += length;
    }
    return encoded;
}

std::optional<std::vector<qint64>> decodeKeys(const QByteArray &encoded, std::size_t most)
{
    std::vector<qint64> keys;
    quint64 expected = 1;
    const char *at = encoded.constData();
    const char *const end = at + encoded.size();
    while (at != end) {
        quint64 distance = 0;
        quint64 more = 0;
        if (!takeNumber(at, end, &distance) || !takeNumber(at, end, &more))
            return std::nullopt;
        if (keys.size() >= most || more >= most - keys.size())
            return std::nullopt;
        const quint64 first = expected + unzigzag(distance);
        for (quint64 i = 0; i <= more; ++i)
            keys.push_back(static_cast<qint64>(first + i));
        expected = first + more + 1;
    }
    return keys;
}

} // namespace Weir
