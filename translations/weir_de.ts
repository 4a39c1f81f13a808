<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>BatchUndo</name>
    <message>
        <source>Row %1 was changed after the load.</source>
        <translation>Die Zeile mit dem Schlüssel %1 wurde nach dem Laden geändert.</translation>
    </message>
    <message>
        <source>Row %1 stays: nobody knows what its column &quot;%2&quot; held after the load, and so whether somebody changed it.</source>
        <translation>Die Zeile mit dem Schlüssel %1 bleibt: Es ist nicht bekannt, was ihre Spalte „%2“ nach dem Laden enthielt, und damit nicht, ob jemand sie geändert hat.</translation>
    </message>
    <message>
        <source>Row %1 cannot be removed: %2</source>
        <translation>Die Zeile mit dem Schlüssel %1 kann nicht entfernt werden: %2</translation>
    </message>
</context>
<context>
    <name>Databases</name>
    <message>
        <source>The data directory %1 cannot be created: check its permissions or choose another one.</source>
        <translation>Der Datenordner %1 kann nicht angelegt werden: Prüfen Sie seine Zugriffsrechte oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The databases &quot;%1&quot; and &quot;%2&quot; are the same file %3: give each a file of its own.</source>
        <translation>Die Datenbanken „%1“ und „%2“ sind dieselbe Datei %3: Geben Sie jeder eine eigene Datei.</translation>
    </message>
</context>
<context>
    <name>LedgerTables</name>
    <message>
        <source>The ledger tables of the database %1 (weir_load, weir_ledger) are not Weir&apos;s: they are no ordinary tables, lack columns, or have triggers or foreign keys. Rename or drop them, or choose another database.</source>
        <translation>Die Tabellen des Ladebuchs in der Datenbank %1 (weir_load, weir_ledger) sind nicht die von Weir: Sie sind keine gewöhnlichen Tabellen, ihnen fehlen Spalten, oder sie haben Trigger oder Fremdschlüssel. Benennen Sie sie um, löschen Sie sie, oder wählen Sie eine andere Datenbank.</translation>
    </message>
    <message>
        <source>The ledger of the database %1 is damaged: its tables weir_load and weir_ledger hold what Weir does not write there. Restore the database from a backup, or drop these two tables: the rows that were loaded stay, but their loads are no longer known.</source>
        <translation>Das Ladebuch der Datenbank %1 ist beschädigt: In den Tabellen weir_load und weir_ledger steht, was Weir dort nicht schreibt. Stellen Sie die Datenbank aus einer Sicherung wieder her, oder löschen Sie diese beiden Tabellen: Die geladenen Zeilen bleiben, aber ihre Ladevorgänge sind dann nicht mehr bekannt.</translation>
    </message>
</context>
<context>
    <name>OutputPlace</name>
    <message>
        <source>%1 is a file that the work itself reads or writes, so nothing is written over it: choose another name.</source>
        <translation>%1 ist eine Datei, die für die Arbeit selbst gelesen oder geschrieben wird, daher wird sie nicht überschrieben: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is a link that leads to no file: remove it, or choose another name.</source>
        <translation>%1 ist eine Verknüpfung, die zu keiner Datei führt: Entfernen Sie sie, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is not a file that can be written: choose another name.</source>
        <translation>%1 ist keine Datei, die geschrieben werden kann: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>SqlLedger</name>
    <message>
        <source>The ledger of the database %1 does not hold which rows this load inserted, so it cannot be undone: load with undo switched on, or delete the rows by hand.</source>
        <translation>Im Ladebuch der Datenbank %1 steht nicht, welche Zeilen dieser Ladevorgang eingefügt hat, daher kann er nicht rückgängig gemacht werden: Laden Sie mit eingeschaltetem Rückgängigmachen, oder löschen Sie die Zeilen von Hand.</translation>
    </message>
    <message>
        <source>A newer Weir recorded this load in the ledger of the database %1 in a way that this one does not know: undo it, or go on with it, with the newer one.</source>
        <translation>Ein neueres Weir hat diesen Ladevorgang im Ladebuch der Datenbank %1 auf eine Weise festgehalten, die dieses hier nicht kennt: Machen Sie ihn mit dem neueren rückgängig, oder setzen Sie ihn damit fort.</translation>
    </message>
    <message>
        <source>The ledger of the database %1 no longer knows this load: somebody removed it. Load the file again.</source>
        <translation>Das Ladebuch der Datenbank %1 kennt diesen Ladevorgang nicht mehr: Jemand hat ihn entfernt. Laden Sie die Datei erneut.</translation>
    </message>
</context>
<context>
    <name>SqliteBackend</name>
    <message>
        <source>The database %1 is on a network file system, where SQLite&apos;s WAL does not work: it is written with a rollback journal instead, which is slower; a local disk is safer.</source>
        <translation>Die Datenbank %1 liegt auf einem Netzwerk-Dateisystem, auf dem das WAL von SQLite nicht funktioniert: Sie wird stattdessen mit einem Rollback-Journal geschrieben, was langsamer ist; ein lokaler Datenträger ist sicherer.</translation>
    </message>
