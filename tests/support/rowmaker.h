// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/dbfixture.h"

#include <random>

namespace Weir::Test {

/// t(id, name, amount, count): a field of each type.
inline Entity wideEntity()
{
    Entity entity = productsEntity();
    entity.table = QStringLiteral("t");
    entity.fields[2].name = QStringLiteral("amount");
    entity.fields[3].name = QStringLiteral("count");
    return entity;
}

/// Rows with all that a file could have, and more than a table might like.
class RowMaker
{
public:
    /// Valid: in a number's column there are numbers only, as in rows that rules have accepted.
    enum class Numbers { Any, Valid };

    explicit RowMaker(unsigned seed, Numbers numbers = Numbers::Any)
        : m_random(seed)
        , m_numbers(numbers)
        , m_keyKind(pick(5))
    {}

    RowBatch batch(int rows)
    {
        RowBatch batch(4);
        for (int row = 0; row < rows; ++row)
            batch.appendRow(row + 1, {key(), name(), amount(), count()});
        return batch;
    }

private:
    int pick(int choices) { return static_cast<int>(m_random() % static_cast<unsigned>(choices)); }

    QString key()
    {
        if (pick(200) == 0) {
            const QStringList odd{QStringLiteral("abc"), QStringLiteral(" 5"),     QStringLiteral("1.5"),
                                  QStringLiteral(" "),   QStringLiteral("-17"),    QStringLiteral("0"),
                                  QStringLiteral("7e0"), QStringLiteral("1000000")};
            return odd.at(pick(static_cast<int>(odd.size())));
        }
        switch (m_keyKind) {
        case 0:
            return {};
        case 1:
            return QString::number(++m_key);
        case 2:
            return QString::number(m_key += 1 + (pick(20) == 0 ? pick(3) : 0)); // gaps
        case 3:
            return QString::number(pick(2000)); // many twice
        default:
            return pick(2) ? QString() : QString::number(++m_key);
        }
    }

    QString name()
    {
        if (pick(20) == 0)
            return {};
        if (pick(50) == 0)
            return QStringLiteral("bad");
        if (pick(50) == 0)
            return QStringLiteral("-9223372036854775808");
        return QStringLiteral("Näme %1").arg(pick(3000));
    }

    QString amount()
    {
        const QStringList odd{QString(),
                              QStringLiteral("abc"),
                              QStringLiteral("1e999"),
                              QStringLiteral("-0.0"),
                              QStringLiteral("007"),
                              QStringLiteral("0x10"),
                              QStringLiteral("9007199254740993"),
                              QStringLiteral("-5")};
        return m_numbers == Numbers::Any && pick(10) == 0 ? odd.at(pick(static_cast<int>(odd.size())))
                                                          : QString::number(pick(100000) / 100.0);
    }

    QString count()
    {
        const QStringList odd{QString(), QStringLiteral("12x"), QStringLiteral("99999999999999999999"),
                              QStringLiteral("+3"), QStringLiteral("1.0")};
        return m_numbers == Numbers::Any && pick(20) == 0 ? odd.at(pick(static_cast<int>(odd.size())))
                                                          : QString::number(pick(1000) - 100);
    }

    std::mt19937 m_random;
    Numbers m_numbers;
    int m_keyKind;
    qint64 m_key = 0;
};

} // namespace Weir::Test
