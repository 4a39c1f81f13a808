// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace Weir {

/// One clear sentence for the user: what, where, what to do.
struct Error
{
    QString sentence;
};

template<typename T, typename E = Error>
using Expected = tl::expected<T, E>;
using Unexpected = tl::unexpected<Error>;

inline Unexpected failure(QString sentence)
{
    return Unexpected(Error{std::move(sentence)});
}

} // namespace Weir