</context>
<context>
    <name>SqliteConnection</name>
    <message>
        <source>The database %1 cannot be opened because Qt&apos;s SQLite driver is not installed: install it (Debian: libqt6sql6-sqlite).</source>
        <translation>Die Datenbank %1 kann nicht geöffnet werden, weil der SQLite-Treiber von Qt fehlt: Installieren Sie ihn (Debian: libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver has a SQLite of its own (%1), not the one Weir uses (%2): install a Qt that uses the system&apos;s SQLite.</source>
        <translation>Der SQLite-Treiber von Qt bringt ein eigenes SQLite mit (%1), nicht das von Weir verwendete (%2): Installieren Sie ein Qt, das das SQLite des Systems verwendet.</translation>
    </message>
</context>
<context>
    <name>SqliteEmptying</name>
    <message>
        <source>Deleting the rows of &quot;%1&quot; in the database %2 would start the trigger &quot;%3&quot;, whose work could not be undone, so nothing was deleted there: drop the trigger first, or delete the rows with another program.</source>
        <translation>Das Löschen der Zeilen von „%1“ in der Datenbank %2 würde den Trigger „%3“ auslösen, dessen Wirkung nicht rückgängig zu machen wäre, daher wurde dort nichts gelöscht: Entfernen Sie zuerst den Trigger, oder löschen Sie die Zeilen mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Deleting the rows of &quot;%1&quot; in the database %2 would also change rows of &quot;%3&quot;, which refer to them, so nothing was deleted there: empty that table as well, or change its rows first.</source>
        <translation>Das Löschen der Zeilen von „%1“ in der Datenbank %2 würde auch Zeilen von „%3“ ändern, die auf sie verweisen, daher wurde dort nichts gelöscht: Leeren Sie auch diese Tabelle, oder ändern Sie zuerst ihre Zeilen.</translation>
    </message>
    <message>
        <source>Not all rows of &quot;%1&quot; in the database %2 can be deleted, so none was: check the database with PRAGMA integrity_check.</source>
        <translation>Nicht alle Zeilen von „%1“ in der Datenbank %2 können gelöscht werden, daher wurde keine gelöscht: Prüfen Sie die Datenbank mit PRAGMA integrity_check.</translation>
    </message>
    <message>
        <source>Rows of &quot;%3&quot; in the database %2 refer to rows of &quot;%1&quot; (FOREIGN KEY), so nothing was deleted there: empty that table as well, or delete those rows first.</source>
        <translation>Zeilen von „%3“ in der Datenbank %2 verweisen auf Zeilen von „%1“ (FOREIGN KEY), daher wurde dort nichts gelöscht: Leeren Sie auch diese Tabelle, oder löschen Sie zuerst diese Zeilen.</translation>
    </message>
    <message>
        <source>Other rows of the database %2 refer to rows of &quot;%1&quot; (FOREIGN KEY), so nothing was deleted there: delete those rows first.</source>
        <translation>Andere Zeilen der Datenbank %2 verweisen auf Zeilen von „%1“ (FOREIGN KEY), daher wurde dort nichts gelöscht: Löschen Sie zuerst diese Zeilen.</translation>
    </message>
    <message>
        <source>The rows cannot be copied to the folder %1 (%2), so nothing was deleted: check that it is yours and can be written.</source>
        <translation>Die Zeilen können nicht in den Ordner %1 kopiert werden (%2), daher wurde nichts gelöscht: Prüfen Sie, ob er Ihnen gehört und beschreibbar ist.</translation>
    </message>
    <message>
        <source> A copy of the rows is in %1.</source>
        <translation> Eine Kopie der Zeilen liegt in %1.</translation>
    </message>
    <message>
        <source>the table &quot;%1&quot; is gone</source>
        <translation>die Tabelle „%1“ nicht mehr da ist</translation>
    </message>
    <message>
        <source>the table &quot;%1&quot; has no column &quot;%2&quot; any more</source>
        <translation>die Tabelle „%1“ keine Spalte „%2“ mehr hat</translation>
    </message>
    <message>
        <source>there is no place for the row %2 of &quot;%1&quot;: %3</source>
        <translation>für die Zeile %2 von „%1“ kein Platz ist: %3</translation>
    </message>
    <message>
        <source>rows of &quot;%1&quot; (the first has the row id %2) refer to rows of &quot;%3&quot; that are not there</source>
        <translation>Zeilen von „%1“ (die erste hat die rowid %2) auf Zeilen von „%3“ verweisen, die nicht da sind</translation>
    </message>
    <message>
        <source>rows refer to others that are not there</source>
        <translation>Zeilen auf andere verweisen, die nicht da sind</translation>
    </message>
    <message>
        <source>The copy %1 does not hold the rows that were taken away, so none was put back: something else changed that file.</source>
        <translation>Die Kopie %1 enthält die entfernten Zeilen nicht, daher wurde keine wiederhergestellt: Ein anderes Programm hat diese Datei geändert.</translation>
    </message>
    <message>
        <source>The rows were taken out of another database than %1, so none was put back: give this database its former file again, then undo once more.</source>
        <translation>Die Zeilen stammen aus einer anderen Datenbank als %1, daher wurde keine wiederhergestellt: Geben Sie dieser Datenbank wieder ihre frühere Datei, und machen Sie das Leeren dann noch einmal rückgängig.</translation>
    </message>
    <message>
        <source>The rows cannot be copied to %1 (%2), so nothing was deleted: check that its folder can be written and has space.</source>
        <translation>Die Zeilen können nicht nach %1 kopiert werden (%2), daher wurde nichts gelöscht: Prüfen Sie, ob der Ordner beschreibbar ist und genügend Platz hat.</translation>
    </message>
    <message>
        <source>The database %2 has no table &quot;%1&quot; to be emptied.</source>
        <translation>Die Datenbank %2 hat keine Tabelle „%1“, die geleert werden könnte.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the database %2 is not an ordinary table, so its rows are neither taken away nor put back.</source>
        <translation>„%1“ in der Datenbank %2 ist keine gewöhnliche Tabelle, daher werden ihre Zeilen weder entfernt noch wiederhergestellt.</translation>
    </message>
    <message>
        <source>No row was put back in the database %1, because %2. Mend that and undo the emptying again before the next run, load or emptying and before the project or Weir is closed: until then the rows are kept in %3.</source>
        <translation>In der Datenbank %1 wurde keine Zeile wiederhergestellt, weil %2. Beheben Sie das und machen Sie das Leeren erneut rückgängig, bevor Sie einen Lauf, einen Ladevorgang oder ein weiteres Leeren starten und bevor Sie das Projekt oder Weir schließen: Bis dahin liegen die Zeilen in %3.</translation>
    </message>
</context>
<context>
    <name>SqliteError</name>
    <message>
        <source>The database file %1 was moved, replaced or deleted while in use: put it back, or run again to start with the file that is there now.</source>
        <translation>Die Datenbankdatei %1 wurde während der Benutzung verschoben, ersetzt oder gelöscht: Legen Sie sie zurück oder starten Sie den Lauf erneut, um mit der jetzt vorhandenen Datei zu beginnen.</translation>
    </message>
    <message>
        <source>The directory of the database %1 cannot be written: SQLite needs to keep its log there; change the directory&apos;s permissions or choose another one.</source>
        <translation>Der Ordner der Datenbank %1 ist nicht beschreibbar: SQLite muss dort sein Journal ablegen; ändern Sie die Zugriffsrechte des Ordners oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The database file %1 is read-only: make it writable or choose another file.</source>
        <translation>Die Datenbankdatei %1 ist schreibgeschützt: Machen Sie sie beschreibbar oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Reading the database %1 failed (SQLite code %2): check the disk or the connection to it.</source>
        <translation>Das Lesen der Datenbank %1 ist fehlgeschlagen (SQLite-Code %2): Prüfen Sie den Datenträger oder die Verbindung zu ihm.</translation>
    </message>
    <message>
        <source>Locking the database %1 failed (SQLite code %2): its file system may not support locks; move the file to a local disk.</source>
        <translation>Das Sperren der Datenbank %1 ist fehlgeschlagen (SQLite-Code %2): Ihr Dateisystem unterstützt möglicherweise keine Sperren; verschieben Sie die Datei auf einen lokalen Datenträger.</translation>
    </message>
    <message>
        <source>Writing to the database %1 failed (SQLite code %2): check the disk, then run again.</source>
        <translation>Das Schreiben in die Datenbank %1 ist fehlgeschlagen (SQLite-Code %2): Prüfen Sie den Datenträger und starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>The tables of the database %1 call a function that a file may not call by itself (%3): remove it from the table&apos;s definition.</source>
        <translation>Die Tabellen der Datenbank %1 rufen eine Funktion auf, die eine Datei nicht von sich aus aufrufen darf (%3): Entfernen Sie sie aus der Definition der Tabelle.</translation>
    </message>
    <message>
        <source>The database %1 is damaged (%3): restore it from a backup, or save what is readable with &quot;sqlite3 FILE .recover&quot;.</source>
        <translation>Die Datenbank %1 ist beschädigt (%3): Stellen Sie sie aus einer Sicherung wieder her oder retten Sie das Lesbare mit „sqlite3 DATEI .recover“.</translation>
    </message>
    <message>
        <source>The database %1 is locked by another program: close that program or wait until it is done, then run again.</source>
        <translation>Die Datenbank %1 ist durch ein anderes Programm gesperrt: Schließen Sie es oder warten Sie, bis es fertig ist, und starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>The database %1 is in use by another transaction: run again.</source>
        <translation>Die Datenbank %1 wird von einer anderen Transaktion benutzt: Starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>The work on the database %1 was stopped.</source>
        <translation>Die Arbeit an der Datenbank %1 wurde angehalten.</translation>
    </message>
    <message>
        <source>The database %1 refuses the row (%3): change the row or the table.</source>
        <translation>Die Datenbank %1 lehnt die Zeile ab (%3): Ändern Sie die Zeile oder die Tabelle.</translation>
    </message>
    <message>
        <source>A value of the row is larger than the database %1 takes: shorten it.</source>
        <translation>Ein Wert der Zeile ist größer, als die Datenbank %1 annimmt: Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full: free some space, then run again.</source>
        <translation>Der Datenträger mit %1 ist voll: Schaffen Sie Platz und starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened (SQLite code %2): check that its directory exists and that you may read and write there.</source>
        <translation>Die Datenbank %1 kann nicht geöffnet werden (SQLite-Code %2): Prüfen Sie, ob ihr Ordner vorhanden ist und Sie dort lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>The file %1 is not an SQLite database: choose another file, or move this one away and run again to make a new one.</source>
        <translation>Die Datei %1 ist keine SQLite-Datenbank: Wählen Sie eine andere Datei, oder verschieben Sie diese und starten Sie den Lauf erneut, um eine neue anzulegen.</translation>
    </message>
    <message>
        <source>The tables of the database %1 changed while in use (%3): run again.</source>
        <translation>Die Tabellen der Datenbank %1 haben sich während der Benutzung geändert (%3): Starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>The database %1 reports an error: %3 (SQLite code %2).</source>
        <translation>Die Datenbank %1 meldet einen Fehler: %3 (SQLite-Code %2).</translation>
    </message>
    <message>
        <source>The disk did not confirm what was written to %1 (SQLite code %2): check the disk, then run again.</source>
        <translation>Der Datenträger hat das Schreiben nach %1 nicht bestätigt (SQLite-Code %2): Prüfen Sie den Datenträger und starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened because too many files are open (SQLite code %2): close other programs or use fewer threads, then run again.</source>
        <translation>Die Datenbank %1 kann nicht geöffnet werden, weil zu viele Dateien geöffnet sind (SQLite-Code %2): Schließen Sie andere Programme oder verwenden Sie weniger Threads und starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>The work on the database %1 failed, and SQLite gives no reason for it (code %2): run again.</source>
        <translation>Die Arbeit an der Datenbank %1 ist fehlgeschlagen, und SQLite nennt keinen Grund dafür (Code %2): Starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>The database %1 ended the transaction by itself (SQLite code %2): nothing of it was written; run again.</source>
        <translation>Die Datenbank %1 hat die Transaktion von sich aus beendet (SQLite-Code %2): Nichts davon wurde geschrieben; starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>There is not enough memory for the work on the database %1 (SQLite code %2): close other programs, then run again.</source>
        <translation>Für die Arbeit an der Datenbank %1 ist nicht genug Arbeitsspeicher frei (SQLite-Code %2): Schließen Sie andere Programme und starten Sie den Lauf erneut.</translation>
    </message>
    <message>
        <source>It cannot be found out whether the last transaction is in the database %1: look at its tables before you run again.</source>
        <translation>Es lässt sich nicht feststellen, ob die letzte Transaktion in der Datenbank %1 steht: Sehen Sie in ihren Tabellen nach, bevor Sie den Lauf erneut starten.</translation>
    </message>
</context>
<context>
    <name>SqliteFile</name>
    <message>
        <source>The directory %1 of the database %2 does not exist: create it or choose another one.</source>
        <translation>Der Ordner %1 der Datenbank %2 ist nicht vorhanden: Legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 is a directory, not a database file: choose another file name.</source>
        <translation>%1 ist ein Ordner, keine Datenbankdatei: Wählen Sie einen anderen Dateinamen.</translation>
    </message>
    <message>
        <source>The database file %1 does not exist yet: a run creates it.</source>
        <translation>Die Datenbankdatei %1 ist noch nicht vorhanden: Ein Lauf legt sie an.</translation>
    </message>
    <message>
        <source>Another Weir (process %1) uses the database %2: close it, or choose another file.</source>
        <translation>Ein anderes Weir (Prozess %1) benutzt die Datenbank %2: Schließen Sie es oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The database file %1 was overwritten while Weir had it open: close Weir and start it again.</source>
        <translation>Die Datenbankdatei %1 wurde überschrieben, während Weir sie geöffnet hatte: Schließen Sie Weir und starten Sie es neu.</translation>
    </message>
    <message>
        <source>The database %1 cannot leave journal mode &quot;wal&quot; while Weir itself is writing to it: wait until that is done, then try again.</source>
        <translation>Die Datenbank %1 kann den Journalmodus „wal“ nicht verlassen, während Weir selbst in sie schreibt: Warten Sie, bis das abgeschlossen ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>%1 is not the lock file that Weir keeps beside a database, but a link or a file of something else: move it away.</source>
        <translation>%1 ist nicht die Sperrdatei, die Weir neben einer Datenbank führt, sondern eine Verknüpfung oder eine andere Datei: Verschieben Sie sie an einen anderen Ort.</translation>
    </message>
    <message>
        <source>Another program copies the log of the database %1 without end, and with this version of SQLite (%2) rows written meanwhile may be lost: close that program, then run again.</source>
        <translation>Ein anderes Programm kopiert ohne Ende das Log der Datenbank %1, und mit dieser SQLite-Version (%2) können währenddessen geschriebene Zeilen verloren gehen: Schließen Sie dieses Programm und starten Sie dann erneut.</translation>
    </message>
    <message>
        <source>Another program has the database %1 open too, so its log was left as it is, with %2: the last program to close the database empties it.</source>
        <translation>Ein anderes Programm hat die Datenbank %1 ebenfalls geöffnet, daher blieb ihr Log mit %2, wie es ist: Das letzte Programm, das die Datenbank schließt, leert es.</translation>
    </message>
    <message>
        <source>The database %1 stays in journal mode &quot;wal&quot; for now, because its tables are being shown: the project&apos;s journal mode is set when they are closed.</source>
        <translation>Die Datenbank %1 bleibt vorerst im Journalmodus „wal“, weil ihre Tabellen gerade angezeigt werden: Der Journalmodus des Projekts wird gesetzt, sobald sie geschlossen sind.</translation>
    </message>
    <message>
        <source>%1 is a symbolic link to a file that does not exist: remove the link or choose another file name.</source>
        <translation>%1 ist eine symbolische Verknüpfung auf eine Datei, die es nicht gibt: Entfernen Sie die Verknüpfung oder wählen Sie einen anderen Dateinamen.</translation>
    </message>
    <message>
        <source>%1 is a device, a pipe or a socket, not a database file: choose another file name.</source>
        <translation>%1 ist ein Gerät, eine Pipe oder ein Socket und keine Datenbankdatei: Wählen Sie einen anderen Dateinamen.</translation>
    </message>
    <message>
        <source>SQLite would write to %1 beside the database, but that is a link, a second name of another file, or no file at all: move it away.</source>
        <translation>SQLite würde neben der Datenbank in %1 schreiben, aber das ist eine Verknüpfung, ein zweiter Name einer anderen Datei oder gar keine Datei: Verschieben Sie es an einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>SqliteInserter</name>
    <message>
        <source>The database %1 ignored the row: a trigger or conflict clause of the table says so.</source>
        <translation>Die Datenbank %1 hat die Zeile ignoriert: Ein Trigger oder eine Konfliktklausel der Tabelle verlangt es so.</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; of the database %2 has no key left to give to the row, because the largest one is taken: give the row a key of its own.</source>
        <translation>Die Tabelle „%1“ der Datenbank %2 hat keinen Schlüssel mehr für die Zeile, weil der größte vergeben ist: Geben Sie der Zeile einen eigenen Schlüssel.</translation>
    </message>
    <message>
        <source>A row for the table &quot;%1&quot; of the database %2 took the place of another one (ON CONFLICT REPLACE), but a row that its foreign key names is missing: nothing of these rows was written.</source>
        <translation>Eine Zeile für die Tabelle „%1“ der Datenbank %2 hat eine andere ersetzt (ON CONFLICT REPLACE), aber eine Zeile, auf die ihr Fremdschlüssel verweist, fehlt: Nichts von diesen Zeilen wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>SqliteKeptFile</name>
    <message>
        <source>others can write in this folder, or it is theirs</source>
        <translation>andere können in diesen Ordner schreiben, oder er gehört ihnen</translation>
    </message>
    <message>
        <source>no lock can be made there</source>
        <translation>dort kann keine Sperre angelegt werden</translation>
    </message>
</context>
<context>
    <name>SqliteQuery</name>
    <message>
        <source>The statement is wrong (%1): correct it.</source>
        <translation>Die Anweisung ist fehlerhaft (%1): Berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>The statement does more than read, which is not allowed here: use SELECT, or allow writing.</source>
        <translation>Die Anweisung liest nicht nur, das ist hier nicht erlaubt: Verwenden Sie SELECT oder erlauben Sie das Schreiben.</translation>
    </message>
    <message>
        <source>More than one statement was given: run them one by one.</source>
        <translation>Es wurde mehr als eine Anweisung angegeben: Führen Sie sie einzeln aus.</translation>
    </message>
    <message>
        <source>There is no SQL statement in the text: give one, such as SELECT 1.</source>
        <translation>Der Text enthält keine SQL-Anweisung: Geben Sie eine an, etwa SELECT 1.</translation>
    </message>
    <message>
        <source>The result is larger than %1 rows or %2 MiB: select less of it, for example with LIMIT.</source>
        <translation>Das Ergebnis ist größer als %1 Zeilen oder %2 MiB: Wählen Sie weniger davon aus, zum Beispiel mit LIMIT.</translation>
    </message>
    <message>
        <source>The statement holds a NUL character: remove it.</source>
        <translation>Die Anweisung enthält ein NUL-Zeichen: Entfernen Sie es.</translation>
    </message>
</context>
<context>
    <name>SqliteRowRemover</name>
    <message>
        <source>other rows refer to it.</source>
        <translation>Andere Zeilen verweisen auf sie.</translation>
    </message>
    <message>
        <source>a trigger of the table keeps it.</source>
        <translation>Ein Trigger der Tabelle hält sie fest.</translation>
    </message>
    <message>
        <source>the trigger &quot;%1&quot; would change other rows.</source>
        <translation>Der Trigger „%1“ würde andere Zeilen ändern.</translation>
    </message>
</context>
<context>
    <name>SqliteSchema</name>
    <message>
        <source>Brought %1 to schema version %2.</source>
        <translation>%1 wurde auf Schemaversion %2 gebracht.</translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Weir (schema version %2, this one knows %3): update Weir or choose another file.</source>
        <translation>Die Datenbank %1 stammt von einem neueren Weir (Schemaversion %2, dieses kennt %3): Aktualisieren Sie Weir oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>SQLite cannot have a table or column named as the project names them for %1 (table &quot;%2&quot;): choose names that are not empty and do not begin with &quot;sqlite_&quot;.</source>
        <translation>SQLite kann keine Tabelle oder Spalte so nennen, wie das Projekt es für %1 vorsieht (Tabelle „%2“): Wählen Sie Namen, die nicht leer sind und nicht mit „sqlite_“ beginnen.</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; in the database %2 has no column &quot;%3&quot;: add it (weir-cli migrate) or choose another table.</source>
        <translation>Die Tabelle „%1“ in der Datenbank %2 hat keine Spalte „%3“: Fügen Sie sie hinzu (weir-cli migrate) oder wählen Sie eine andere Tabelle.</translation>
    </message>
    <message>
        <source>Created table &quot;%1&quot; in %2.</source>
        <translation>Die Tabelle „%1“ wurde in %2 angelegt.</translation>
    </message>
    <message>
        <source>Added column &quot;%1&quot; to table &quot;%2&quot; in %3.</source>
        <translation>Die Spalte „%1“ wurde der Tabelle „%2“ in %3 hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>SqliteSettings</name>
    <message>
        <source>The database %1 keeps journal mode &quot;%2&quot; where &quot;%3&quot; was asked for: close other programs that use it, or choose &quot;%2&quot; in the project.</source>
        <translation>Die Datenbank %1 behält den Journalmodus „%2“, obwohl „%3“ verlangt wurde: Schließen Sie andere Programme, die sie benutzen, oder wählen Sie „%2“ im Projekt.</translation>
    </message>
</context>
<context>
    <name>SqliteTable</name>
    <message>
        <source>&quot;%1&quot; in the database %2 is not an ordinary table (but: %3): choose another table name or another file.</source>
        <translation>„%1“ in der Datenbank %2 ist keine gewöhnliche Tabelle (sondern: %3): Wählen Sie einen anderen Tabellennamen oder eine andere Datei.</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of table &quot;%2&quot; in the database %3 is computed and takes no values: remove the field from the project.</source>
        <translation>Die Spalte „%1“ der Tabelle „%2“ in der Datenbank %3 wird berechnet und nimmt keine Werte an: Entfernen Sie das Feld aus dem Projekt.</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of table &quot;%2&quot; in the database %3 is not the table&apos;s INTEGER PRIMARY KEY: choose another table or key field.</source>
        <translation>Die Spalte „%1“ der Tabelle „%2“ in der Datenbank %3 ist nicht der INTEGER PRIMARY KEY der Tabelle: Wählen Sie eine andere Tabelle oder ein anderes Schlüsselfeld.</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of table &quot;%2&quot; in the database %3 has the type %4 where the project says %5: change the field&apos;s type or choose another table.</source>
        <translation>Die Spalte „%1“ der Tabelle „%2“ in der Datenbank %3 hat den Typ %4, im Projekt steht jedoch %5: Ändern Sie den Typ des Feldes oder wählen Sie eine andere Tabelle.</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; in the database %2 has a column &quot;%3&quot; that must have a value (NOT NULL) but is no field of the project: add the field or choose another table.</source>
        <translation>Die Tabelle „%1“ in der Datenbank %2 hat eine Spalte „%3“, die einen Wert haben muss (NOT NULL), aber kein Feld des Projekts ist: Fügen Sie das Feld hinzu oder wählen Sie eine andere Tabelle.</translation>
    </message>
</context>
<context>
    <name>SqliteTableReader</name>
    <message>
        <source>The database %1 has no table &quot;%2&quot; yet: a run creates it.</source>
        <translation>Die Datenbank %1 hat noch keine Tabelle „%2“: Ein Lauf legt sie an.</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; in the database %2 has no column &quot;%3&quot;: add it (weir-cli migrate) or choose another table.</source>
        <translation>Die Tabelle „%1“ in der Datenbank %2 hat keine Spalte „%3“: Fügen Sie sie hinzu (weir-cli migrate) oder wählen Sie eine andere Tabelle.</translation>
    </message>
</context>
<context>
    <name>SqliteUndoTarget</name>
    <message>
        <source>The table &quot;%1&quot; of the database %2 is called &quot;%3&quot; since the load, which cannot be undone like this: give the table its name back, or delete the rows by hand.</source>
        <translation>Die Tabelle „%1“ der Datenbank %2 heißt seit dem Ladevorgang „%3“, daher kann er so nicht rückgängig gemacht werden: Geben Sie der Tabelle ihren Namen zurück, oder löschen Sie die Zeilen von Hand.</translation>
    </message>
    <message>
        <source>The database %2 has no table &quot;%1&quot; any more, so the load cannot be undone: if the table was renamed, give it its name back, or delete the rows by hand.</source>
        <translation>Die Datenbank %2 hat keine Tabelle „%1“ mehr, daher kann der Ladevorgang nicht rückgängig gemacht werden: Wurde die Tabelle umbenannt, geben Sie ihr ihren Namen zurück, oder löschen Sie die Zeilen von Hand.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the database %2 is not the table that was loaded into, so the load cannot be undone: give the table its name back, or delete the rows by hand.</source>
        <translation>„%1“ in der Datenbank %2 ist nicht die Tabelle, in die geladen wurde, daher kann der Ladevorgang nicht rückgängig gemacht werden: Geben Sie der Tabelle ihren Namen zurück, oder löschen Sie die Zeilen von Hand.</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; of the database %2 has no column &quot;%3&quot; any more, so it cannot be told whether its rows were changed since the load: if the column was renamed, give it its name back, or delete the rows by hand.</source>
        <translation>Die Tabelle „%1“ der Datenbank %2 hat keine Spalte „%3“ mehr, daher ist nicht zu erkennen, ob ihre Zeilen seit dem Laden geändert wurden: Wurde die Spalte umbenannt, geben Sie ihr ihren Namen zurück, oder löschen Sie die Zeilen von Hand.</translation>
    </message>
    <message>
        <source>The column &quot;%3&quot; of the table &quot;%1&quot; of the database %2 is not the table&apos;s INTEGER PRIMARY KEY any more, so the rows of the load are not known in it: delete them by hand.</source>
        <translation>Die Spalte „%3“ der Tabelle „%1“ der Datenbank %2 ist nicht mehr deren INTEGER PRIMARY KEY, daher sind die geladenen Zeilen darin nicht zu erkennen: Löschen Sie sie von Hand.</translation>
    </message>
</context>
<context>
    <name>Weir::AboutDialog</name>
    <message>
        <source>About Weir</source>
        <translation>Über Weir</translation>
    </message>
    <message>
        <source>Concurrent, validated loading into several databases, with every row accounted for.</source>
        <translation>Paralleles, geprüftes Laden in mehrere Datenbanken, bei dem über jede Zeile Rechenschaft abgelegt wird.</translation>
    </message>
    <message>
        <source>Weir is free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>Weir ist freie Software unter der GNU General Public License, Version 3 oder neuer. Es wird ohne jede Gewährleistung bereitgestellt.</translation>
    </message>
    <message>
        <source>Qt %1, SQLite %2</source>
        <translation>Qt %1, SQLite %2</translation>
    </message>
    <message>
        <source>Databases are in %1</source>
        <translation>Die Datenbanken liegen in %1</translation>
    </message>
</context>
<context>
    <name>Weir::AllOrNothing</name>
    <message>
        <source>Nothing of this load stays in %1: %2 rows of %3 were rejected. Mend them and load again.</source>
        <translation>Von diesem Ladevorgang bleibt nichts in %1: %2 von %3 Zeilen wurden abgelehnt. Bessern Sie sie aus und laden Sie erneut.</translation>
    </message>
    <message>
        <source>Nothing of this load stays in %1, because another file for it did not come through. Mend that one and load again.</source>
        <translation>Von diesem Ladevorgang bleibt nichts in %1, weil eine andere Datei dafür nicht durchkam. Bessern Sie diese aus und laden Sie erneut.</translation>
    </message>
</context>
<context>
    <name>Weir::BatchByBatch</name>
    <message>
        <source>Stopped: %1 rows of %2 were rejected, more than the %3 that are allowed. Allow more and resume, or undo the load, mend the file and load it again.</source>
        <translation>Angehalten: %1 von %2 Zeilen wurden abgelehnt, mehr als die erlaubten %3. Erlauben Sie mehr und setzen Sie fort, oder machen Sie den Ladevorgang rückgängig, bessern Sie die Datei aus und laden Sie sie erneut.</translation>
    </message>
    <message>
        <source>Stopped: %1 rows of %2 were rejected, more than the %3 % that are allowed. Allow more and resume, or undo the load, mend the file and load it again.</source>
        <translation>Angehalten: %1 von %2 Zeilen wurden abgelehnt, mehr als die erlaubten %3 %. Erlauben Sie mehr und setzen Sie fort, oder machen Sie den Ladevorgang rückgängig, bessern Sie die Datei aus und laden Sie sie erneut.</translation>
    </message>
    <message>
        <source>The rows that were loaded last are in the table, but may be lost if the power fails.</source>
        <translation>Die zuletzt geladenen Zeilen stehen in der Tabelle, können aber bei einem Stromausfall verloren gehen.</translation>
    </message>
</context>
<context>
    <name>Weir::CheckedInsert</name>
    <message>
        <source>The database %1 tells of %2 rows where %3 were given to it: nothing of them was written.</source>
        <translation>Die Datenbank %1 meldet %2 Zeilen, wo ihr %3 übergeben wurden: Nichts davon wurde geschrieben.</translation>
    </message>
    <message>
        <source>The database %1 ended the transaction by itself, and nothing of it was written: try again.</source>
        <translation>Die Datenbank %1 hat die Transaktion von sich aus beendet, und nichts davon wurde geschrieben: Versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>Weir::ChunkWorker</name>
    <message>
        <source>%1; lines %2 to %3 were taken as one record</source>
        <translation>%1; die Zeilen %2 bis %3 wurden als ein Datensatz genommen</translation>
    </message>
</context>
<context>
    <name>Weir::ColumnMapping</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>The mapping of columns was made for another entity or file than %1: set it anew.</source>
        <translation>Die Zuordnung der Spalten wurde für eine andere Entität oder Datei als %1 gemacht: Legen Sie sie neu fest.</translation>
    </message>
    <message>
        <source>no column feeds %1</source>
        <translation>keine Spalte liefert %1</translation>
    </message>
    <message>
        <source>no field takes %1</source>
        <translation>kein Feld nimmt %1 auf</translation>
    </message>
    <message>
        <source>The columns do not fit %1: %2. Map them, or allow blanks and columns that are ignored.</source>
        <translation>Die Spalten passen nicht zu %1: %2. Ordnen Sie sie zu oder erlauben Sie leere Felder und übergangene Spalten.</translation>
    </message>
    <message>
        <source>No column of the file feeds a field of %1: map the columns.</source>
        <translation>Keine Spalte der Datei liefert ein Feld von %1: Ordnen Sie die Spalten zu.</translation>
    </message>
</context>
<context>
    <name>Weir::ContentHash</name>
    <message>
        <source>Cancelled while %1 was compared.</source>
        <translation>Abgebrochen, während %1 verglichen wurde.</translation>
    </message>
</context>
<context>
    <name>Weir::CsvDetector</name>
    <message>
        <source>Compressed with gzip.</source>
        <translation>Mit gzip komprimiert.</translation>
    </message>
    <message>
        <source>Compressed with Zstandard.</source>
        <translation>Mit Zstandard komprimiert.</translation>
    </message>
    <message>
        <source>A byte order mark says UTF-8.</source>
        <translation>Eine Bytereihenfolge-Markierung besagt UTF-8.</translation>
    </message>
    <message>
        <source>A byte order mark says UTF-16.</source>
        <translation>Eine Bytereihenfolge-Markierung besagt UTF-16.</translation>
    </message>
    <message>
        <source>Every other byte is zero, as in UTF-16.</source>
        <translation>Jedes zweite Byte ist null, wie in UTF-16.</translation>
    </message>
    <message>
        <source>Lines that are not valid UTF-8: %1. They would be rejected, unless the text is in another encoding, such as Latin-1.</source>
        <translation>Zeilen, die kein gültiges UTF-8 sind: %1. Sie würden abgelehnt, es sei denn, der Text ist anders kodiert, etwa in Latin-1.</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Cells are quoted with apostrophes.</source>
        <translation>Zellen stehen in einfachen Anführungszeichen.</translation>
    </message>
    <message>
        <source>Lines end with CR alone.</source>
        <translation>Zeilen enden mit CR allein.</translation>
    </message>
    <message>
        <source>Lines end with CR LF.</source>
        <translation>Zeilen enden mit CR LF.</translation>
    </message>
    <message>
        <source>There are no lines to look at.</source>
        <translation>Es gibt keine Zeilen zum Ansehen.</translation>
    </message>
    <message>
        <source>No comma, semicolon, tab or vertical bar divides the lines: one column.</source>
        <translation>Weder Komma, Semikolon, Tabulator noch senkrechter Strich teilt die Zeilen: eine Spalte.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 lines have %4 columns.</source>
        <translation>%1: %2 von %3 Zeilen haben %4 Spalten.</translation>
    </message>
    <message>
        <source>Lines with a misplaced quote: %1. They would be rejected.</source>
        <translation>Zeilen mit einem Anführungszeichen an falscher Stelle: %1. Sie würden abgelehnt.</translation>
    </message>
    <message>
        <source>The first line is a header: it names fields (%1 of %2 columns).</source>
        <translation>Die erste Zeile ist eine Kopfzeile: Sie benennt Felder (%1 von %2 Spalten).</translation>
    </message>
    <message>
        <source>There is no header: the first line holds values.</source>
        <translation>Es gibt keine Kopfzeile: Die erste Zeile enthält Werte.</translation>
    </message>
    <message>
        <source>The first line is taken for a header: it holds no values.</source>
        <translation>Die erste Zeile gilt als Kopfzeile: Sie enthält keine Werte.</translation>
    </message>
</context>
<context>
    <name>Weir::CsvParser</name>
    <message>
        <source>Column %1 holds a quote but does not begin with one</source>
        <translation>Spalte %1 enthält ein Anführungszeichen, beginnt aber nicht damit</translation>
    </message>
    <message>
        <source>Text follows the closing quote of column %1; quotes inside a cell are doubled</source>
        <translation>Auf das schließende Anführungszeichen von Spalte %1 folgt Text; Anführungszeichen in einer Zelle werden verdoppelt</translation>
    </message>
    <message>
        <source>The quote that opens column %1 is never closed</source>
        <translation>Das Anführungszeichen, das Spalte %1 öffnet, wird nie geschlossen</translation>
    </message>
    <message>
        <source>Too few cells: %1 instead of %2</source>
        <translation>Zu wenige Zellen: %1 statt %2</translation>
    </message>
    <message>
        <source>Too many cells: %1 instead of %2</source>
        <translation>Zu viele Zellen: %1 statt %2</translation>
    </message>
</context>
<context>
    <name>Weir::CsvSplitter</name>
    <message>
        <source>The record that begins in line %1 is longer than %2 MiB: most likely a quote in it is never closed; mend the line or raise the limit.</source>
        <translation>Der Datensatz, der in Zeile %1 beginnt, ist länger als %2 MiB: Wahrscheinlich wird ein Anführungszeichen darin nie geschlossen; bessern Sie die Zeile aus oder erhöhen Sie die Grenze.</translation>
    </message>
    <message>
        <source>What is recorded of an earlier load of this file is damaged: load the file again from its beginning.</source>
        <translation>Die Aufzeichnungen über einen früheren Ladevorgang dieser Datei sind beschädigt: Laden Sie die Datei erneut von Anfang an.</translation>
    </message>
</context>
<context>
    <name>Weir::DisplayTemplate</name>
    <message>
        <source>A &quot;{&quot; is not closed; write &quot;{{&quot; for the brace itself.</source>
        <translation>Eine „{“ ist nicht geschlossen; schreiben Sie „{{“ für die Klammer selbst.</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; to put in the place of &quot;{%1}&quot;.</source>
        <translation>Es gibt kein Feld „%1“, das an die Stelle von „{%1}“ treten könnte.</translation>
    </message>
    <message>
        <source>A &quot;}&quot; has no &quot;{&quot; before it; write &quot;}}&quot; for the brace itself.</source>
        <translation>Vor einer „}“ steht keine „{“; schreiben Sie „}}“ für die Klammer selbst.</translation>
    </message>
</context>
<context>
    <name>Weir::DockTitle</name>
    <message>
        <source>Detach or attach this panel</source>
        <translation>Diesen Bereich ablösen oder andocken</translation>
    </message>
    <message>
        <source>Detach or attach %1</source>
        <translation>%1 ablösen oder andocken</translation>
    </message>
    <message>
        <source>Close this panel; the View menu brings it back</source>
        <translation>Diesen Bereich schließen; das Menü „Ansicht“ holt ihn zurück</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>Weir::Duration</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Weir::EmptyTablesDialog</name>
    <message>
        <source>Empty the tables</source>
        <translation>Tabellen leeren</translation>
    </message>
    <message>
        <source>Delete all rows of these tables?</source>
        <translation>Alle Zeilen dieser Tabellen löschen?</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>Empty the table of %1</source>
        <translation>Tabelle in %1 leeren</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <source>&amp;Delete %1 rows</source>
        <translation>%1 Zeilen &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation>Zeilen &amp;löschen</translation>
    </message>
    <message>
        <source>A backup copy is made first. Until the next run, load or emptying, and as long as this project is open, Undo Emptying puts the rows back.</source>
        <translation>Zuerst wird eine Sicherungskopie angelegt. Bis zum nächsten Lauf, Laden oder Leeren stellt „Leeren rückgängig machen“ die Zeilen wieder her, solange dieses Projekt geöffnet ist.</translation>
    </message>
</context>
<context>
    <name>Weir::FileReader</name>
    <message>
        <source>%1 is not the file that was loaded in part: the part that is in the database already reads differently now. Load it as a new one (&quot;again&quot;), or undo the earlier load first.</source>
        <translation>%1 ist nicht die Datei, die teilweise geladen wurde: Der Teil, der schon in der Datenbank ist, hat jetzt einen anderen Inhalt. Laden Sie die Datei mit „again“ als neue, oder machen Sie zuerst den früheren Ladevorgang rückgängig.</translation>
    </message>
    <message>
        <source>The first line of %1 does not name %2 columns as it did when the load was planned: look at the file and plan it anew.</source>
        <translation>Die erste Zeile von %1 benennt nicht mehr %2 Spalten wie bei der Planung des Ladevorgangs: Sehen Sie sich die Datei an und planen Sie neu.</translation>
    </message>
    <message>
        <source>%1 changed between two looks at it: load it when nothing writes to it.</source>
        <translation>%1 hat sich zwischen zwei Blicken darauf geändert: Laden Sie sie, wenn nichts mehr in sie schreibt.</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>%1 begins like the stream that was loaded before, but is another one from batch %2 of that load on, so nothing was written. Load it as a new one with &quot;again&quot; (--again), or undo the earlier load first.</source>
        <translation>%1 beginnt wie der Datenstrom, der zuvor geladen wurde, weicht aber ab Block %2 jenes Ladevorgangs davon ab; daher wurde nichts geschrieben. Laden Sie ihn mit „again“ (--again) als neuen, oder machen Sie zuerst den früheren Ladevorgang rückgängig.</translation>
    </message>
</context>
<context>
    <name>Weir::FileSource</name>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>it is a directory.</source>
        <translation>Es ist ein Ordner.</translation>
    </message>
    <message>
        <source>it became shorter while it was read; load it again when nothing writes to it.</source>
        <translation>Sie wurde während des Lesens kürzer; laden Sie sie erneut, wenn nichts mehr in sie schreibt.</translation>
    </message>
    <message>
        <source>it grew while it was read, and its last line was not whole; load it again when nothing writes to it.</source>
        <translation>Sie wuchs während des Lesens, und ihre letzte Zeile war nicht vollständig; laden Sie sie erneut, wenn nichts mehr in sie schreibt.</translation>
    </message>
</context>
<context>
    <name>Weir::GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Benutzerhandbuch</translation>
    </message>
</context>
<context>
    <name>Weir::GzipSource</name>
    <message>
        <source>there is not enough memory</source>
        <translation>Der Arbeitsspeicher reicht nicht</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>Sie endet zu früh</translation>
    </message>
    <message>
        <source>its content is damaged</source>
        <translation>Ihr Inhalt ist beschädigt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be unpacked: %2 (gzip, at byte %3). Get a whole copy of the file.</source>
        <translation>„%1“ kann nicht entpackt werden: %2 (gzip, bei Byte %3). Besorgen Sie eine vollständige Kopie der Datei.</translation>
    </message>
</context>
<context>
    <name>Weir::InfoBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Weir::Load</name>
    <message>
        <source>%1/s</source>
        <comment>megabytes a second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>The mended lines could not be saved as %1: %2. Free some space, or make the folder writable.</source>
        <translation>Die ausgebesserten Zeilen konnten nicht als %1 gespeichert werden: %2. Schaffen Sie Platz oder machen Sie den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>%1 is not a file that can be read.</source>
        <translation>%1 ist keine Datei, die gelesen werden kann.</translation>
    </message>
    <message>
        <source>Rows removed: %1.</source>
        <translation>Entfernte Zeilen: %1.</translation>
    </message>
    <message>
        <source>Changed since, so they stay: %1.</source>
        <translation>Seither geändert, daher bleiben sie: %1.</translation>
    </message>
    <message>
        <source>Deleted already: %1.</source>
        <translation>Schon gelöscht: %1.</translation>
    </message>
    <message>
        <source>The database refuses to remove: %1.</source>
        <translation>Die Datenbank verweigert das Entfernen: %1.</translation>
    </message>
    <message>
        <source>Stopped before the end: undo it again to go on.</source>
        <translation>Vor dem Ende angehalten: Machen Sie den Ladevorgang erneut rückgängig, um weiterzumachen.</translation>
    </message>
</context>
<context>
    <name>Weir::LoadActions</name>
    <message numerus="yes">
        <source>%1 of %2 rows loaded in %3</source>
        <translation>
            <numerusform>%1 von %2 Zeile in %3 geladen</numerusform>
            <numerusform>%1 von %2 Zeilen in %3 geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>A load is under way: wait until it has ended, or cancel it.</source>
        <translation>Ein Ladevorgang ist im Gange: Warten Sie, bis er zu Ende ist, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>A run is under way: wait until it has ended, or stop it.</source>
        <translation>Ein Lauf ist im Gange: Warten Sie, bis er zu Ende ist, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>The folder %1 could not be opened. Open it with a file manager.</source>
        <translation>Der Ordner %1 konnte nicht geöffnet werden. Öffnen Sie ihn mit einem Dateimanager.</translation>
    </message>
    <message>
        <source>Undone: the load of %1.</source>
        <translation>Rückgängig gemacht: der Ladevorgang von %1.</translation>
    </message>
    <message>
        <source>Forgotten: the load of %1. Its rows stay.</source>
        <translation>Vergessen: der Ladevorgang von %1. Seine Zeilen bleiben.</translation>
    </message>
    <message>
        <source>Rows of a load are being removed: wait until that has ended, or cancel it.</source>
        <translation>Zeilen eines Ladevorgangs werden entfernt: Warten Sie, bis das abgeschlossen ist, oder brechen Sie es ab.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This load was of %1, not of %2. Choose that file, or load the other one as a new file.</source>
        <translation>Dieser Ladevorgang galt %1, nicht %2. Wählen Sie jene Datei oder laden Sie die andere als neue Datei.</translation>
    </message>
    <message>
        <source>Choose the file to go on with: %1</source>
        <translation>Datei zum Fortsetzen wählen: %1</translation>
    </message>
</context>
<context>
    <name>Weir::LoadDraft</name>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Choose what %1 holds.</source>
        <translation>Wählen Sie, was %1 enthält.</translation>
    </message>
    <message>
        <source>Add the files to load.</source>
        <translation>Fügen Sie die Dateien hinzu, die geladen werden sollen.</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1, etwa %2</translation>
    </message>
    <message numerus="yes">
        <source>About %1 rows, %2, %3</source>
        <translation>
            <numerusform>Etwa %1 Zeile, %2, %3</numerusform>
            <numerusform>Etwa %1 Zeilen, %2, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Rows ≈</source>
        <translation>Zeilen ≈</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>Weir::LoadFileEditor</name>
    <message>
        <source>Load &amp;into</source>
        <translation>Laden &amp;in</translation>
    </message>
    <message>
        <source>Entity that the file holds</source>
        <translation>Entität, die die Datei enthält</translation>
    </message>
    <message>
        <source>First line &amp;names the columns</source>
        <translation>Erste Zeile be&amp;nennt die Spalten</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodierung</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-16 LE</source>
        <translation>UTF-16 LE</translation>
    </message>
    <message>
        <source>UTF-16 BE</source>
        <translation>UTF-16 BE</translation>
    </message>
    <message>
        <source>Latin-1</source>
        <translation>Latin-1</translation>
    </message>
    <message>
        <source>Deli&amp;miter</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Line en&amp;d</source>
        <translation>Zeilen&amp;ende</translation>
    </message>
    <message>
        <source>Line end</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>LF or CRLF</source>
        <translation>LF oder CRLF</translation>
    </message>
    <message>
        <source>CR</source>
        <translation>CR</translation>
    </message>
    <message>
        <source>Com&amp;pression</source>
        <translation>Kom&amp;primierung</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Komprimierung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>gzip</source>
        <translation>gzip</translation>
    </message>
    <message>
        <source>Zstandard</source>
        <translation>Zstandard</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>Anfü&amp;hrungszeichen</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>De&amp;tect Again</source>
        <translation>Ne&amp;u erkennen</translation>
    </message>
    <message>
        <source>Forget what was set here and look at the file again</source>
        <translation>Vergessen, was hier eingestellt wurde, und die Datei neu ansehen</translation>
    </message>
    <message>
        <source>Columns and the &amp;fields they feed</source>
        <translation>Spalten und die &amp;Felder, die sie liefern</translation>
    </message>
    <message>
        <source>Columns and the fields they feed</source>
        <translation>Spalten und die Felder, die sie liefern</translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Colon</source>
        <translation>Doppelpunkt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Double (&quot;)</source>
        <translation>Doppelt (&quot;)</translation>
    </message>
    <message>
        <source>Single (&apos;)</source>
        <translation>Einfach (&apos;)</translation>
    </message>
    <message>
        <source>(choose)</source>
        <translation>(wählen)</translation>
    </message>
    <message>
        <source>table %1 in %2</source>
        <translation>Tabelle %1 in %2</translation>
    </message>
    <message>
        <source>First lines</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>First %1 lines: all are valid</source>
        <translation>
            <numerusform>Erste %1 Zeile: sie ist gültig</numerusform>
            <numerusform>Erste %1 Zeilen: alle sind gültig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First %1 lines: %2 would be rejected</source>
        <translation>
            <numerusform>Erste %1 Zeile: %2 würde abgelehnt</numerusform>
            <numerusform>Erste %1 Zeilen: %2 würden abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadGroupsModel</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First example</source>
        <translation>Erstes Beispiel</translation>
    </message>
</context>
<context>
    <name>Weir::LoadHistoryDialog</name>
    <message>
        <source>Recent loads</source>
        <translation>Letzte Ladevorgänge</translation>
    </message>
    <message>
        <source>What could not be removed</source>
        <translation>Was nicht entfernt werden konnte</translation>
    </message>
    <message>
        <source>&amp;Undo Load…</source>
        <translation>&amp;Rückgängig machen…</translation>
    </message>
    <message>
        <source>Remove the rows that this load put in and nobody changed since</source>
        <translation>Die Zeilen entfernen, die dieser Ladevorgang eingefügt und seither niemand geändert hat</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>&amp;Fortsetzen…</translation>
    </message>
    <message>
        <source>Go on where the load stopped</source>
        <translation>Weitermachen, wo der Ladevorgang angehalten hat</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Remove the load from the ledger; its rows stay</source>
        <translation>Den Ladevorgang aus dem Ladebuch entfernen; seine Zeilen bleiben</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Asking the databases…</source>
        <translation>Die Datenbanken werden gefragt…</translation>
    </message>
    <message>
        <source>No loads yet</source>
        <translation>Noch keine Ladevorgänge</translation>
    </message>
    <message>
        <source>Loads of files into this project&apos;s databases stand here.</source>
        <translation>Hier stehen die Ladevorgänge in die Datenbanken dieses Projekts.</translation>
    </message>
    <message numerus="yes">
        <source>Remove the %1 rows that %2 put into the table %3? Rows that were changed since stay.</source>
        <translation>
            <numerusform>Die %1 Zeile entfernen, die %2 in die Tabelle %3 eingefügt hat? Seither geändert bleibt sie.</numerusform>
            <numerusform>Die %1 Zeilen entfernen, die %2 in die Tabelle %3 eingefügt hat? Seither geänderte Zeilen bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove Ro&amp;ws</source>
        <translation>&amp;Zeilen entfernen</translation>
    </message>
    <message>
        <source>Removing rows…</source>
        <translation>Zeilen werden entfernt…</translation>
    </message>
    <message>
        <source>Forget the load of %1? Its rows stay, but it can no longer be resumed, recognised or undone.</source>
        <translation>Den Ladevorgang von %1 vergessen? Seine Zeilen bleiben, aber er kann nicht mehr fortgesetzt, erkannt oder rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>For&amp;get Load</source>
        <translation>Ladevor&amp;gang vergessen</translation>
    </message>
    <message>
        <source>The databases are in use</source>
        <translation>Die Datenbanken sind in Gebrauch</translation>
    </message>
    <message>
        <source>Their loads stand here when what is under way has ended.</source>
        <translation>Ihre Ladevorgänge stehen hier, wenn das Laufende beendet ist.</translation>
    </message>
</context>
<context>
    <name>Weir::LoadHistoryModel</name>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
</context>
<context>
    <name>Weir::LoadLedgers</name>
    <message>
        <source>No database of the project knows a load %1: list the loads to see which there are.</source>
        <translation>Keine Datenbank des Projekts kennt einen Ladevorgang %1: Lassen Sie sich die Ladevorgänge auflisten, um zu sehen, welche es gibt.</translation>
    </message>
</context>
<context>
    <name>Weir::LoadOptionsEditor</name>
    <message>
        <source>When lines are re&amp;jected</source>
        <translation>Bei ab&amp;gelehnten Zeilen</translation>
    </message>
    <message>
        <source>When lines are rejected</source>
        <translation>Bei abgelehnten Zeilen</translation>
    </message>
    <message>
        <source>Go on: load the valid rows, set the others aside</source>
        <translation>Weitermachen: gültige Zeilen laden, die anderen beiseitelegen</translation>
    </message>
    <message>
        <source>Stop when there are too many</source>
        <translation>Anhalten, wenn es zu viele sind</translation>
    </message>
    <message>
        <source>All or nothing, for each database</source>
        <translation>Alles oder nichts, je Datenbank</translation>
    </message>
    <message>
        <source>Stop after more t&amp;han</source>
        <translation>An&amp;halten nach mehr als</translation>
    </message>
    <message>
        <source>Most rejected lines of a file</source>
        <translation>Höchstzahl abgelehnter Zeilen einer Datei</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>beliebig vielen</translation>
    </message>
    <message>
        <source>lines of a file, or</source>
        <translation>Zeilen einer Datei oder</translation>
    </message>
    <message>
        <source>Highest share of rejected lines</source>
        <translation>Höchster Anteil abgelehnter Zeilen</translation>
    </message>
    <message>
        <source>any share</source>
        <translation>beliebigem Anteil</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Columns that no field ta&amp;kes</source>
        <translation>Sp&amp;alten ohne Feld</translation>
    </message>
    <message>
        <source>Columns that no field takes</source>
        <translation>Spalten ohne Feld</translation>
    </message>
    <message>
        <source>Are an error</source>
        <translation>Sind ein Fehler</translation>
    </message>
    <message>
        <source>Are left out</source>
        <translation>Werden weggelassen</translation>
    </message>
    <message>
        <source>Fields that no column fee&amp;ds</source>
        <translation>Felder ohne S&amp;palte</translation>
    </message>
    <message>
        <source>Fields that no column feeds</source>
        <translation>Felder ohne Spalte</translation>
    </message>
    <message>
        <source>Stay blank</source>
        <translation>Bleiben leer</translation>
    </message>
    <message>
        <source>Lines with too few cells</source>
        <translation>Zeilen mit zu wenigen Zellen</translation>
    </message>
    <message>
        <source>Are rejected</source>
        <translation>Werden abgelehnt</translation>
    </message>
    <message>
        <source>Are filled with blanks</source>
        <translation>Werden mit leeren Zellen aufgefüllt</translation>
    </message>
    <message>
        <source>&amp;Write rejected lines and the reasons to files</source>
        <translation>Abgelehnte Zeilen und die Gründe in &amp;Dateien schreiben</translation>
    </message>
    <message>
        <source>Folder for rejected lines</source>
        <translation>Ordner für abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>Beside each file</source>
        <translation>Neben jeder Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>D&amp;urchsuchen…</translation>
    </message>
    <message>
        <source>Keep what &amp;Undo needs (4 bytes a row)</source>
        <translation>Be&amp;wahren, was zum Rückgängigmachen nötig ist (4 Byte je Zeile)</translation>
    </message>
    <message>
        <source>Forget the load when it has fini&amp;shed: it cannot be recognised or undone</source>
        <translation>Den Ladevorgang nach dem Ende &amp;vergessen: Er kann nicht erkannt oder rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>Rows in a trans&amp;action</source>
        <translation>Zeilen je Transak&amp;tion</translation>
    </message>
    <message>
        <source>Rows in a transaction</source>
        <translation>Zeilen je Transaktion</translation>
    </message>
    <message>
        <source>Threads that check</source>
        <translation>Prüfende Threads</translation>
    </message>
    <message>
        <source>one a core</source>
        <translation>einer je Kern</translation>
    </message>
    <message>
        <source>Lines with too few c&amp;ells</source>
        <translation>Zeilen mit zu wenigen &amp;Zellen</translation>
    </message>
    <message>
        <source>&amp;Folder for them</source>
        <translation>O&amp;rdner dafür</translation>
    </message>
    <message>
        <source>&amp;Threads that check</source>
        <translation>Prüfende Thr&amp;eads</translation>
    </message>
</context>
<context>
    <name>Weir::LoadOrder</name>
    <message>
        <source>The files for %1 go in in the order in which their tables refer to each other, not as they were given: %2.</source>
        <translation>Die Dateien für %1 werden in der Reihenfolge geladen, in der ihre Tabellen aufeinander verweisen, nicht wie angegeben: %2.</translation>
    </message>
</context>
<context>
    <name>Weir::LoadPanel</name>
    <message>
        <source>Files, violations and reasons</source>
        <translation>Dateien, Verstöße und Gründe</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files of the load</source>
        <translation>Dateien des Ladevorgangs</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>Verstöße</translation>
    </message>
    <message>
        <source>Violations by rule and column</source>
        <translation>Verstöße nach Regel und Spalte</translation>
    </message>
    <message>
        <source>Enter or a double click shows the lines</source>
        <translation>Eingabetaste oder Doppelklick zeigt die Zeilen</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Text to find in the reasons</source>
        <translation>Text, der in den Gründen gesucht wird</translation>
    </message>
    <message>
        <source>Show reasons that contain…</source>
        <translation>Gründe zeigen, die enthalten…</translation>
    </message>
    <message>
        <source>Show reasons of this file</source>
        <translation>Gründe dieser Datei zeigen</translation>
    </message>
    <message>
        <source>Show violations of this rule</source>
        <translation>Verstöße gegen diese Regel zeigen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause after the batches under way</source>
        <translation>Nach den laufenden Blöcken pausieren</translation>
    </message>
    <message>
        <source>&amp;Cancel Load</source>
        <translation>Laden abbre&amp;chen</translation>
    </message>
    <message>
        <source>Stop after the batches under way; what is loaded stays, and the load can be resumed</source>
        <translation>Nach den laufenden Blöcken anhalten; das Geladene bleibt, und der Ladevorgang kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>&amp;Resume Load</source>
        <translation>Laden fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>Go on where the load stopped</source>
        <translation>Weitermachen, wo der Ladevorgang angehalten hat</translation>
    </message>
    <message>
        <source>&amp;Mend Rejected Lines…</source>
        <translation>Abgelehnte Zeilen &amp;ausbessern…</translation>
    </message>
    <message>
        <source>Mend the rejected lines and load only these</source>
        <translation>Die abgelehnten Zeilen ausbessern und nur diese laden</translation>
    </message>
    <message>
        <source>&amp;Open Folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder with the rejected lines</source>
        <translation>Den Ordner mit den abgelehnten Zeilen öffnen</translation>
    </message>
    <message>
        <source>&amp;Export Report…</source>
        <translation>Bericht &amp;exportieren…</translation>
    </message>
    <message>
        <source>Save the report as HTML, JSON or CSV</source>
        <translation>Den Bericht als HTML, JSON oder CSV speichern</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Alle Regeln</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>Geladen</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>memory %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>(a part; all are in the reasons file)</source>
        <translation>(ein Teil; alle stehen in der Gründe-Datei)</translation>
    </message>
    <message>
        <source>No files loaded yet</source>
        <translation>Noch keine Dateien geladen</translation>
    </message>
    <message>
        <source>Drop CSV files on the window, or press %1: every line gets its verdict here.</source>
        <translation>Ziehen Sie CSV-Dateien auf das Fenster oder drücken Sie %1: Jede Zeile erhält hier ihr Urteil.</translation>
    </message>
    <message>
        <source>Load Files…</source>
        <translation>Dateien laden…</translation>
    </message>
    <message>
        <source>Progress of the load</source>
        <translation>Fortschritt des Ladevorgangs</translation>
    </message>
    <message>
        <source>&amp;Cancel Undoing</source>
        <translation>&amp;Rückgängigmachen abbrechen</translation>
    </message>
    <message>
        <source>Reasons: %1</source>
        <translation>Gründe: %1</translation>
    </message>
    <message>
        <source>Reasons: %1 of %2</source>
        <translation>Gründe: %1 von %2</translation>
    </message>
    <message>
        <source>(a part)</source>
        <translation>(ein Teil)</translation>
    </message>
    <message>
        <source>Removing rows</source>
        <translation>Zeilen werden entfernt</translation>
    </message>
    <message>
        <source>Other work on the databases has to end first.</source>
        <translation>Andere Arbeit an den Datenbanken muss zuerst enden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows looked at</source>
        <translation>
            <numerusform>%1 von %2 Zeile angesehen</numerusform>
            <numerusform>%1 von %2 Zeilen angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>%1 eingefügt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Do not begin</source>
        <translation>Nicht beginnen</translation>
    </message>
    <message>
        <source>Stop after the batch under way; what is removed stays so, and undoing again goes on</source>
        <translation>Nach dem laufenden Block anhalten; bereits entfernte Zeilen bleiben entfernt, und erneutes Rückgängigmachen geht weiter</translation>
    </message>
    <message>
        <source>Stop; in a database that is not done with all its files, nothing of the load stays</source>
        <translation>Anhalten; in einer Datenbank, die nicht mit allen ihren Dateien fertig ist, bleibt nichts von diesem Ladevorgang</translation>
    </message>
    <message>
        <source>All or nothing: mend the file itself and load it again, so that all of its lines get in together</source>
        <translation>Alles oder nichts: Bessern Sie die Datei selbst aus und laden Sie sie erneut, damit alle ihre Zeilen zusammen hineinkommen</translation>
    </message>
    <message>
        <source>%1 updated</source>
        <translation>%1 aktualisiert</translation>
    </message>
</context>
<context>
    <name>Weir::LoadProgressModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>Loaded before: %1 rows</source>
        <translation>
            <numerusform>Vorher geladen: %1 Zeile</numerusform>
            <numerusform>Vorher geladen: %1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows/s</source>
        <translation>Zeilen/s</translation>
    </message>
    <message>
        <source>Bytes/s</source>
        <translation>Byte/s</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
</context>
<context>
    <name>Weir::LoadReportTexts</name>
    <message>
        <source>loaded before: %1</source>
        <translation>vorher geladen: %1</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Rejected lines: %1</source>
        <translation>Abgelehnte Zeilen: %1</translation>
    </message>
    <message>
        <source>Reasons: %1</source>
        <translation>Gründe: %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>The numbers do not add up: some rows have no verdict.</source>
        <translation>Die Zahlen gehen nicht auf: Einige Zeilen haben kein Urteil.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Rejections</source>
        <translation>Ablehnungen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Load of %1</source>
        <translation>Ladevorgang vom %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 read, %2 inserted, %3 rejected, %4 failed, %5 cancelled</source>
        <translation>%1 gelesen, %2 eingefügt, %3 abgelehnt, %4 fehlgeschlagen, %5 abgebrochen</translation>
    </message>
    <message>
        <source>%1 rows in %2 s (%3 rows/s), peak memory %4 MiB</source>
        <translation>%1 Zeilen in %2 s (%3 Zeilen/s), höchster Speicherbedarf %4 MiB</translation>
    </message>
    <message>
        <source>A quote opened in line %1 was never closed: %2 lines were taken as one record and rejected. Close the quote, or double it where it belongs to the text, and load these lines again.</source>
        <translation>Ein in Zeile %1 geöffnetes Anführungszeichen wurde nie geschlossen: %2 Zeilen wurden als ein Datensatz genommen und abgelehnt. Schließen Sie es oder verdoppeln Sie es, wo es zum Text gehört, und laden Sie diese Zeilen erneut.</translation>
    </message>
    <message>
        <source>A quote opened in line %1 made %2 lines one record, which was rejected. If they are rows of their own, mend the quote and load them again.</source>
        <translation>Ein in Zeile %1 geöffnetes Anführungszeichen machte %2 Zeilen zu einem Datensatz, der abgelehnt wurde. Sind es eigene Zeilen, bessern Sie das Anführungszeichen aus und laden Sie sie erneut.</translation>
    </message>
    <message>
        <source>More rejected records of several lines: %1, with %2 lines in all.</source>
        <translation>Weitere abgelehnte Datensätze über mehrere Zeilen: %1, zusammen %2 Zeilen.</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>%1 read, %2 inserted, %3 updated, %4 rejected, %5 failed, %6 cancelled</source>
        <translation>%1 gelesen, %2 eingefügt, %3 aktualisiert, %4 abgelehnt, %5 fehlgeschlagen, %6 abgebrochen</translation>
    </message>
</context>
<context>
    <name>Weir::LoadResult</name>
    <message>
        <source>Load the same files again with &quot;resume&quot; (--resume) to go on after the rows that are in already: %1.</source>
        <translation>Laden Sie dieselben Dateien noch einmal mit „resume“ (--resume), um nach den schon vorhandenen Zeilen weiterzumachen: %1.</translation>
    </message>
</context>
<context>
    <name>Weir::LoadSetup</name>
    <message>
        <source>The first line of %1 cannot be read as a header: a quote in it is misplaced. Mend it or choose another delimiter or quote.</source>
        <translation>Die erste Zeile von %1 kann nicht als Kopfzeile gelesen werden: Ein Anführungszeichen darin steht an falscher Stelle. Bessern Sie sie aus oder wählen Sie ein anderes Trenn- oder Anführungszeichen.</translation>
    </message>
    <message>
        <source>It is not said which kind of records %1 holds: name one.</source>
        <translation>Es ist nicht angegeben, welche Art von Datensätzen %1 enthält: Nennen Sie eine.</translation>
    </message>
    <message>
        <source>The project has no database named &quot;%1&quot;.</source>
        <translation>Das Projekt hat keine Datenbank namens „%1“.</translation>
    </message>
    <message>
        <source>There is no file %1: check its name.</source>
        <translation>Es gibt keine Datei %1: Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>%1 is named twice: name it once.</source>
        <translation>%1 ist zweimal genannt: Nennen Sie sie einmal.</translation>
    </message>
    <message>
        <source>%1 was loaded into %2 before (%3, %4 rows). To load it once more, choose &quot;again&quot; (--again).</source>
        <translation>%1 wurde schon in %2 geladen (%3, %4 Zeilen). Um sie noch einmal zu laden, wählen Sie „again“ (--again).</translation>
    </message>
    <message>
        <source>%1 was loaded into %2 in part (%3, %4 rows so far). Choose &quot;resume&quot; (--resume) to go on, or &quot;again&quot; (--again) to load it from its beginning.</source>
        <translation>%1 wurde teilweise in %2 geladen (%3, bisher %4 Zeilen). Wählen Sie „resume“ (--resume), um weiterzumachen, oder „again“ (--again), um von vorn zu laden.</translation>
    </message>
    <message>
        <source>%1 has changed since it was loaded in part (%2 bytes then, %3 now): resuming it would mix two files. Load it as a new one with &quot;again&quot; (--again), or undo the earlier load first.</source>
        <translation>%1 hat sich geändert, seit die Datei teilweise geladen wurde (damals %2 Byte, jetzt %3): Ein Fortsetzen würde zwei Dateien mischen. Laden Sie sie mit „again“ (--again) als neue, oder machen Sie zuerst den früheren Ladevorgang rückgängig.</translation>
    </message>
    <message>
        <source>%1 was loaded in part already, so it can no longer be all or nothing: resume it with another policy, or undo the earlier load first.</source>
        <translation>%1 wurde schon teilweise geladen, daher ist „alles oder nichts“ nicht mehr möglich: Setzen Sie mit einer anderen Vorgabe fort, oder machen Sie zuerst den früheren Ladevorgang rückgängig.</translation>
    </message>
    <message>
        <source>The fields of &quot;%1&quot; have changed since %2 was loaded in part: load it as a new file with &quot;again&quot; (--again).</source>
        <translation>Die Felder von „%1“ haben sich geändert, seit %2 teilweise geladen wurde: Laden Sie sie mit „again“ (--again) als neue Datei.</translation>
    </message>
    <message>
        <source>%1 does not begin like what was loaded into table &quot;%2&quot; from a stream before: it counts as a new one.</source>
        <translation>%1 beginnt anders als das, was zuvor aus einem Datenstrom in die Tabelle „%2“ geladen wurde, und gilt daher als neuer Datenstrom.</translation>
    </message>
</context>
<context>
    <name>Weir::LoadSheet</name>
    <message>
        <source>Load files</source>
        <translation>Dateien laden</translation>
    </message>
    <message>
        <source>Files and options</source>
        <translation>Dateien und Optionen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files to load</source>
        <translation>Dateien, die geladen werden</translation>
    </message>
    <message>
        <source>&amp;Add Files…</source>
        <translation>Hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Remove the file from the list</source>
        <translation>Die Datei aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>F&amp;ortsetzen</translation>
    </message>
    <message>
        <source>Go on where the earlier load stopped</source>
        <translation>Weitermachen, wo der frühere Ladevorgang angehalten hat</translation>
    </message>
    <message>
        <source>Load A&amp;gain</source>
        <translation>Noch ein&amp;mal laden</translation>
    </message>
    <message>
        <source>Load all rows once more, beside those that are there</source>
        <translation>Alle Zeilen noch einmal laden, neben denen, die da sind</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>Load the files</source>
        <translation>Die Dateien laden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Delimited text (*.csv *.tsv *.tab *.psv *.txt *.dat *.gz *.zst);;All files (*)</source>
        <translation>Text mit Trennzeichen (*.csv *.tsv *.tab *.psv *.txt *.dat *.gz *.zst);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Looking whether these files were loaded before…</source>
        <translation>Es wird nachgesehen, ob diese Dateien schon geladen wurden…</translation>
    </message>
    <message>
        <source>Do N&amp;ot Load</source>
        <translation>Ni&amp;cht laden</translation>
    </message>
    <message numerus="yes">
        <source>The load of %1 that began on %2 is not finished; it wrote %3 rows.</source>
        <translation>
            <numerusform>Der am %2 begonnene Ladevorgang von %1 ist nicht abgeschlossen; er hat %3 Zeile geschrieben.</numerusform>
            <numerusform>Der am %2 begonnene Ladevorgang von %1 ist nicht abgeschlossen; er hat %3 Zeilen geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was loaded already, on %2: it wrote %3 rows.</source>
        <translation>
            <numerusform>%1 wurde bereits am %2 geladen: %3 Zeile wurde geschrieben.</numerusform>
            <numerusform>%1 wurde bereits am %2 geladen: %3 Zeilen wurden geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadState</name>
    <message>
        <source>Unfinished</source>
        <translation>Unvollendet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>Weir::LoadUndo</name>
    <message>
        <source>Stopped before all rows were looked at: undo again to go on.</source>
        <translation>Angehalten, bevor alle Zeilen geprüft waren: Machen Sie den Ladevorgang erneut rückgängig, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Rows of the load that were removed before that: %1.</source>
        <translation>Zeilen dieses Ladevorgangs, die zuvor entfernt wurden: %1.</translation>
    </message>
</context>
<context>
    <name>Weir::Loader</name>
    <message>
        <source>The load is over, but there is not enough memory to tell what became of its rows: look at the loads of its databases before you load again.</source>
        <translation>Der Ladevorgang ist zu Ende, aber der Speicher reicht nicht, um zu sagen, was aus seinen Zeilen geworden ist: Sehen Sie sich die Ladevorgänge seiner Datenbanken an, bevor Sie erneut laden.</translation>
    </message>
</context>
<context>
    <name>Weir::LogModel</name>
    <message>
        <source>Run %1 of &apos;%2&apos;</source>
        <translation>Lauf %1 von „%2“</translation>
    </message>
    <message>
        <source>%1 inserted with key %2</source>
        <translation>%1 mit Schlüssel %2 eingefügt</translation>
    </message>
    <message>
        <source>%1 not written: the run was stopped</source>
        <translation>%1 nicht geschrieben: Der Lauf wurde angehalten</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>%1 replaced a row, with key %2</source>
        <translation>%1 hat eine Zeile ersetzt, Schlüssel %2</translation>
    </message>
</context>
<context>
    <name>Weir::LogPanel</name>
    <message>
        <source>Fi&amp;nd</source>
        <translation>Suche&amp;n</translation>
    </message>
    <message>
        <source>Text to find in the log</source>
        <translation>Im Protokoll zu suchender Text</translation>
    </message>
    <message>
        <source>Show lines that contain…</source>
        <translation>Einträge anzeigen mit…</translation>
    </message>
    <message>
        <source>Show lines of this entity</source>
        <translation>Einträge dieser Entität anzeigen</translation>
    </message>
    <message>
        <source>Show lines with this outcome</source>
        <translation>Einträge mit diesem Ergebnis anzeigen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>Keep the newest line in view</source>
        <translation>Den neuesten Eintrag im Blick behalten</translation>
    </message>
    <message>
        <source>&amp;Copy Lines</source>
        <translation>Einträge &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>Die ausgewählten oder alle angezeigten Einträge kopieren</translation>
    </message>
    <message>
        <source>&amp;Save Log…</source>
        <translation>Protokoll &amp;speichern…</translation>
    </message>
    <message>
        <source>Save the lines that are shown to a file</source>
        <translation>Die angezeigten Einträge in einer Datei speichern</translation>
    </message>
    <message>
        <source>C&amp;lear Log</source>
        <translation>Protokoll &amp;leeren</translation>
    </message>
    <message>
        <source>Remove all lines</source>
        <translation>Alle Einträge entfernen</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>All entities</source>
        <translation>Alle Entitäten</translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation>Einträge: %1</translation>
    </message>
    <message>
        <source>Lines: %1 of %2</source>
        <translation>Einträge: %1 von %2</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Every row of a run gets a line here, with its outcome. Press %1 to start one.</source>
        <translation>Jede Zeile eines Laufs erhält hier einen Eintrag mit ihrem Ergebnis. Mit %1 starten Sie einen Lauf.</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>Kein passender Eintrag</translation>
    </message>
    <message>
        <source>Change the text, the entity or the outcome above.</source>
        <translation>Ändern Sie oben den Text, die Entität oder das Ergebnis.</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>Textdateien (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The log could not be saved as %1: %2. Choose another place.</source>
        <translation>Das Protokoll konnte nicht als %1 gespeichert werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>Weir::MainWindow</name>
    <message>
        <source>Weir</source>
        <translation>Weir</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Run tool bar</source>
        <translation>Werkzeugleiste „Lauf“</translation>
    </message>
    <message>
        <source>&amp;Test data</source>
        <translation>&amp;Testdaten</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>&amp;Zusammenfassung</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;New Project</source>
        <translation>&amp;Neues Projekt</translation>
    </message>
    <message>
        <source>Begin anew with the sample project</source>
        <translation>Neu mit dem Beispielprojekt beginnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ein Projekt öffnen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Das Projekt unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Leave Weir</source>
        <translation>Weir verlassen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Go to the filter of the table or the log</source>
        <translation>Zum Filter der Tabelle oder des Protokolls gehen</translation>
    </message>
    <message>
        <source>&amp;Run Insertion</source>
        <translation>Einfügen &amp;starten</translation>
    </message>
    <message>
        <source>Check all rows and insert the valid ones, all tasks at once</source>
        <translation>Alle Zeilen prüfen und die gültigen einfügen, alle Aufgaben gleichzeitig</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop the run: no new transaction begins</source>
        <translation>Den Lauf anhalten: Es beginnt keine neue Transaktion</translation>
    </message>
    <message>
        <source>Run &amp;Settings…</source>
        <translation>Lauf&amp;einstellungen…</translation>
    </message>
    <message>
        <source>Threads, attempts, journal mode, synchronous and busy timeout</source>
        <translation>Threads, Versuche, Journalmodus, Synchronisation und Wartezeit bei Sperre</translation>
    </message>
    <message>
        <source>Show a short run slowly after it has ended; the run itself is never slowed down</source>
        <translation>Einen kurzen Lauf nach seinem Ende langsam zeigen; der Lauf selbst wird nie gebremst</translation>
    </message>
    <message>
        <source>S&amp;kip Replay</source>
        <translation>&amp;Wiedergabe überspringen</translation>
    </message>
    <message>
        <source>Show the rest of the replay at once</source>
        <translation>Den Rest der Wiedergabe sofort zeigen</translation>
    </message>
    <message>
        <source>Tables Side &amp;by Side</source>
        <translation>Ta&amp;bellen nebeneinander</translation>
    </message>
    <message>
        <source>Show all tables beside each other</source>
        <translation>Alle Tabellen nebeneinander anzeigen</translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation>&amp;Dunkles Design</translation>
    </message>
    <message>
        <source>Switch between the light and the dark theme</source>
        <translation>Zwischen hellem und dunklem Design wechseln</translation>
    </message>
    <message>
        <source>&amp;Next Table</source>
        <translation>&amp;Nächste Tabelle</translation>
    </message>
    <message>
        <source>&amp;Previous Table</source>
        <translation>&amp;Vorherige Tabelle</translation>
    </message>
    <message>
        <source>&amp;Refresh Tables</source>
        <translation>Tabellen &amp;aktualisieren</translation>
    </message>
    <message>
        <source>Read all tables anew</source>
        <translation>Alle Tabellen neu lesen</translation>
    </message>
    <message>
        <source>Reset La&amp;yout</source>
        <translation>Anordnung zurück&amp;setzen</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>Alle Bereiche an ihren ursprünglichen Platz zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>&amp;Migrate Databases</source>
        <translation>Datenbanken &amp;migrieren</translation>
    </message>
    <message>
        <source>Make missing tables and columns; nothing is deleted</source>
        <translation>Fehlende Tabellen und Spalten anlegen; gelöscht wird nichts</translation>
    </message>
    <message>
        <source>&amp;Empty the Tables…</source>
        <translation>Tabellen &amp;leeren…</translation>
    </message>
    <message>
        <source>Delete the rows of the tables; says first how many</source>
        <translation>Die Zeilen der Tabellen löschen; vorher wird gezeigt, wie viele</translation>
    </message>
    <message>
        <source>&amp;Undo Emptying</source>
        <translation>Leeren &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Open Data &amp;Folder</source>
        <translation>Daten&amp;ordner öffnen</translation>
    </message>
    <message>
        <source>Show the folder of the databases</source>
        <translation>Den Ordner der Datenbanken anzeigen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Language, theme and habits of the window</source>
        <translation>Sprache, Design und Verhalten des Fensters</translation>
    </message>
    <message>
        <source>&amp;User Guide</source>
        <translation>&amp;Benutzerhandbuch</translation>
    </message>
    <message>
        <source>Open the user guide</source>
        <translation>Das Benutzerhandbuch öffnen</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>Alle Tastenkürzel anzeigen</translation>
    </message>
    <message>
        <source>&amp;About Weir</source>
        <translation>&amp;Über Weir</translation>
    </message>
    <message>
        <source>The data folder %1 could not be opened. Open it with a file manager.</source>
        <translation>Der Datenordner %1 konnte nicht geöffnet werden. Öffnen Sie ihn mit einem Dateimanager.</translation>
    </message>
    <message>
        <source>%1[*] – Weir</source>
        <translation>%1[*] – Weir</translation>
    </message>
    <message>
        <source>Stop the run first, then open another project.</source>
        <translation>Halten Sie zuerst den Lauf an und öffnen Sie dann ein anderes Projekt.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Replay Slo&amp;wly</source>
        <translation>&amp;Langsam wiedergeben</translation>
    </message>
    <message>
        <source>G&amp;o to Test Data</source>
        <translation>Zu den T&amp;estdaten</translation>
    </message>
    <message>
        <source>Go to T&amp;ables</source>
        <translation>Zu den Tabe&amp;llen</translation>
    </message>
    <message>
        <source>Go to Su&amp;mmary</source>
        <translation>Zur Zusam&amp;menfassung</translation>
    </message>
    <message>
        <source>&amp;Go to Log</source>
        <translation>Zum P&amp;rotokoll</translation>
    </message>
    <message>
        <source>Load&amp;ing</source>
        <translation>Ladevor&amp;gang</translation>
    </message>
    <message>
        <source>&amp;Load Files…</source>
        <translation>Dateien &amp;laden…</translation>
    </message>
    <message>
        <source>Load CSV files into the databases, with a verdict for every line</source>
        <translation>CSV-Dateien in die Datenbanken laden, mit einem Urteil für jede Zeile</translation>
    </message>
    <message>
        <source>Recent Loa&amp;ds…</source>
        <translation>Letzte Lade&amp;vorgänge…</translation>
    </message>
    <message>
        <source>See what was loaded; undo a load, go on with it or forget it</source>
        <translation>Ansehen, was geladen wurde; einen Ladevorgang rückgängig machen, fortsetzen oder vergessen</translation>
    </message>
    <message>
        <source>Go to Loading Pan&amp;el</source>
        <translation>Z&amp;um Ladevorgang</translation>
    </message>
    <message>
        <source>Cancel the load or its undoing first, then open another project.</source>
        <translation>Brechen Sie zuerst den Ladevorgang oder dessen Rückgängigmachen ab, dann öffnen Sie ein anderes Projekt.</translation>
    </message>
    <message>
        <source>Put the deleted rows back; possible until the next run, load or emptying</source>
        <translation>Gelöschte Zeilen wiederherstellen; möglich bis zum nächsten Lauf, Laden oder Leeren</translation>
    </message>
    <message>
        <source>Rows are being deleted or put back: wait for that, then open another project.</source>
        <translation>Es werden gerade Zeilen gelöscht oder wiederhergestellt: Warten Sie, bis das beendet ist, und öffnen Sie dann ein anderes Projekt.</translation>
    </message>
</context>
<context>
    <name>Weir::MappingModel</name>
    <message>
        <source>(not loaded)</source>
        <translation>(nicht geladen)</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>Weir::MendDialog</name>
    <message>
        <source>Mend rejected lines</source>
        <translation>Abgelehnte Zeilen ausbessern</translation>
    </message>
    <message>
        <source>Rejected lines</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>&amp;Next Problem</source>
        <translation>&amp;Nächstes Problem</translation>
    </message>
    <message>
        <source>&amp;Remove Lines</source>
        <translation>Zeilen &amp;entfernen</translation>
    </message>
    <message>
        <source>Leave the selected lines out</source>
        <translation>Die gewählten Zeilen weglassen</translation>
    </message>
    <message>
        <source>Save and &amp;Load</source>
        <translation>Speichern und &amp;laden</translation>
    </message>
    <message>
        <source>Save these lines beside the rejected ones and load only them</source>
        <translation>Diese Zeilen neben den abgelehnten speichern und nur sie laden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Lines of %1 that were not loaded</source>
        <translation>Zeilen von %1, die nicht geladen wurden</translation>
    </message>
    <message>
        <source>(the first %1)</source>
        <translation>(die ersten %1)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Show &amp;More Lines</source>
        <translation>&amp;Mehr Zeilen zeigen</translation>
    </message>
    <message>
        <source>Read the next part of the rejected lines</source>
        <translation>Den nächsten Teil der abgelehnten Zeilen lesen</translation>
    </message>
    <message>
        <source>Lines were mended</source>
        <translation>Zeilen wurden ausgebessert</translation>
    </message>
    <message>
        <source>Discard what you mended?</source>
        <translation>Das Ausgebesserte verwerfen?</translation>
    </message>
    <message>
        <source>The rejected lines stay in their file as they are.</source>
        <translation>Die abgelehnten Zeilen bleiben in ihrer Datei, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Keep Mending</source>
        <translation>&amp;Weiter ausbessern</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines, %2 with a problem</source>
        <translation>
            <numerusform>%1 Zeile, %2 mit einem Problem</numerusform>
            <numerusform>%1 Zeilen, %2 mit einem Problem</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save these lines beside the rejected ones; another project is open, so that they cannot be loaded where they belong</source>
        <translation>Diese Zeilen neben den abgelehnten speichern; ein anderes Projekt ist offen, sodass sie nicht dorthin geladen werden können, wohin sie gehören</translation>
    </message>
</context>
<context>
    <name>Weir::MendModel</name>
    <message>
        <source>(too many)</source>
        <translation>(zu viel)</translation>
    </message>
</context>
<context>
    <name>Weir::Outcome</name>
    <message>
        <source>The run was stopped before this row was written</source>
        <translation>Der Lauf wurde angehalten, bevor diese Zeile geschrieben war</translation>
    </message>
</context>
<context>
    <name>Weir::OwnFile</name>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>Ihr Anteil am Datenträger ist aufgebraucht</translation>
    </message>
    <message>
        <source>it would become larger than files may be there</source>
        <translation>sie würde größer, als Dateien dort sein dürfen</translation>
    </message>
    <message>
        <source>somebody has made a file of that name meanwhile</source>
        <translation>inzwischen hat jemand eine Datei dieses Namens angelegt</translation>
    </message>
    <message>
        <source>it has more than one name (a hard link)</source>
        <translation>sie hat mehr als einen Namen (ein Hardlink)</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>sie ist eine Verknüpfung</translation>
    </message>
    <message>
        <source>it is not yours to change</source>
        <translation>sie darf von Ihnen nicht geändert werden</translation>
    </message>
</context>
<context>
    <name>Weir::ProjectDocument</name>
    <message>
        <source>Edit cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Change run settings</source>
        <translation>Laufeinstellungen ändern</translation>
    </message>
    <message>
        <source>Change database &apos;%1&apos;</source>
        <translation>Datenbank „%1“ ändern</translation>
    </message>
</context>
<context>
    <name>Weir::ProjectFile</name>
    <message>
        <source>must be an object in braces.</source>
        <translation>muss ein Objekt in geschweiften Klammern sein.</translation>
    </message>
    <message>
        <source>is not a known key; known are %1.</source>
        <translation>ist kein bekannter Schlüssel; bekannt sind %1.</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; is missing.</source>
        <translation>der Schlüssel „%1“ fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; it must be one of %2.</source>
        <translation>„%1“ ist nicht bekannt; erlaubt ist eines von %2.</translation>
    </message>
    <message>
        <source>must be a list in brackets.</source>
        <translation>muss eine Liste in eckigen Klammern sein.</translation>
    </message>
    <message>
        <source>must be a text in quotes.</source>
        <translation>muss ein Text in Anführungszeichen sein.</translation>
    </message>
    <message>
        <source>must be true or false.</source>
        <translation>muss true oder false sein.</translation>
    </message>
    <message>
        <source>must be a whole number.</source>
        <translation>muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>is a number out of range.</source>
        <translation>ist eine Zahl außerhalb des erlaubten Bereichs.</translation>
    </message>
    <message>
        <source>must be a number.</source>
        <translation>muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>%1: more than %2 levels of brackets are not allowed.</source>
        <translation>%1: Mehr als %2 Klammerebenen sind nicht erlaubt.</translation>
    </message>
    <message>
        <source>%1: this key is there twice; remove one.</source>
        <translation>%1: Dieser Schlüssel ist doppelt vorhanden; entfernen Sie einen davon.</translation>
    </message>
    <message>
        <source>Line %1, column %2: this is not valid JSON (%3).</source>
        <translation>Zeile %1, Spalte %2: Das ist kein gültiges JSON (%3).</translation>
    </message>
    <message>
        <source>The text is larger than 64 MiB, which no project needs.</source>
        <translation>Der Text ist größer als 64 MiB; so viel braucht kein Projekt.</translation>
    </message>
    <message>
        <source>is not valid Unicode text.</source>
        <translation>ist kein gültiger Unicode-Text.</translation>
    </message>
    <message>
        <source>cannot be empty.</source>
        <translation>darf nicht leer sein.</translation>
    </message>
    <message>
        <source>cannot contain a NUL character.</source>
        <translation>darf kein NUL-Zeichen enthalten.</translation>
    </message>
    <message>
        <source>is longer than %1 characters.</source>
        <translation>ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>is %1; it must be between %2 and %3.</source>
        <translation>ist %1; der Wert muss zwischen %2 und %3 liegen.</translation>
    </message>
    <message>
        <source>there is another database &quot;%1&quot;.</source>
        <translation>es gibt eine weitere Datenbank „%1“.</translation>
    </message>
    <message>
        <source>another database has the file &quot;%1&quot;.</source>
        <translation>eine andere Datenbank hat die Datei „%1“.</translation>
    </message>
    <message>
        <source>a &quot;file:&quot; address is not allowed; write a plain file name.</source>
        <translation>eine „file:“-Adresse ist nicht erlaubt; schreiben Sie einen einfachen Dateinamen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file name; databases in memory are not supported.</source>
        <translation>„%1“ ist kein Dateiname; Datenbanken im Arbeitsspeicher werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a directory; write a file name.</source>
        <translation>„%1“ ist ein Ordner; schreiben Sie einen Dateinamen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leaves the data directory; &quot;..&quot; is not allowed.</source>
        <translation>„%1“ führt aus dem Datenordner heraus; „..“ ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>there is another entity &quot;%1&quot;.</source>
        <translation>es gibt eine weitere Entität „%1“.</translation>
    </message>
    <message>
        <source>another entity has the table &quot;%1&quot; in this database.</source>
        <translation>eine andere Entität hat die Tabelle „%1“ in dieser Datenbank.</translation>
    </message>
    <message>
        <source>a project cannot have more than %1 rules.</source>
        <translation>ein Projekt darf höchstens %1 Regeln haben.</translation>
    </message>
    <message>
        <source>a project cannot have more than %1 patterns.</source>
        <translation>ein Projekt darf höchstens %1 Muster haben.</translation>
    </message>
    <message>
        <source>names that begin with &quot;sqlite_&quot; or &quot;weir_&quot; are reserved.</source>
        <translation>Namen, die mit „sqlite_“ oder „weir_“ beginnen, sind reserviert.</translation>
    </message>
    <message>
        <source>there is no database &quot;%1&quot;.</source>
        <translation>es gibt keine Datenbank „%1“.</translation>
    </message>
    <message>
        <source>there are more than %1 fields.</source>
        <translation>es gibt mehr als %1 Felder.</translation>
    </message>
    <message>
        <source>there is another field &quot;%1&quot;.</source>
        <translation>es gibt ein weiteres Feld „%1“.</translation>
    </message>
    <message>
        <source>exactly one field must be the key (&quot;key&quot;: true).</source>
        <translation>genau ein Feld muss der Schlüssel sein (&quot;key&quot;: true).</translation>
    </message>
    <message>
        <source>the key must be of type integer.</source>
        <translation>der Schlüssel muss vom Typ integer sein.</translation>
    </message>
    <message>
        <source>there is no entity &quot;%1&quot;.</source>
        <translation>es gibt keine Entität „%1“.</translation>
    </message>
    <message>
        <source>the row has %1 cells; the entity has %2 fields.</source>
        <translation>die Zeile hat %1 Zellen; die Entität hat %2 Felder.</translation>
    </message>
    <message>
        <source>The project &quot;%1&quot; cannot be read: %2</source>
        <translation>Das Projekt „%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The project was not saved to &quot;%1&quot;: %2</source>
        <translation>Das Projekt wurde nicht in „%1“ gespeichert: %2</translation>
    </message>
    <message>
        <source>it is not a file.</source>
        <translation>es ist keine Datei.</translation>
    </message>
    <message>
        <source>This is not a Weir project: the key &quot;format&quot; is missing.</source>
        <translation>Das ist kein Weir-Projekt: Der Schlüssel „format“ fehlt.</translation>
    </message>
    <message>
        <source>This project has format %1 and was written by a newer Weir; this one reads formats up to %2. Update Weir to open it.</source>
        <translation>Dieses Projekt hat das Format %1 und wurde von einem neueren Weir geschrieben; dieses liest Formate bis %2. Aktualisieren Sie Weir, um es zu öffnen.</translation>
    </message>
    <message>
        <source>This project has the unknown format %1; this Weir reads formats %2 to %3.</source>
        <translation>Dieses Projekt hat das unbekannte Format %1; dieses Weir liest die Formate %2 bis %3.</translation>
    </message>
    <message>
        <source>a rule &quot;%1&quot; has no such parameter.</source>
        <translation>eine Regel „%1“ hat keinen solchen Parameter.</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot; in the entity &quot;%2&quot;.</source>
        <translation>es gibt kein Feld „%1“ in der Entität „%2“.</translation>
    </message>
    <message>
        <source>a pattern is missing.</source>
        <translation>ein Muster fehlt.</translation>
    </message>
    <message>
        <source>the pattern &quot;%1&quot; is not valid: %2.</source>
        <translation>das Muster „%1“ ist ungültig: %2.</translation>
    </message>
    <message>
        <source>a length cannot be negative.</source>
        <translation>eine Länge darf nicht negativ sein.</translation>
    </message>
    <message>
        <source>is less than &quot;minLength&quot;.</source>
        <translation>ist kleiner als „minLength“.</translation>
    </message>
    <message>
        <source>every field has this rule; it is not written down.</source>
        <translation>diese Regel gilt für jedes Feld und wird nicht eigens aufgeschrieben.</translation>
    </message>
    <message>
        <source>must be a finite number.</source>
        <translation>muss eine endliche Zahl sein.</translation>
    </message>
    <message>
        <source>the list of allowed values is empty.</source>
        <translation>die Liste der erlaubten Werte ist leer.</translation>
    </message>
    <message>
        <source>the maximum is less than the field&apos;s minimum.</source>
        <translation>das Maximum ist kleiner als das Minimum des Feldes.</translation>
    </message>
    <message>
        <source>%1: more than %2 values beside the rows of test data are not allowed.</source>
        <translation>%1: Mehr als %2 Werte neben den Zeilen der Testdaten sind nicht erlaubt.</translation>
    </message>
    <message>
        <source>this key is there twice; remove one.</source>
        <translation>dieser Schlüssel steht zweimal da; entfernen Sie einen.</translation>
    </message>
    <message>
        <source>the type &quot;%1&quot; needs format %2, but the project says %3: write &quot;format&quot;: %2 at its beginning.</source>
        <translation>der Typ „%1“ braucht das Format %2, das Projekt nennt aber %3: Schreiben Sie an seinen Anfang &quot;format&quot;: %2.</translation>
    </message>
    <message>
        <source>a rule &quot;%1&quot; does not fit a field of the type %2.</source>
        <translation>eine Regel „%1“ passt nicht zu einem Feld des Typs %2.</translation>
    </message>
</context>
<context>
    <name>Weir::ProjectFiles</name>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Weir projects (*.weir);;All files (*)</source>
        <translation>Weir-Projekte (*.weir);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>Projekt speichern unter</translation>
    </message>
    <message>
        <source>Weir projects (*.weir)</source>
        <translation>Weir-Projekte (*.weir)</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Die Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>If you do not save them, they are lost.</source>
        <translation>Wenn Sie sie nicht speichern, gehen sie verloren.</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>%1 wird gespeichert…</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>Weir::ProjectPlaces</name>
    <message>
        <source>&amp;Allow…</source>
        <translation>&amp;Erlauben…</translation>
    </message>
    <message>
        <source>This project works on files outside its folder and the data folder. Nothing is read or written there until you allow it.</source>
        <translation>Dieses Projekt arbeitet mit Dateien außerhalb seines Ordners und des Datenordners. Dort wird nichts gelesen oder geschrieben, bis Sie es erlauben.</translation>
    </message>
    <message>
        <source>Files outside the project&apos;s folder</source>
        <translation>Dateien außerhalb des Projektordners</translation>
    </message>
    <message>
        <source>“%1” works on files outside its folder. Open them?</source>
        <translation>„%1“ arbeitet mit Dateien außerhalb seines Ordners. Sollen sie geöffnet werden?</translation>
    </message>
    <message>
        <source>Weir would read and write these files, and make those that are missing. Open them only if you trust the project.</source>
        <translation>Weir würde diese Dateien lesen und schreiben und fehlende anlegen. Öffnen Sie sie nur, wenn Sie dem Projekt vertrauen.</translation>
    </message>
    <message>
        <source>&amp;Open Them</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Not Now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>Weir::QuitGuard</name>
    <message>
        <source>Stop the run and quit?</source>
        <translation>Den Lauf anhalten und Weir beenden?</translation>
    </message>
    <message>
        <source>Transactions under way finish or roll back; the rest of the rows is not written.</source>
        <translation>Laufende Transaktionen werden abgeschlossen oder zurückgerollt; die übrigen Zeilen werden nicht geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <translation>&amp;Anhalten und beenden</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop the load and quit?</source>
        <translation>Den Ladevorgang anhalten und Weir beenden?</translation>
    </message>
    <message>
        <source>Batches under way are finished; Recent Loads goes on with the rest later.</source>
        <translation>Laufende Blöcke werden abgeschlossen; unter „Letzte Ladevorgänge“ geht es später mit dem Rest weiter.</translation>
    </message>
    <message>
        <source>Something is under way</source>
        <translation>Etwas ist im Gange</translation>
    </message>
    <message>
        <source>Stop removing rows and quit?</source>
        <translation>Entfernen der Zeilen anhalten und beenden?</translation>
    </message>
    <message>
        <source>What is removed stays so; undoing the load again goes on with the rest.</source>
        <translation>Bereits entfernte Zeilen bleiben entfernt; erneutes Rückgängigmachen macht mit dem Rest weiter.</translation>
    </message>
    <message>
        <source>In a database that is not done with all its files, nothing of the load stays.</source>
        <translation>In einer Datenbank, die nicht mit allen ihren Dateien fertig ist, bleibt nichts von diesem Ladevorgang.</translation>
    </message>
    <message>
        <source>The deleted rows are being put back; the window closes when they are.</source>
        <translation>Die gelöschten Zeilen werden wiederhergestellt; danach schließt sich das Fenster.</translation>
    </message>
    <message>
        <source>The project is being saved; the window closes when it is.</source>
        <translation>Das Projekt wird gespeichert; danach schließt sich das Fenster.</translation>
    </message>
</context>
<context>
    <name>Weir::ReasonsModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Byte</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
</context>
<context>
    <name>Weir::RecentMenu</name>
    <message>
        <source>&amp;%1  %2</source>
        <translation>&amp;%1  %2</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>Keine zuletzt geöffneten Projekte</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese &amp;Liste leeren</translation>
    </message>
</context>
<context>
    <name>Weir::RejectFiles</name>
    <message>
        <source>The file %1 for rejected lines cannot be written: %2. Make room or name another directory for them, then resume.</source>
        <translation>Die Datei %1 für abgelehnte Zeilen kann nicht geschrieben werden: %2. Schaffen Sie Platz oder nennen Sie einen anderen Ordner dafür und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>The file %1 with the lines rejected so far cannot be opened: %2. Put it back, or load the file again from its beginning.</source>
        <translation>Die Datei %1 mit den bisher abgelehnten Zeilen kann nicht geöffnet werden: %2. Legen Sie sie zurück oder laden Sie die Datei von vorn.</translation>
    </message>
    <message>
        <source>The file %1 has lost lines that were rejected before (%2 bytes of %3): put it back, or load the file again from its beginning.</source>
        <translation>Die Datei %1 hat früher abgelehnte Zeilen verloren (%2 von %3 Byte): Legen Sie sie zurück oder laden Sie die Datei von vorn.</translation>
    </message>
    <message>
        <source>The file %1 for rejected lines cannot be written: %2. Raise the limit or name another directory for them, then resume.</source>
        <translation>Die Datei %1 für abgelehnte Zeilen kann nicht geschrieben werden: %2. Heben Sie die Grenze an oder nennen Sie einen anderen Ordner dafür, und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>The file %1 may hold lines that this load did not reject in the end, because it cannot be shortened or removed: %2.</source>
        <translation>Die Datei %1 kann Zeilen enthalten, die dieser Ladevorgang am Ende nicht abgelehnt hat, denn sie kann nicht gekürzt oder entfernt werden: %2.</translation>
    </message>
    <message>
        <source>The file %1 is not what Weir wrote there: put that one back, or load the file again from its beginning.</source>
        <translation>Die Datei %1 ist nicht die, die Weir dort geschrieben hat: Legen Sie jene zurück, oder laden Sie die Datei noch einmal von Anfang an.</translation>
    </message>
    <message>
        <source>The file %1 with the lines rejected so far was removed while the load was writing to it: load the file again from its beginning.</source>
        <translation>Die Datei %1 mit den bisher abgelehnten Zeilen wurde entfernt, während der Ladevorgang in sie schrieb: Laden Sie die Datei noch einmal von Anfang an.</translation>
    </message>
    <message>
        <source>The file %1, which an earlier load has left, cannot be removed: %2. Remove it, then load again.</source>
        <translation>Die Datei %1, die ein früherer Ladevorgang hinterlassen hat, kann nicht entfernt werden: %2. Entfernen Sie sie, und laden Sie dann erneut.</translation>
    </message>
    <message>
        <source>The file %1 with the lines rejected so far cannot be read: %2. Resume when it can, or load the file again from its beginning.</source>
        <translation>Die Datei %1 mit den bisher abgelehnten Zeilen kann nicht gelesen werden: %2. Setzen Sie den Ladevorgang fort, sobald es geht, oder laden Sie die Datei von vorn.</translation>
    </message>
</context>
<context>
    <name>Weir::RejectNames</name>
    <message>
        <source>%1 is resumed with new reject files: those that the ledger names (%2) are not named as this load names its own, and are left alone. Lines rejected from here on go to %3.</source>
        <translation>%1 wird mit neuen Dateien für abgelehnte Zeilen fortgesetzt: Die im Ladebuch genannten (%2) heißen nicht so, wie dieser Ladevorgang seine eigenen nennt, und bleiben unberührt. Ab hier abgelehnte Zeilen kommen nach %3.</translation>
    </message>
    <message>
        <source>%1 is resumed with new reject files: those that the ledger names (%2) are not as this load left them, and are left alone. Lines rejected from here on go to %3.</source>
        <translation>%1 wird mit neuen Dateien für abgelehnte Zeilen fortgesetzt: Die im Ladebuch genannten (%2) sind nicht mehr so, wie dieser Ladevorgang sie hinterlassen hat, und bleiben unberührt. Ab hier abgelehnte Zeilen kommen nach %3.</translation>
    </message>
</context>
<context>
    <name>Weir::RejectStage</name>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>Weir::ReportExport</name>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Web pages (*.html);;JSON (*.json);;CSV (*.csv)</source>
        <translation>Webseiten (*.html);;JSON (*.json);;CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>Weir::RuleSet</name>
    <message>
        <source>%1 must not contain a NUL character</source>
        <translation>%1 darf kein NUL-Zeichen enthalten</translation>
    </message>
    <message>
        <source>%1 must be valid UTF-8 text</source>
        <translation>%1 muss gültiger UTF-8-Text sein</translation>
    </message>
    <message>
        <source>%1 must be a whole number</source>
        <translation>%1 muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>%1 must be a number</source>
        <translation>%1 muss eine Zahl sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known escape</source>
        <translation>„%1“ ist keine bekannte Escape-Sequenz</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a range of characters</source>
        <translation>„%1“ ist kein Zeichenbereich</translation>
    </message>
    <message>
        <source>a closing bracket &quot;]&quot; is missing in &quot;%1&quot;</source>
        <translation>in „%1“ fehlt eine schließende eckige Klammer „]“</translation>
    </message>
    <message>
        <source>a closing parenthesis &quot;)&quot; is missing in &quot;%1&quot;</source>
        <translation>in „%1“ fehlt eine schließende Klammer „)“</translation>
    </message>
    <message>
        <source>there is a closing parenthesis &quot;)&quot; too many in &quot;%1&quot;</source>
        <translation>in „%1“ steht eine schließende Klammer „)“ zu viel</translation>
    </message>
    <message>
        <source>nothing follows the backslash at the end</source>
        <translation>auf den umgekehrten Schrägstrich am Ende folgt nichts</translation>
    </message>
    <message>
        <source>there is nothing to repeat before &quot;%1&quot;</source>
        <translation>vor „%1“ steht nichts, was wiederholt werden kann</translation>
    </message>
    <message>
        <source>&quot;%1&quot; repeats too often; 1000 times is the most</source>
        <translation>„%1“ wiederholt zu oft; höchstens 1000-mal ist erlaubt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; repeats a repetition</source>
        <translation>„%1“ wiederholt eine Wiederholung</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not supported, because matching it could take forever</source>
        <translation>„%1“ wird nicht unterstützt, weil die Suche danach endlos dauern könnte</translation>
    </message>
    <message>
        <source>it is not valid Unicode text</source>
        <translation>es ist kein gültiger Unicode-Text</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid group name</source>
        <translation>„%1“ ist kein gültiger Gruppenname</translation>
    </message>
    <message>
        <source>it is too large; use smaller repetition counts</source>
        <translation>es ist zu groß; verwenden Sie kleinere Wiederholungszahlen</translation>
    </message>
    <message>
        <source>it cannot be used</source>
        <translation>es kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>%1 length must be at least %2</source>
        <translation>Länge von %1 muss mindestens %2 betragen</translation>
    </message>
    <message>
        <source>%1 length must be at most %2</source>
        <translation>Länge von %1 darf höchstens %2 betragen</translation>
    </message>
    <message>
        <source>%1 length must be exactly %2</source>
        <translation>Länge von %1 muss genau %2 betragen</translation>
    </message>
    <message>
        <source>%1 length must be between %2 and %3</source>
        <translation>Länge von %1 muss zwischen %2 und %3 liegen</translation>
    </message>
    <message>
        <source>%1 must be one of: %2</source>
        <translation>%1 muss einer dieser Werte sein: %2</translation>
    </message>
    <message>
        <source>%1 is required and cannot be empty</source>
        <translation>%1 ist erforderlich und darf nicht leer sein</translation>
    </message>
    <message>
        <source>%1 must be a valid email address</source>
        <translation>%1 muss eine gültige E-Mail-Adresse sein</translation>
    </message>
    <message>
        <source>%1 is too long to be matched with the pattern %2</source>
        <translation>%1 ist zu lang, um mit dem Muster %2 verglichen zu werden</translation>
    </message>
    <message>
        <source>%1 must match the pattern %2</source>
        <translation>%1 muss dem Muster %2 entsprechen</translation>
    </message>
    <message>
        <source>%1 must be a positive integer</source>
        <translation>%1 muss eine positive ganze Zahl sein</translation>
    </message>
    <message>
        <source>%1 must be greater than 0</source>
        <translation>%1 muss größer als 0 sein</translation>
    </message>
    <message>
        <source>%1 cannot be negative</source>
        <translation>%1 darf nicht negativ sein</translation>
    </message>
    <message>
        <source>%1 must be at least %2</source>
        <translation>%1 muss mindestens %2 sein</translation>
    </message>
    <message>
        <source>%1 must be at most %2</source>
        <translation>%1 darf höchstens %2 sein</translation>
    </message>
    <message>
        <source>%1 has the type %2, whose values this Weir cannot read yet</source>
        <translation>%1 hat den Typ %2, dessen Werte dieses Weir noch nicht lesen kann</translation>
    </message>
