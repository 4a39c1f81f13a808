// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/load/mappingmodel.h"
#include "models/load/previewmodel.h"

#include <QWidget>

#include <memory>

class QComboBox;

namespace Weir {

namespace Ui {
class LoadFileEditor;
}
class LoadDraft;
struct SheetFile;
class Theme;

/// One file of a load sheet: its entity, its format with what speaks for it, its columns and its first lines.
/// GUI thread.
class LoadFileEditor : public QWidget
{
    Q_OBJECT
public:
    LoadFileEditor(const Theme &theme, LoadDraft &draft, QWidget *parent = nullptr);
    ~LoadFileEditor() override;

    void setFile(int row); // -1: none

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectEditors();
    void fillChoices();
    void fillEntities();
    void update();
    void showFormat(const SheetFile &file);
    void updatePreviewLabel();
    void applyFormat();
    static void choose(QComboBox *combo, char character);

    std::unique_ptr<Ui::LoadFileEditor> ui;
    LoadDraft &m_draft;
    MappingModel m_mapping;
    PreviewModel m_preview;
    int m_file = -1;
    bool m_showing = false; // the editors change by our hand
};

} // namespace Weir
