// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <nlohmann/json.hpp>

/// Lets JSON values be made from QString; lone surrogates become replacement characters.
template<>
struct nlohmann::adl_serializer<QString>
{
    template<typename Json>
    static void to_json(Json &json, const QString &text)
    {
        json = text.toStdString();
    }
};