</context>
<context>
    <name>Weir::RunSettingsDialog</name>
    <message>
        <source>Run settings</source>
        <translation>Laufeinstellungen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>&amp;Strategy</source>
        <translation>&amp;Strategie</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>&amp;Aufgaben</translation>
    </message>
    <message>
        <source>Number of tasks</source>
        <translation>Anzahl der Aufgaben</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>&amp;Threads</translation>
    </message>
    <message>
        <source>Number of threads</source>
        <translation>Anzahl der Threads</translation>
    </message>
    <message>
        <source>as many as tasks</source>
        <translation>so viele wie Aufgaben</translation>
    </message>
    <message>
        <source>&amp;Attempts per transaction</source>
        <translation>&amp;Versuche je Transaktion</translation>
    </message>
    <message>
        <source>Attempts per transaction</source>
        <translation>Versuche je Transaktion</translation>
    </message>
    <message>
        <source>How often a transaction is tried, the first time included, before its rows fail</source>
        <translation>Wie oft eine Transaktion versucht wird, das erste Mal eingeschlossen, bevor ihre Zeilen als fehlgeschlagen gelten</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Journal mode</source>
        <translation>Journalmodus</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Busy timeout</source>
        <translation>Wartezeit bei Sperre</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Journal mode of %1</source>
        <translation>Journalmodus von %1</translation>
    </message>
    <message>
        <source>Synchronous level of %1</source>
        <translation>Synchronisationsstufe von %1</translation>
    </message>
    <message>
        <source>Busy timeout of %1</source>
        <translation>Wartezeit bei Sperre von %1</translation>
    </message>
    <message>
        <source>Every acknowledged row survives a power cut.</source>
        <translation>Jede bestätigte Zeile übersteht einen Stromausfall.</translation>
    </message>
    <message>
        <source>Acknowledged rows can be lost in a power cut. WAL with FULL, or EXTRA, keeps them.</source>
        <translation>Bestätigte Zeilen können bei einem Stromausfall verloren gehen. WAL mit FULL, oder EXTRA, bewahrt sie.</translation>
    </message>
    <message>
        <source>Change run settings</source>
        <translation>Laufeinstellungen ändern</translation>
    </message>
