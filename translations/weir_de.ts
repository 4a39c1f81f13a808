<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Databases</name>
    <message>
        <source>The data directory %1 cannot be created: check its permissions or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The databases &quot;%1&quot; and &quot;%2&quot; are the same file %3: give each a file of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteBackend</name>
    <message>
        <source>The database %1 is on a network file system, where SQLite&apos;s WAL does not work: it is written with a rollback journal instead, which is slower; a local disk is safer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteBackup</name>
    <message>
        <source>The backup copy %1 cannot be written (%2), so nothing was changed: check that its directory can be written and has space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteConnection</name>
    <message>
        <source>The database %1 cannot be opened because Qt&apos;s SQLite driver is not installed: install it (Debian: libqt6sql6-sqlite).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver has a SQLite of its own (%1), not the one Weir uses (%2): install a Qt that uses the system&apos;s SQLite.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteError</name>
    <message>
        <source>The database file %1 was moved, replaced or deleted while in use: put it back, or run again to start with the file that is there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory of the database %1 cannot be written: SQLite needs to keep its log there; change the directory&apos;s permissions or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file %1 is read-only: make it writable or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the database %1 failed (SQLite code %2): check the disk or the connection to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not confirm what was written to %1 (SQLite code %2): the transaction was rolled back; check the disk, then run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locking the database %1 failed (SQLite code %2): its file system may not support locks; move the file to a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing to the database %1 failed (SQLite code %2): check the disk, then run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of the database %1 call a function that a file may not call by itself (%3): remove it from the table&apos;s definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is damaged (%3): restore it from a backup, or save what is readable with &quot;sqlite3 FILE .recover&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is locked by another program: close that program or wait until it is done, then run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is in use by another transaction: run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work on the database %1 was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 refuses the row (%3): change the row or the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of the row is larger than the database %1 takes: shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds %1 is full: free some space, then run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 cannot be opened (SQLite code %2): check that its directory exists and that you may read and write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is not an SQLite database: choose another file, or move this one away and run again to make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of the database %1 changed while in use (%3): run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 reports an error: %3 (SQLite code %2).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteFile</name>
    <message>
        <source>The directory %1 of the database %2 does not exist: create it or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a directory, not a database file: choose another file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file %1 does not exist yet: a run creates it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Weir (process %1) uses the database %2: close it, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteQuery</name>
    <message>
        <source>The statement is wrong (%1): correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement does more than read, which is not allowed here: use SELECT, or allow writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one statement was given: run them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no SQL statement in the text: give one, such as SELECT 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is larger than %1 rows or %2 MiB: select less of it, for example with LIMIT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement holds a NUL character: remove it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteSchema</name>
    <message>
        <source>Brought %1 to schema version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Weir (schema version %2, this one knows %3): update Weir or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite cannot have a table or column named as the project names them for %1 (table &quot;%2&quot;): choose names that are not empty and do not begin with &quot;sqlite_&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; in the database %2 has no column &quot;%3&quot;: add it (weir-cli migrate) or choose another table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created table &quot;%1&quot; in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added column &quot;%1&quot; to table &quot;%2&quot; in %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteSession</name>
    <message>
        <source>The database %1 ignored the row: a trigger or conflict clause of the table says so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteSettings</name>
    <message>
        <source>The database %1 keeps journal mode &quot;%2&quot; where &quot;%3&quot; was asked for: close other programs that use it, or choose &quot;%2&quot; in the project.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteTable</name>
    <message>
        <source>&quot;%1&quot; in the database %2 is not an ordinary table (but: %3): choose another table name or another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of table &quot;%2&quot; in the database %3 is computed and takes no values: remove the field from the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of table &quot;%2&quot; in the database %3 is not the table&apos;s INTEGER PRIMARY KEY: choose another table or key field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of table &quot;%2&quot; in the database %3 has the type %4 where the project says %5: change the field&apos;s type or choose another table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; in the database %2 has a column &quot;%3&quot; that must have a value (NOT NULL) but is no field of the project: add the field or choose another table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SqliteTableReader</name>
    <message>
        <source>The database %1 has no table &quot;%2&quot; yet: a run creates it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; in the database %2 has no column &quot;%3&quot;: add it (weir-cli migrate) or choose another table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::AboutDialog</name>
    <message>
        <source>About Weir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concurrent, validated loading into several databases, with every row accounted for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weir is free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt %1, SQLite %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Databases are in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::DisplayTemplate</name>
    <message>
        <source>A &quot;{&quot; is not closed; write &quot;{{&quot; for the brace itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; to put in the place of &quot;{%1}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &quot;}&quot; has no &quot;{&quot; before it; write &quot;}}&quot; for the brace itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::DockTitle</name>
    <message>
        <source>Detach or attach this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach or attach %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this panel; the View menu brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::Duration</name>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::EmptyTablesDialog</name>
    <message>
        <source>Empty the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all rows of these tables?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup copy is made first. Until the next run, Undo Emptying puts the rows back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the table of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::InfoBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::LogModel</name>
    <message>
        <source>Run %1 of &apos;%2&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inserted with key %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not written: the run was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::LogPanel</name>
    <message>
        <source>Fi&amp;nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to find in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show lines that contain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show lines of this entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show lines with this outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the newest line in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the lines that are shown to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row of a run gets a line here, with its outcome. Press %1 to start one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the text, the entity or the outcome above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log could not be saved as %1: %2. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::MainWindow</name>
    <message>
        <source>Weir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin anew with the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave Weir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the filter of the table or the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run Insertion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all rows and insert the valid ones, all tasks at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run: no new transaction begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads, attempts, journal mode, synchronous and busy timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay &amp;Slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a short run slowly after it has ended; the run itself is never slowed down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;kip Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the rest of the replay at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables Side &amp;by Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all tables beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between the light and the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;Test Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Ta&amp;bles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to S&amp;ummary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all tables anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset La&amp;yout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Migrate Databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make missing tables and columns; nothing is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Empty the Tables…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the rows of the tables; says first how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo Emptying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the deleted rows back; possible until the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Data &amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder of the databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, theme and habits of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the user guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Weir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows deleted: %1. A backup was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deleted rows are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder %1 could not be opened. Open it with a file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Weir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows inserted in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All databases are up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run first, then open another project.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::Outcome</name>
    <message>
        <source>The run was stopped before this row was written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::ProjectDocument</name>
    <message>
        <source>This project has no file yet. Save it under a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Change run settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change database &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::ProjectFile</name>
    <message>
        <source>must be an object in braces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a known key; known are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; it must be one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list in brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a number out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: more than %2 levels of brackets are not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this key is there twice; remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2: this is not valid JSON (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is larger than 64 MiB, which no project needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not valid Unicode text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot contain a NUL character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1; it must be between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is another database &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another database has the file &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a &quot;file:&quot; address is not allowed; write a plain file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file name; databases in memory are not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a directory; write a file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; leaves the data directory; &quot;..&quot; is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is another entity &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another entity has the table &quot;%1&quot; in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a project cannot have more than %1 rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a project cannot have more than %1 patterns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names that begin with &quot;sqlite_&quot; or &quot;weir_&quot; are reserved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no database &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more than %1 fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is another field &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly one field must be the key (&quot;key&quot;: true).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key must be of type integer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no entity &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row has %1 cells; the entity has %2 fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project &quot;%1&quot; cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project was not saved to &quot;%1&quot;: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Weir project: the key &quot;format&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project has format %1 and was written by a newer Weir; this one reads format %2. Update Weir to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project has the unknown format %1; this Weir reads format %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rule &quot;%1&quot; has no such parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot; in the entity &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pattern is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pattern &quot;%1&quot; is not valid: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a length cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is less than &quot;minLength&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every field has this rule; it is not written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of allowed values is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the maximum is less than the field&apos;s minimum.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::ProjectFiles</name>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weir projects (*.weir);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weir projects (*.weir)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you do not save them, they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::QuitGuard</name>
    <message>
        <source>A run is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run and quit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transactions under way finish or roll back; the rest of the rows is not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::RecentMenu</name>
    <message>
        <source>&amp;%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::RuleSet</name>
    <message>
        <source>%1 must not contain a NUL character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be valid UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a range of characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a closing bracket &quot;]&quot; is missing in &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a closing parenthesis &quot;)&quot; is missing in &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a closing parenthesis &quot;)&quot; too many in &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing follows the backslash at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to repeat before &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; repeats too often; 1000 times is the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; repeats a repetition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not supported, because matching it could take forever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid Unicode text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid group name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large; use smaller repetition counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 length must be at least %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 length must be at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 length must be exactly %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 length must be between %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be one of: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is required and cannot be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a valid email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too long to be matched with the pattern %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must match the pattern %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a positive integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be greater than 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be at least %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be at most %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::RunSettingsDialog</name>
    <message>
        <source>Run settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many as tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Attempts per transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts per transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a transaction is tried, the first time included, before its rows fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal mode of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronous level of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy timeout of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every acknowledged row survives a power cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged rows can be lost in a power cut. WAL with FULL, or EXTRA, keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change run settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::RunStatus</name>
    <message>
        <source>%1 of %2 tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the databases…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::RunToolBar</name>
    <message>
        <source>Strate&amp;gy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tas&amp;ks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy: how tasks share a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many tasks the rows are divided among; all start together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::Runner</name>
    <message>
        <source>The project has no database named &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no rows to insert: add some test data first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replay short runs slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run itself always goes at full speed; what was recorded is then shown slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask before quitting during a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to find among the shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a shortcut…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page up or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::SqliteAdvice</name>
    <message>
        <source>SQLite %1 can lose acknowledged rows when a checkpoint overlaps commits of another connection (mended in 3.51.3). Weir&apos;s gate keeps its own commits and checkpoints apart, so rows written by Weir are safe; another program that writes the same files at the same time is not covered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::Strategy</name>
    <message>
        <source>Contend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every task begins its own transaction; the database&apos;s lock decides, and the others sleep and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tasks of a database take turns, in the order they came, with a transaction each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks that arrive while a commit is under way share the next one; none is acknowledged before it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::SummaryModel</name>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::SummaryPanel</name>
    <message>
        <source>Rows by entity and outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Re&amp;port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report of the last run as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts, latencies and transactions of the last run stand here. Press %1 to start one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows inserted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::TableEmptier</name>
    <message>
        <source>No backup can be made in %1, so nothing was deleted. Check that the folder can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has new rows since it was emptied, so its old rows were not put back. They are in %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::TablePanel</name>
    <message>
        <source>Table to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column to filter by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show rows that contain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel reading the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with &amp;Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter by This Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort &amp;Ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort &amp;Descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Natural Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the table anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (≈%2)</source>
        <comment>file name and estimated number of rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>file name and number of rows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Empty the Tables…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading… %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≈ %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that match: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row contains “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the filter, or clear it to see all rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Run Insertion (%1): the rows appear here as they are committed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run Insertion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End and Home go to the last and first row; a click on a header sorts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::TableWorkspace</name>
    <message>
        <source>Rows in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::TestDataModel</name>
    <message>
        <source>Add row</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Clear %n cell(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reset to sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: left blank, the database gives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::TestDataPanel</name>
    <message>
        <source>En&amp;tity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity whose rows are edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test data rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells that break a rule are marked; F2 edits a cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected rows up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected rows down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the selected cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste cells from a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear Cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the selected cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;set to Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the sample rows back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &amp;Only Rejected Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run only the rows that break a rule or that the last run did not insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text on the clipboard to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Run &amp;only rejected rows (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells that break a rule are marked as you type.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Weir::Verdict</name>
    <message>
        <source>Inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
