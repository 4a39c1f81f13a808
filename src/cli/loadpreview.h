// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/loadplanner.h"
#include "core/violation.h"

#include <nlohmann/json.hpp>

namespace Weir {

/// What a load would make of one file: its format with the evidence, its mapping and the verdicts on its
/// first rows. Touches neither file nor database.
class LoadPreview
{
public:
    /// `misfit`: why the columns do not suit the entity; empty: they do.
    LoadPreview(const Project &project, const DetectedFile &planned, ColumnMapping::Ragged ragged,
                const QString &misfit);

    /// No row checked breaks a rule, and the columns suit the entity.
    bool isGood() const { return m_misfit.isEmpty() && m_invalid.isEmpty(); }
    QString text() const;
    nlohmann::ordered_json json() const;

private:
    struct InvalidRow
    {
        qint64 line = 0;
        QStringList messages;
        QList<Violation> violations; // none: the record is malformed
    };

    void check(ColumnMapping::Ragged ragged);
    QString mappingText() const;
    QString verdictText() const;

    const Entity &m_entity;
    QString m_database;
    const DetectedFile &m_planned;
    QString m_misfit;
    qint64 m_checked = 0;
    QList<InvalidRow> m_invalid;
};

/// "UTF-8, gzip, delimiter ',', quote '\"', header".
QString formatText(const CsvFormat &format);

} // namespace Weir