</context>
<context>
    <name>Weir::RunStatus</name>
    <message>
        <source>%1 of %2 tasks</source>
        <translation>%1 von %2 Aufgaben</translation>
    </message>
    <message>
        <source>Waiting for the databases…</source>
        <translation>Warten auf die Datenbanken…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Replay: %1</source>
        <translation>Wiedergabe: %1</translation>
    </message>
    <message>
        <source>Progress of the run: %1</source>
        <translation>Fortschritt des Laufs: %1</translation>
    </message>
</context>
<context>
    <name>Weir::RunToolBar</name>
    <message>
        <source>Strate&amp;gy</source>
        <translation>Strate&amp;gie</translation>
    </message>
    <message>
        <source>Tas&amp;ks</source>
        <translation>Au&amp;fgaben</translation>
    </message>
    <message>
        <source>Strategy: how tasks share a database</source>
        <translation>Strategie: wie Aufgaben sich eine Datenbank teilen</translation>
    </message>
    <message>
        <source>Number of tasks</source>
        <translation>Anzahl der Aufgaben</translation>
    </message>
    <message>
        <source>How many tasks the rows are divided among; all start together</source>
        <translation>Auf wie viele Aufgaben die Zeilen verteilt werden; alle starten gemeinsam</translation>
    </message>
