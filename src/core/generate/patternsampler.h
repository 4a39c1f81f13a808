// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/generate/randomsource.h"

#include <memory>
#include <string>

namespace Weir {

/// Texts that match a regular expression: literals, classes, groups, alternatives and repetitions; what is
/// repeated without limit is repeated a few times. Immutable.
class PatternSampler
{
public:
    /// Error: the pattern uses something else.
    static Expected<PatternSampler> compile(const QString &pattern);
    ~PatternSampler();
    PatternSampler(PatternSampler &&) noexcept;
    PatternSampler &operator=(PatternSampler &&) noexcept;

    void append(RandomSource &random, std::string *text) const;

    struct Node;

private:
    explicit PatternSampler(std::unique_ptr<Node> root);

    std::unique_ptr<Node> m_root;
};

} // namespace Weir
