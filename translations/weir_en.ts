<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Weir::LoadActions</name>
    <message numerus="yes">
        <source>%1 of %2 rows loaded in %3</source>
        <translation>
            <numerusform>%1 of %2 row loaded in %3</numerusform>
            <numerusform>%1 of %2 rows loaded in %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadDraft</name>
    <message numerus="yes">
        <source>About %1 rows, %2, %3</source>
        <translation>
            <numerusform>About %1 row, %2, %3</numerusform>
            <numerusform>About %1 rows, %2, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadFileEditor</name>
    <message numerus="yes">
        <source>First %1 lines: all are valid</source>
        <translation>
            <numerusform>First %1 line: it is valid</numerusform>
            <numerusform>First %1 lines: all are valid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First %1 lines: %2 would be rejected</source>
        <translation>
            <numerusform>First %1 line: %2 would be rejected</numerusform>
            <numerusform>First %1 lines: %2 would be rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadHistoryDialog</name>
    <message numerus="yes">
        <source>Remove the %1 rows that %2 put into the table %3? Rows that were changed since stay.</source>
        <translation>
            <numerusform>Remove the %1 row that %2 put into the table %3? If it was changed since, it stays.</numerusform>
            <numerusform>Remove the %1 rows that %2 put into the table %3? Rows that were changed since stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadPanel</name>
    <message numerus="yes">
        <source>%1 of %2 rows looked at</source>
        <translation>
            <numerusform>%1 of %2 row looked at</numerusform>
            <numerusform>%1 of %2 rows looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadProgressModel</name>
    <message numerus="yes">
        <source>Loaded before: %1 rows</source>
        <translation>
            <numerusform>Loaded before: %1 row</numerusform>
            <numerusform>Loaded before: %1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadSheet</name>
    <message numerus="yes">
        <source>The load of %1 that began on %2 is not finished; it wrote %3 rows.</source>
        <translation>
            <numerusform>The load of %1 that began on %2 is not finished; it wrote %3 row.</numerusform>
            <numerusform>The load of %1 that began on %2 is not finished; it wrote %3 rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was loaded already, on %2: it wrote %3 rows.</source>
        <translation>
            <numerusform>%1 was loaded already, on %2: it wrote %3 row.</numerusform>
            <numerusform>%1 was loaded already, on %2: it wrote %3 rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::MendDialog</name>
    <message numerus="yes">
        <source>%1 lines, %2 with a problem</source>
        <translation>
            <numerusform>%1 line, %2 with a problem</numerusform>
            <numerusform>%1 lines, %2 with a problem</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::TestDataModel</name>
    <message numerus="yes">
        <source>Duplicate %n rows</source>
        <translation>
            <numerusform>Duplicate %n row</numerusform>
            <numerusform>Duplicate %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n rows</source>
        <translation>
            <numerusform>Paste %n row</numerusform>
            <numerusform>Paste %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n cells</source>
        <translation>
            <numerusform>Clear %n cell</numerusform>
            <numerusform>Clear %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::TestDataPanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::Undo</name>
    <message numerus="yes">
        <source>Remove %n rows</source>
        <translation>
            <numerusform>Remove %n row</numerusform>
            <numerusform>Remove %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n rows</source>
        <translation>
            <numerusform>Move %n row</numerusform>
            <numerusform>Move %n rows</numerusform>
        </translation>
    </message>
</context>
</TS>