</context>
<context>
    <name>Weir::Runner</name>
    <message>
        <source>The project has no database named &quot;%1&quot;.</source>
        <translation>Das Projekt hat keine Datenbank namens „%1“.</translation>
    </message>
    <message>
        <source>There are no rows to insert: add some test data first.</source>
        <translation>Es gibt keine Zeilen zum Einfügen: Fügen Sie zuerst Testdaten hinzu.</translation>
    </message>
    <message>
        <source>The system let Weir start only %1 of the %2 threads that the run was to have: its times are longer for it.</source>
        <translation>Das System ließ Weir nur %1 der %2 Threads starten, die der Lauf haben sollte: Seine Zeiten sind deshalb länger.</translation>
    </message>
    <message>
        <source>The run is over, but there is not enough memory to tell what became of its rows: look at the tables before you run again.</source>
        <translation>Der Lauf ist zu Ende, aber der Arbeitsspeicher reicht nicht, um zu sagen, was aus seinen Zeilen geworden ist: Sehen Sie in den Tabellen nach, bevor Sie den Lauf erneut starten.</translation>
    </message>
    <message>
        <source>The project has another database named &quot;%1&quot; by now: ask again.</source>
        <translation>Das Projekt hat inzwischen eine andere Datenbank mit dem Namen „%1“: Fragen Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>Weir::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>&amp;Replay short runs slowly</source>
        <translation>Kurze Läufe &amp;langsam wiedergeben</translation>
    </message>
    <message>
        <source>The run itself always goes at full speed; what was recorded is then shown slowly</source>
        <translation>Der Lauf selbst geht immer mit voller Geschwindigkeit; das Aufgezeichnete wird danach langsam gezeigt</translation>
    </message>
    <message>
        <source>&amp;Ask before quitting during a run</source>
        <translation>Während eines Laufs vor dem &amp;Beenden nachfragen</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>Systemsprache</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>Systemdesign</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>Weir::Shortages</name>
    <message>
        <source>There is not enough memory: end other programs or raise the limit on memory, then try again.</source>
        <translation>Der Arbeitsspeicher reicht nicht: Beenden Sie andere Programme oder erhöhen Sie die Grenze für den Speicher, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The system does not let Weir start the threads that this needs: end other programs or raise the limit on processes, then try again.</source>
        <translation>Das System lässt Weir die Threads nicht starten, die dafür nötig sind: Beenden Sie andere Programme oder erhöhen Sie die Grenze für Prozesse, dann versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>Weir::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Text to find among the shortcuts</source>
        <translation>Unter den Tastenkürzeln zu suchender Text</translation>
    </message>
    <message>
        <source>Find a shortcut…</source>
        <translation>Tastenkürzel suchen…</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>Testdaten</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>Letzte Zeile</translation>
    </message>
    <message>
        <source>A page up or down</source>
        <translation>Eine Seite nach oben oder unten</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
