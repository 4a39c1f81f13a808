// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/testrowreader.h"

#include "core/project/jsonparser.h"
#include "core/project/projectformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace Weir {

using nlohmann::json;

namespace {

/// Follows the text down to the rows; the first failure ends it.
class RowReader : public nlohmann::json_sax<json>
{
public:
    explicit RowReader(Project &project)
        : m_project(project)
    {}

    QString error;

    bool null() override { return takeOther(); }
    bool boolean(bool) override { return takeOther(); }
    bool number_integer(number_integer_t) override { return takeOther(); }
    bool number_unsigned(number_unsigned_t) override { return takeOther(); }
    bool number_float(number_float_t, const string_t &) override { return takeOther(); }
    bool string(string_t &value) override;
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool key(string_t &name) override;
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override
    {
        return false;
    }

private:
    // Containers around what comes.
    static constexpr int InRoot = 1;
    static constexpr int InTestData = 2;
    static constexpr int InRows = 3;
    static constexpr int InRow = 4;

    bool isIn(int depth) const { return m_depth == depth && m_isRows; }
    bool takeOther();
    bool fail(const QString &message, const std::string *cell = nullptr);
    bool beginEntity(const QString &name);
    bool beginCell(const std::string &name);
    QString shared(QString cell);

    Project &m_project;
    int m_depth = 0;
    bool m_isTestData = false; // the root's member that is being read
    bool m_isRows = false;
    QString m_entity;
    std::vector<std::string> m_fields;
    QList<TestRow> m_rows;
    TestRow m_row;
    std::vector<bool> m_seen;
    std::size_t m_column = 0;
    std::array<QString, 1024> m_recent;
};

bool RowReader::fail(const QString &message, const std::string *cell)
{
    QString path = QString::fromLatin1(TestDataKey) + jsonMember(m_entity) + jsonElement(m_rows.size());
    if (cell)
        path += jsonMember(QString::fromStdString(*cell));
    error = QStringLiteral("%1: %2").arg(path, message);
    return false;
}

bool RowReader::takeOther()
{
    if (isIn(InRows))
        return fail(QCoreApplication::translate("Weir::ProjectFile", "must be an object in braces."));
    if (isIn(InRow))
        return fail(QCoreApplication::translate("Weir::ProjectFile", "must be a text in quotes."),
                    &m_fields[m_column]);
    return true;
}

bool RowReader::string(string_t &value)
{
    if (!isIn(InRow))
        return takeOther();
    m_row[static_cast<qsizetype>(m_column)] = shared(QString::fromStdString(value));
    return true;
}

/// Columns often have few different values.
QString RowReader::shared(QString cell)
{
    QString &recent = m_recent[qHash(cell) % m_recent.size()];
    if (recent != cell)
        recent = std::move(cell);
    return recent;
}

bool RowReader::start_object(std::size_t)
{
    if (isIn(InRow))
        return takeOther();
    if (isIn(InRows)) {
        m_row = TestRow(static_cast<qsizetype>(m_fields.size()));
        m_seen.assign(m_fields.size(), false);
    }
    ++m_depth;
    return true;
}

bool RowReader::end_object()
{
    if (isIn(InRow))
        m_rows.append(std::exchange(m_row, {}));
    --m_depth;
    return true;
}

bool RowReader::start_array(std::size_t)
{
    if (isIn(InRows) || isIn(InRow))
        return takeOther();
    m_isRows = m_depth == InTestData && m_isTestData;
    ++m_depth;
    return true;
}

bool RowReader::end_array()
{
    if (isIn(InRows)) {
        m_project.testData.insert(m_entity, std::exchange(m_rows, {}));
        m_isRows = false;
    }
    --m_depth;
    return true;
}

bool RowReader::key(string_t &name)
{
    if (isIn(InRow))
        return beginCell(name);
    if (m_depth == InRoot)
        m_isTestData = name == TestDataKey;
    else if (m_depth == InTestData && m_isTestData)
        return beginEntity(QString::fromStdString(name));
    return true;
}

bool RowReader::beginEntity(const QString &name)
{
    const int index = m_project.entityIndex(name);
    if (index < 0)
        return false;
    m_entity = name;
    m_fields.clear();
    for (const Field &field : m_project.entities.at(index).fields)
        m_fields.push_back(field.name.toStdString());
    return true;
}

bool RowReader::beginCell(const std::string &name)
{
    const auto field = std::find(m_fields.begin(), m_fields.end(), name);
    m_column = static_cast<std::size_t>(field - m_fields.begin());
    if (field == m_fields.end()) {
        return fail(
            QCoreApplication::translate("Weir::ProjectFile", "there is no field \"%1\" in the entity \"%2\".")
                .arg(QString::fromStdString(name), m_entity),
            &name);
    }
    if (m_seen[m_column])
        return fail(QCoreApplication::translate("Weir::ProjectFile", "this key is there twice; remove one."),
                    &name);
    m_seen[m_column] = true;
    return true;
}

} // namespace

Expected<Project> readTestRows(const QByteArray &text, Project project)
{
    RowReader reader(project);
    if (!json::sax_parse(text.begin(), text.end(), &reader))
        return failure(reader.error);
    return project;
}

} // namespace Weir
