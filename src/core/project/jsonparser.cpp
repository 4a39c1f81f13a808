// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/jsonparser.h"

#include "core/project/projectformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace Weir {

using nlohmann::json;

namespace {
constexpr std::size_t MaximumDepth = 64;
constexpr int MaximumReason = 200;

/// Builds the document, and stops at what nlohmann's own builder lets pass.
class JsonBuilder : public nlohmann::json_sax<json>
{
public:
    explicit JsonBuilder(const QByteArray &text)
        : m_text(text)
    {}

    json document;
    QString error;

    bool null() override { return add(json()); }
    bool boolean(bool value) override { return add(json(value)); }
    bool number_integer(number_integer_t value) override { return add(json(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(json(value)); }
    bool number_float(number_float_t value, const string_t &) override { return add(json(value)); }
    bool string(string_t &value) override { return add(json(std::move(value))); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_array() override { return close(); }
    bool key(string_t &name) override;
    bool parse_error(std::size_t position, const std::string &,
                     const nlohmann::detail::exception &ex) override;

private:
    bool isLeftOut() const;
    bool count();
    bool add(json &&value);
    bool open(json &&container);
    bool close();
    QString path() const;

    const QByteArray &m_text;
    std::vector<json *> m_open;      // the containers around the place, outermost first
    std::vector<std::string> m_keys; // of each container; empty for arrays
    std::size_t m_leftOut = 0;       // levels open in an element that is left out
    int m_values = 0;
};

/// A row of test data, or within one.
bool JsonBuilder::isLeftOut() const
{
    constexpr std::size_t RowLevel = 3;
    return m_leftOut > 0
        || (m_open.size() == RowLevel && m_open.back()->is_array() && m_open[1]->is_object()
            && m_keys[0] == TestDataKey);
}

bool JsonBuilder::count()
{
    if (++m_values <= MaximumProjectValues)
        return true;
    error = QCoreApplication::translate(
                "Weir::ProjectFile", "%1: more than %2 values beside the rows of test data are not allowed.")
                .arg(path().left(MaximumReason), QString::number(MaximumProjectValues));
    return false;
}

bool JsonBuilder::add(json &&value)
{
    if (isLeftOut())
        return true;
    if (!count())
        return false;
    if (m_open.empty())
        document = std::move(value);
    else if (m_open.back()->is_array())
        m_open.back()->push_back(std::move(value));
    else
        (*m_open.back())[m_keys.back()] = std::move(value);
    return true;
}

bool JsonBuilder::open(json &&container)
{
    if (m_open.size() + m_leftOut == MaximumDepth) {
        error = QCoreApplication::translate("Weir::ProjectFile",
                                            "%1: more than %2 levels of brackets are not allowed.")
                    .arg(path().left(MaximumReason), QString::number(MaximumDepth));
        return false;
    }
    if (isLeftOut()) {
        ++m_leftOut;
        return true;
    }
    if (!add(std::move(container)))
        return false;
    json *const added = m_open.empty() ? &document
        : m_open.back()->is_array()    ? &m_open.back()->back()
                                       : &(*m_open.back())[m_keys.back()];
    m_open.push_back(added);
    m_keys.emplace_back();
    return true;
}

bool JsonBuilder::close()
{
    if (m_leftOut > 0) {
        --m_leftOut;
        return true;
    }
    m_open.pop_back();
    m_keys.pop_back();
    return true;
}

bool JsonBuilder::key(string_t &name)
{
    if (m_leftOut > 0)
        return true;
    const bool repeated = m_open.back()->contains(name);
    m_keys.back() = std::move(name);
    if (repeated)
        error = QCoreApplication::translate("Weir::ProjectFile", "%1: this key is there twice; remove one.")
                    .arg(path());
    return !repeated;
}

QString JsonBuilder::path() const
{
    QString result;
    for (std::size_t i = 0; i < m_open.size(); ++i) {
        const json &container = *m_open[i];
        if (!container.is_array())
            result += jsonMember(QString::fromStdString(m_keys[i]));
        else
            result += jsonElement(static_cast<qsizetype>(container.size()) - (i + 1 < m_open.size() ? 1 : 0));
    }
    return result.startsWith(u'.') ? result.mid(1) : result;
}

/// nlohmann's text without its own prefix and position.
QString reasonOf(const nlohmann::detail::exception &ex)
{
    QString reason = QString::fromUtf8(ex.what());
    reason.remove(0, reason.indexOf(QStringLiteral("] ")) + 2);
    if (reason.startsWith(QStringLiteral("parse error")))
        reason.remove(0, reason.indexOf(QStringLiteral(": ")) + 2);
    return reason.size() > MaximumReason ? reason.left(MaximumReason) + u'…' : reason;
}

bool JsonBuilder::parse_error(std::size_t position, const std::string &,
                              const nlohmann::detail::exception &ex)
{
    // The position counts the bytes that were read, the offending one included.
    const qsizetype at = std::clamp<qsizetype>(static_cast<qsizetype>(position) - 1, 0, m_text.size());
    const QByteArray before = m_text.left(at);
    const qsizetype column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    error =
        QCoreApplication::translate("Weir::ProjectFile", "Line %1, column %2: this is not valid JSON (%3).")
            .arg(QString::number(before.count('\n') + 1), QString::number(column), reasonOf(ex));
    return false;
}
} // namespace

Expected<json> parseJson(const QByteArray &text)
{
    if (text.size() > MaximumProjectSize)
        return failure(QCoreApplication::translate(
            "Weir::ProjectFile", "The text is larger than 64 MiB, which no project needs."));
    JsonBuilder builder(text);
    if (!json::sax_parse(text.begin(), text.end(), &builder))
        return failure(builder.error);
    return std::move(builder.document);
}

QString jsonMember(const QString &name)
{
    const auto isPlain = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    };
    if (!name.isEmpty() && std::all_of(name.begin(), name.end(), isPlain))
        return u'.' + name;
    return QStringLiteral("[%1]").arg(QString::fromStdString(json(name.toStdString()).dump()));
}

QString jsonElement(qsizetype index)
{
    return QStringLiteral("[%1]").arg(index);
}

} // namespace Weir