</context>
<context>
    <name>Weir::SqliteAdvice</name>
    <message>
        <source>SQLite %1 can lose acknowledged rows when a checkpoint overlaps commits of another connection (mended in 3.51.3). Weir&apos;s gate keeps its own commits and checkpoints apart, so rows written by Weir are safe, beside other programs too; what those write by themselves is not covered.</source>
        <translation>SQLite %1 kann bestätigte Zeilen verlieren, wenn sich ein Checkpoint mit Commits einer anderen Verbindung überschneidet (behoben in 3.51.3). Weir hält seine eigenen Commits und Checkpoints auseinander, daher sind von Weir geschriebene Zeilen sicher, auch neben anderen Programmen; was diese für sich schreiben, ist nicht abgedeckt.</translation>
    </message>
</context>
<context>
    <name>Weir::StoredPlan</name>
    <message>
        <source>The ledger does not say how the file was read: another version of Weir began this load. Go on with that one.</source>
        <translation>Aus dem Ladebuch geht nicht hervor, wie die Datei gelesen wurde: Eine andere Version von Weir hat diesen Ladevorgang begonnen. Setzen Sie ihn mit jener Version fort.</translation>
    </message>
    <message>
        <source>What the ledger holds about how the file was read is damaged: load the file from its beginning with &quot;again&quot; (--again), or undo the earlier load first.</source>
        <translation>Die Angaben im Ladebuch dazu, wie die Datei gelesen wurde, sind beschädigt: Laden Sie die Datei mit „again“ (--again) von Anfang an, oder machen Sie zuerst den früheren Ladevorgang rückgängig.</translation>
    </message>
