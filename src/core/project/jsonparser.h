// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

namespace Weir {

/// Strict JSON of a project: repeated keys, more than 64 MiB, more than 64 levels and too many values are
/// errors. The sentence names line and column, or the JSON path where the text is JSON. The rows of test data
/// are left out, see readTestRows(). Any thread.
Expected<nlohmann::json> parseJson(const QByteArray &text);

/// One step of a JSON path: ".name" or, for names that are not plain, "[\"odd name\"]"; and "[3]".
QString jsonMember(const QString &name);
QString jsonElement(qsizetype index);

} // namespace Weir
