// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/system/shortages.h"

#include <new>
#include <type_traits>

namespace Weir {

/// A result that is an error with this sentence: an Expected without value, or its member `error`.
template<typename Result>
Result failedResult(const QString &sentence)
{
    if constexpr (std::is_constructible_v<Result, Unexpected>) {
        return failure(sentence);
    } else {
        Result result;
        result.error = sentence;
        return result;
    }
}

/// What `work` returns; where memory runs out a failedResult().
template<typename Work>
std::invoke_result_t<Work> withinMemory(const Work &work)
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return failedResult<std::invoke_result_t<Work>>(noMemoryText());
    }
}

} // namespace Weir