</context>
<context>
    <name>Weir::Strategy</name>
    <message>
        <source>Contend</source>
        <translation>Wettstreit</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Group commit</source>
        <translation>Gruppen-Commit</translation>
    </message>
    <message>
        <source>Every task begins its own transaction; the database&apos;s lock decides, and the others sleep and try again.</source>
        <translation>Jede Aufgabe beginnt ihre eigene Transaktion; die Sperre der Datenbank entscheidet, die anderen warten und versuchen es erneut.</translation>
    </message>
    <message>
        <source>The tasks of a database take turns, in the order they came, with a transaction each.</source>
        <translation>Die Aufgaben einer Datenbank wechseln sich in der Reihenfolge ihres Eintreffens ab, jede mit einer eigenen Transaktion.</translation>
    </message>
    <message>
        <source>Tasks that arrive while a commit is under way share the next one; none is acknowledged before it.</source>
        <translation>Aufgaben, die während eines Commits eintreffen, teilen sich den nächsten; keine wird vorher bestätigt.</translation>
    </message>
</context>
<context>
    <name>Weir::StreamProbe</name>
    <message>
        <source>Cancelled while a stream was compared with what is loaded already.</source>
        <translation>Abgebrochen, während ein Datenstrom mit dem verglichen wurde, was schon geladen ist.</translation>
    </message>
