// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/jsonlayout.h"

#include <algorithm>
#include <string>

namespace Weir {

using nlohmann::ordered_json;

namespace {
constexpr std::size_t LineWidth = 100;
constexpr std::size_t FieldLevel = 4; // {"entities": [{"fields": [ {a field}
constexpr std::size_t RowLevel = 3;   // {"testData": {"users": [ {a row}

class JsonLayout
{
public:
    std::string text;

    void write(const ordered_json &value, std::size_t level, std::size_t taken)
    {
        if (!value.is_structured() || value.empty()) {
            text += value.dump();
            return;
        }
        if (level >= FieldLevel || isFlat(value)) {
            const std::string line = lineOf(value);
            if ((m_inTestData && level == RowLevel) || 2 * level + taken + line.size() <= LineWidth) {
                text += line;
                return;
            }
        }
        writeLines(value, level);
    }

private:
    static bool isFlat(const ordered_json &value)
    {
        return std::none_of(value.begin(), value.end(), [](const ordered_json &item) {
            return item.is_structured() && !(item.is_array() && isScalars(item));
        });
    }

    static bool isScalars(const ordered_json &array)
    {
        return std::none_of(array.begin(), array.end(),
                            [](const ordered_json &item) { return item.is_structured(); });
    }

    static std::string lineOf(const ordered_json &value)
    {
        if (!value.is_structured())
            return value.dump();
        const bool object = value.is_object();
        std::string line = object ? "{ " : "[";
        bool first = true;
        for (const auto &item : value.items()) {
            if (!first)
                line += ", ";
            first = false;
            if (object)
                line += ordered_json(item.key()).dump() + ": ";
            line += lineOf(item.value());
        }
        return line + (object ? " }" : "]");
    }

    void writeLines(const ordered_json &value, std::size_t level)
    {
        const bool object = value.is_object();
        text += object ? '{' : '[';
        bool first = true;
        for (const auto &item : value.items()) {
            text += first ? "\n" : ",\n";
            first = false;
            text.append(2 * (level + 1), ' ');
            const std::string key = object ? ordered_json(item.key()).dump() + ": " : std::string();
            text += key;
            if (level == 0)
                m_inTestData = item.key() == "testData";
            write(item.value(), level + 1, key.size());
        }
        text += '\n';
        text.append(2 * level, ' ');
        text += object ? '}' : ']';
    }

    bool m_inTestData = false;
};
} // namespace

QByteArray layOutJson(const ordered_json &value)
{
    JsonLayout layout;
    layout.write(value, 0, 0);
    layout.text += '\n';
    return QByteArray::fromStdString(layout.text);
}

} // namespace Weir
