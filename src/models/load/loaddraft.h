// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadplan.h"
#include "models/load/fileinspection.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace Weir {

class Executor;

/// A file on the load sheet: what was found in it, and what the user made of it.
struct SheetFile
{
    QString path;
    bool resumes = false; // a load that was not finished
    // What the user settled; the rest is found out:
    std::optional<CsvFormat> chosenFormat;
    std::optional<ColumnMapping> chosenMapping;
    QStringList mappedHeader; // columns that chosenMapping is about; empty: any, if only their number fits

    int entity = -1; // index in Project::entities; -1: what it looks like
    CsvDetection detection;
    ColumnMapping mapping;
    PreviewCheck check;
    QString error;           // why it cannot be read
    bool ready = false;      // detection is there
    quint64 inspection = 0;  // the newest one asked for
    bool inspecting = false; // read, or only checked against the rules
    bool reading = false;    // detection is not what the format gives, or not there yet

    CsvFormat format() const { return chosenFormat.value_or(detection.format); }
};

/// A load being prepared: its files as a table, and the plan they make. Files are read and checked by an
/// Executor. GUI thread.
class LoadDraft : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { File, EntityColumn, Rows, Size, ColumnCount };
    enum Roles { ProblemRole = Qt::UserRole + 1 };

    LoadDraft(const Project &project, Executor &executor, QObject *parent = nullptr);

    const Project &project() const { return m_project; }
    /// Files whose entity is gone must get another one.
    void setProject(const Project &project);

    /// Files that are there already are left out. `entity` -1: what they look like.
    void addFiles(const QStringList &paths, int entity = -1);
    /// With entity, format and mapping settled. `resumes`: it goes on with a load that was not finished.
    void addFile(const SourceFile &file, bool resumes = false);
    void removeFile(int row);
    const SheetFile &file(int row) const { return m_files[static_cast<std::size_t>(row)]; }
    void setEntity(int row, int entity); // maps the columns anew
    void setFormat(int row, const CsvFormat &format);
    void detectAgain(int row); // forgets what the user settled
    /// `field`: index in the entity's fields; -1: the column is not loaded.
    void setField(int row, int column, int field);
    int fieldOf(int row, int column) const; // -1: none

    const LoadSettings &settings() const { return m_settings; }
    void setSettings(const LoadSettings &settings);
    void setBytesPerSecond(double rate) { m_bytesPerSecond = rate; } // for the estimate of time

    LoadPlan plan() const;
    /// All files go on with loads that were not finished.
    bool resumes() const;
    /// Why it cannot be loaded as it is, one sentence; empty: it can.
    QString problem() const;
    QString fileProblem(int row) const;
    /// "About 1,000,000 rows, 38 MB, 1 s"; empty before the files were read.
    QString estimate() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void fileChanged(int row);
    void changed(); // anything that problem(), plan() or estimate() tell

private:
    int rowOf(const QString &path) const; // -1: none
    void append(const SheetFile &file);
    /// Finds out what is not settled and checks the first lines, reading the file again if need be. The
    /// newest inspection counts.
    void inspect(int row);
    void take(quint64 inspection, const FileFindings &findings);
    void announce(int row);
    ColumnMapping defaultMapping(const SheetFile &file) const;
    QString cell(const SheetFile &file, int column) const;

    Project m_project;
    LoadSettings m_settings;
    std::vector<SheetFile> m_files;
    Executor &m_executor;
    quint64 m_lastInspection = 0;
    double m_bytesPerSecond;
};

} // namespace Weir