</context>
<context>
    <name>Weir::SummaryModel</name>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>Zeilen pro Sekunde</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>Latency maximum</source>
        <translation>Latenz Maximum</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
</context>
<context>
    <name>Weir::SummaryPanel</name>
    <message>
        <source>Rows by entity and outcome</source>
        <translation>Zeilen nach Entität und Ergebnis</translation>
    </message>
    <message>
        <source>Copy Re&amp;port</source>
        <translation>Be&amp;richt kopieren</translation>
    </message>
    <message>
        <source>Copy the report as text</source>
        <translation>Den Bericht als Text kopieren</translation>
    </message>
    <message>
        <source>Copy the report of the last run as text</source>
        <translation>Den Bericht des letzten Laufs als Text kopieren</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Counts, latencies and transactions of the last run stand here. Press %1 to start one.</source>
        <translation>Hier stehen Anzahlen, Latenzen und Transaktionen des letzten Laufs. Mit %1 starten Sie einen Lauf.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation>Nach %1 angehalten</translation>
    </message>
    <message>
        <source>Summary of the run</source>
        <translation>Zusammenfassung des Laufs</translation>
    </message>
    <message>
        <source>%1 of %2 rows written</source>
        <translation>%1 von %2 Zeilen geschrieben</translation>
    </message>
</context>
<context>
    <name>Weir::TableEmptier</name>
    <message>
        <source>The rows of %1 were deleted; Undo Emptying puts them back.</source>
        <translation>Die Zeilen von %1 wurden gelöscht; „Leeren rückgängig machen“ stellt sie wieder her.</translation>
    </message>
    <message>
        <source>The project has no database %1 any more, so its rows were not put back.</source>
        <translation>Das Projekt hat die Datenbank %1 nicht mehr, daher wurden ihre Zeilen nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>The rows of %1 are back.</source>
        <translation>Die Zeilen von %1 sind wieder da.</translation>
    </message>
    <message>
        <source>Rows that are not back</source>
        <translation>Nicht wiederhergestellte Zeilen</translation>
    </message>
    <message>
        <source>Let go of the deleted rows that could not be put back?</source>
        <translation>Auf die gelöschten Zeilen verzichten, die nicht wiederhergestellt werden konnten?</translation>
    </message>
    <message>
        <source>Their copies are the only ones, and are removed for good.</source>
        <translation>Ihre Kopien sind die einzigen und werden endgültig entfernt.</translation>
    </message>
    <message>
        <source>&amp;Let Them Go</source>
        <translation>&amp;Verzichten</translation>
    </message>
</context>
<context>
    <name>Weir::TablePanel</name>
    <message>
        <source>Table to show</source>
        <translation>Anzuzeigende Tabelle</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>Fil&amp;ter</translation>
    </message>
    <message>
        <source>Column to filter by</source>
        <translation>Spalte, nach der gefiltert wird</translation>
    </message>
    <message>
        <source>Filter text</source>
        <translation>Filtertext</translation>
    </message>
    <message>
        <source>Show rows that contain…</source>
        <translation>Zeilen anzeigen mit…</translation>
    </message>
    <message>
        <source>Refresh the table</source>
        <translation>Tabelle aktualisieren</translation>
    </message>
    <message>
        <source>Position in the table</source>
        <translation>Position in der Tabelle</translation>
    </message>
    <message>
        <source>The table is being read</source>
        <translation>Die Tabelle wird gelesen</translation>
    </message>
    <message>
        <source>Cancel reading the table</source>
        <translation>Das Lesen der Tabelle abbrechen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;Headers</source>
        <translation>Mit Spalten&amp;titeln kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter by This Value</source>
        <translation>Nach diesem &amp;Wert filtern</translation>
    </message>
    <message>
        <source>C&amp;lear Filter</source>
        <translation>Filter &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Sort &amp;Ascending</source>
        <translation>&amp;Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort &amp;Descending</source>
        <translation>A&amp;bsteigend sortieren</translation>
    </message>
    <message>
        <source>&amp;Natural Order</source>
        <translation>&amp;Natürliche Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Aktualisie&amp;ren</translation>
    </message>
    <message>
        <source>Read the table anew</source>
        <translation>Die Tabelle neu lesen</translation>
    </message>
    <message>
        <source>Any column</source>
        <translation>Beliebige Spalte</translation>
    </message>
    <message>
        <source>%1 (≈%2)</source>
        <comment>file name and estimated number of rows</comment>
        <translation>%1 (≈%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>file name and number of rows</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Empty the Tables…</source>
        <translation>Tabellen &amp;leeren…</translation>
    </message>
    <message>
        <source>Reading… %1 rows</source>
        <translation>Lesen… %1 Zeilen</translation>
    </message>
    <message>
        <source>≈ %1 rows</source>
        <translation>≈ %1 Zeilen</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <source>Rows that match: %1</source>
        <translation>Passende Zeilen: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>No row contains “%1”</source>
        <translation>Keine Zeile enthält „%1“</translation>
    </message>
    <message>
        <source>Change the filter, or clear it to see all rows.</source>
        <translation>Ändern Sie den Filter oder setzen Sie ihn zurück, um alle Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Clear filter</source>
        <translation>Filter &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>Press Run Insertion (%1): the rows appear here as they are committed.</source>
        <translation>Wählen Sie „Einfügen starten“ (%1): Die Zeilen erscheinen hier, sobald sie festgeschrieben sind.</translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation>Tabelle in %1</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Zeilen in %1</translation>
    </message>
    <message>
        <source>End and Home go to the last and first row; a click on a header sorts.</source>
        <translation>Ende und Pos1 führen zur letzten und ersten Zeile; ein Klick auf einen Spaltentitel sortiert.</translation>
    </message>
    <message>
        <source>Copying… %1 rows</source>
        <translation>Kopieren… %1 Zeilen</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Run &amp;Insertion</source>
        <translation>Einfügen &amp;starten</translation>
    </message>
    <message>
        <source>%1 (%2 found)</source>
        <comment>file name and number of rows that match the filter</comment>
        <translation>%1 (%2 gefunden)</translation>
    </message>
</context>
<context>
    <name>Weir::TableWorkspace</name>
    <message>
        <source>Rows in %1</source>
        <translation>Zeilen in %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>The tables are not opened</source>
        <translation>Die Tabellen sind nicht geöffnet</translation>
    </message>
    <message>
        <source>&amp;Allow…</source>
        <translation>&amp;Erlauben…</translation>
    </message>
</context>
<context>
    <name>Weir::TestDataModel</name>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Reset to sample</source>
        <translation>Auf Beispiel zurücksetzen</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1: left blank, the database gives it</source>
        <translation>%1: bleibt leer, die Datenbank vergibt den Wert</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Duplicate row</source>
        <translation>Zeile duplizieren</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n rows</source>
        <translation>
            <numerusform>%n Zeile duplizieren</numerusform>
            <numerusform>%n Zeilen duplizieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste row</source>
        <translation>Zeile einfügen</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n rows</source>
        <translation>
            <numerusform>%n Zeile einfügen</numerusform>
            <numerusform>%n Zeilen einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear cell</source>
        <translation>Zelle leeren</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n cells</source>
        <translation>
            <numerusform>%n Zelle leeren</numerusform>
            <numerusform>%n Zellen leeren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::TestDataPanel</name>
    <message>
        <source>Entity whose rows are edited</source>
        <translation>Entität, deren Zeilen bearbeitet werden</translation>
    </message>
    <message>
        <source>Test data rows</source>
        <translation>Testdatenzeilen</translation>
    </message>
    <message>
        <source>Cells that break a rule are marked; F2 edits a cell.</source>
        <translation>Zellen, die eine Regel verletzen, sind markiert; F2 bearbeitet eine Zelle.</translation>
    </message>
    <message>
        <source>&amp;Add Row</source>
        <translation>Zeile hin&amp;zufügen</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Eine Zeile hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate Rows</source>
        <translation>Zeilen &amp;duplizieren</translation>
    </message>
    <message>
        <source>Duplicate the selected rows</source>
        <translation>Die ausgewählten Zeilen duplizieren</translation>
    </message>
    <message>
        <source>&amp;Remove Rows</source>
        <translation>Zeilen &amp;entfernen</translation>
    </message>
    <message>
        <source>Remove the selected rows</source>
        <translation>Die ausgewählten Zeilen entfernen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben verschieben</translation>
    </message>
    <message>
        <source>Move the selected rows up</source>
        <translation>Die ausgewählten Zeilen nach oben verschieben</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>Nach &amp;unten verschieben</translation>
    </message>
    <message>
        <source>Move the selected rows down</source>
        <translation>Die ausgewählten Zeilen nach unten verschieben</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Aussch&amp;neiden</translation>
    </message>
    <message>
        <source>Cut the selected cells</source>
        <translation>Die ausgewählten Zellen ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected cells</source>
        <translation>Die ausgewählten Zellen kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>Paste cells from a spreadsheet</source>
        <translation>Zellen aus einer Tabellenkalkulation einfügen</translation>
    </message>
    <message>
        <source>C&amp;lear Cells</source>
        <translation>Zellen &amp;leeren</translation>
    </message>
    <message>
        <source>Empty the selected cells</source>
        <translation>Die ausgewählten Zellen leeren</translation>
    </message>
    <message>
        <source>Re&amp;set to Sample</source>
        <translation>Auf &amp;Beispiel zurücksetzen</translation>
    </message>
    <message>
        <source>Put the sample rows back</source>
        <translation>Die Beispielzeilen wiederherstellen</translation>
    </message>
    <message>
        <source>Run &amp;Only Rejected Rows</source>
        <translation>Nur &amp;abgelehnte Zeilen einfügen</translation>
    </message>
    <message>
        <source>Run only the rows that break a rule or that the last run did not insert</source>
        <translation>Einen Lauf nur mit den Zeilen starten, die eine Regel verletzen oder die der letzte Lauf nicht eingefügt hat</translation>
    </message>
    <message>
        <source>There is no text on the clipboard to paste.</source>
        <translation>Die Zwischenablage enthält keinen Text zum Einfügen.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Run &amp;only rejected rows (%1)</source>
        <translation>N&amp;ur abgelehnte Zeilen einfügen (%1)</translation>
    </message>
    <message>
        <source>Cells that break a rule are marked as you type.</source>
        <translation>Zellen, die eine Regel verletzen, werden bei der Eingabe markiert.</translation>
    </message>
    <message>
        <source>Entit&amp;y</source>
        <translation>Ent&amp;ität</translation>
    </message>
</context>
<context>
    <name>Weir::TextDecoder</name>
    <message>
        <source>&quot;%1&quot; is not valid UTF-16 at byte %2: choose another encoding or mend the file.</source>
        <translation>„%1“ ist bei Byte %2 kein gültiges UTF-16: Wählen Sie eine andere Kodierung oder bessern Sie die Datei aus.</translation>
    </message>
</context>
<context>
    <name>Weir::TypeChecks</name>
    <message>
        <source>The field &quot;%1&quot; of %2 has the type %3, whose values this Weir cannot read or write yet: make it text, integer or number in the project file, or update Weir.</source>
        <translation>Das Feld „%1“ von %2 hat den Typ %3, dessen Werte dieses Weir noch nicht lesen oder schreiben kann: Geben Sie ihm in der Projektdatei den Typ text, integer oder number, oder aktualisieren Sie Weir.</translation>
    </message>
</context>
<context>
    <name>Weir::Undo</name>
    <message>
        <source>Remove row</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rows</source>
        <translation>
            <numerusform>%n Zeile entfernen</numerusform>
            <numerusform>%n Zeilen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move row</source>
        <translation>Zeile verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Move %n rows</source>
        <translation>
            <numerusform>%n Zeile verschieben</numerusform>
            <numerusform>%n Zeilen verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::UndoActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
</context>
<context>
    <name>Weir::Verdict</name>
    <message>
        <source>Inserted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
</context>
<context>
    <name>Weir::WindowMessages</name>
    <message>
        <source>Opened %1</source>
        <translation>%1 wurde geöffnet</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 wurde gespeichert</translation>
    </message>
    <message>
        <source>%1 of %2 rows written in %3</source>
        <translation>%1 von %2 Zeilen in %3 geschrieben</translation>
    </message>
    <message>
        <source>Rows deleted: %1. A backup was made.</source>
        <translation>Gelöschte Zeilen: %1. Eine Sicherung wurde angelegt.</translation>
    </message>
    <message>
        <source>&amp;Undo Emptying</source>
        <translation>Leeren &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>The deleted rows are back.</source>
        <translation>Die gelöschten Zeilen sind wiederhergestellt.</translation>
    </message>
    <message>
        <source>All databases are up to date.</source>
        <translation>Alle Datenbanken sind auf dem neuesten Stand.</translation>
    </message>
</context>
<context>
    <name>Weir::ZstdSource</name>
    <message>
        <source>there is not enough memory</source>
        <translation>Der Arbeitsspeicher reicht nicht</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>Sie endet zu früh</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be unpacked: %2 (Zstandard, at byte %3). Get a whole copy of the file.</source>
        <translation>„%1“ kann nicht entpackt werden: %2 (Zstandard, bei Byte %3). Besorgen Sie eine vollständige Kopie der Datei.</translation>
    </message>
</context>
</TS>
