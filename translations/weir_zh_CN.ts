<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BatchUndo</name>
    <message>
        <source>Row %1 was changed after the load.</source>
        <translation>键为 %1 的行在加载之后被更改过。</translation>
    </message>
    <message>
        <source>Row %1 stays: nobody knows what its column &quot;%2&quot; held after the load, and so whether somebody changed it.</source>
        <translation>键为 %1 的行保留：不知道其列“%2”在加载之后的值，因此无法判断是否有人更改过。</translation>
    </message>
    <message>
        <source>Row %1 cannot be removed: %2</source>
        <translation>无法移除键为 %1 的行：%2</translation>
    </message>
</context>
<context>
    <name>Databases</name>
    <message>
        <source>The data directory %1 cannot be created: check its permissions or choose another one.</source>
        <translation>无法创建数据目录 %1：请检查其权限，或选择其他目录。</translation>
    </message>
    <message>
        <source>The databases &quot;%1&quot; and &quot;%2&quot; are the same file %3: give each a file of its own.</source>
        <translation>数据库“%1”和“%2”是同一个文件 %3：请为它们分别指定文件。</translation>
    </message>
</context>
<context>
    <name>LedgerTables</name>
    <message>
        <source>The ledger tables of the database %1 (weir_load, weir_ledger) are not Weir&apos;s: they are no ordinary tables, lack columns, or have triggers or foreign keys. Rename or drop them, or choose another database.</source>
        <translation>数据库 %1 的账本表（weir_load、weir_ledger）不是 Weir 的：它们不是普通表、缺少列，或者带有触发器或外键。请将其改名或删除，或选择其他数据库。</translation>
    </message>
    <message>
        <source>The ledger of the database %1 is damaged: its tables weir_load and weir_ledger hold what Weir does not write there. Restore the database from a backup, or drop these two tables: the rows that were loaded stay, but their loads are no longer known.</source>
        <translation>数据库 %1 的账本已损坏：表 weir_load 和 weir_ledger 中有并非由 Weir 写入的内容。请从备份恢复数据库，或删除这两个表：已加载的行会保留，但相应的加载记录将不复存在。</translation>
    </message>
</context>
<context>
    <name>OutputPlace</name>
    <message>
        <source>%1 is a file that the work itself reads or writes, so nothing is written over it: choose another name.</source>
        <translation>%1 是工作本身要读取或写入的文件，因此不会被覆盖：请选择其他名称。</translation>
    </message>
    <message>
        <source>%1 is a link that leads to no file: remove it, or choose another name.</source>
        <translation>%1 是一个不指向任何文件的链接：请删除它，或选择其他名称。</translation>
    </message>
    <message>
        <source>%1 is not a file that can be written: choose another name.</source>
        <translation>%1 不是可以写入的文件：请选择其他名称。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another place.</source>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>SqlLedger</name>
    <message>
        <source>The ledger of the database %1 does not hold which rows this load inserted, so it cannot be undone: load with undo switched on, or delete the rows by hand.</source>
        <translation>数据库 %1 的账本没有记录这次加载插入了哪些行，因此无法撤销：请在加载时启用撤销，或手动删除这些行。</translation>
    </message>
    <message>
        <source>A newer Weir recorded this load in the ledger of the database %1 in a way that this one does not know: undo it, or go on with it, with the newer one.</source>
        <translation>较新的 Weir 以此版本不认识的方式在数据库 %1 的账本中记录了这次加载：请使用较新的版本撤销或继续它。</translation>
    </message>
    <message>
        <source>The ledger of the database %1 no longer knows this load: somebody removed it. Load the file again.</source>
        <translation>数据库 %1 的账本已不再记录这次加载：它已被移除。请重新加载该文件。</translation>
    </message>
</context>
<context>
    <name>SqliteBackend</name>
    <message>
        <source>The database %1 is on a network file system, where SQLite&apos;s WAL does not work: it is written with a rollback journal instead, which is slower; a local disk is safer.</source>
        <translation>数据库 %1 位于网络文件系统上，SQLite 的 WAL 在那里无法工作：将改用回滚日志写入，速度较慢；使用本地磁盘更安全。</translation>
    </message>
</context>
<context>
    <name>SqliteConnection</name>
    <message>
        <source>The database %1 cannot be opened because Qt&apos;s SQLite driver is not installed: install it (Debian: libqt6sql6-sqlite).</source>
        <translation>无法打开数据库 %1，因为未安装 Qt 的 SQLite 驱动：请安装它（Debian：libqt6sql6-sqlite）。</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver has a SQLite of its own (%1), not the one Weir uses (%2): install a Qt that uses the system&apos;s SQLite.</source>
        <translation>Qt 的 SQLite 驱动自带 SQLite（%1），与 Weir 使用的 SQLite（%2）不同：请安装使用系统 SQLite 的 Qt。</translation>
    </message>
</context>
<context>
    <name>SqliteEmptying</name>
    <message>
        <source>Deleting the rows of &quot;%1&quot; in the database %2 would start the trigger &quot;%3&quot;, whose work could not be undone, so nothing was deleted there: drop the trigger first, or delete the rows with another program.</source>
        <translation>删除数据库 %2 中“%1”的行会启动触发器“%3”，其结果无法撤销，因此那里未删除任何内容：请先删除该触发器，或用其他程序删除这些行。</translation>
    </message>
    <message>
        <source>Deleting the rows of &quot;%1&quot; in the database %2 would also change rows of &quot;%3&quot;, which refer to them, so nothing was deleted there: empty that table as well, or change its rows first.</source>
        <translation>删除数据库 %2 中“%1”的行还会更改引用它们的“%3”中的行，因此那里未删除任何内容：请同时清空该表，或先更改其中的行。</translation>
    </message>
    <message>
        <source>Not all rows of &quot;%1&quot; in the database %2 can be deleted, so none was: check the database with PRAGMA integrity_check.</source>
        <translation>数据库 %2 中“%1”的行无法全部删除，因此一行也未删除：请用 PRAGMA integrity_check 检查数据库。</translation>
    </message>
    <message>
        <source>Rows of &quot;%3&quot; in the database %2 refer to rows of &quot;%1&quot; (FOREIGN KEY), so nothing was deleted there: empty that table as well, or delete those rows first.</source>
        <translation>数据库 %2 中“%3”的行引用了“%1”的行（FOREIGN KEY），因此那里未删除任何内容：请同时清空该表，或先删除那些行。</translation>
    </message>
    <message>
        <source>Other rows of the database %2 refer to rows of &quot;%1&quot; (FOREIGN KEY), so nothing was deleted there: delete those rows first.</source>
        <translation>数据库 %2 中的其他行引用了“%1”的行（FOREIGN KEY），因此那里未删除任何内容：请先删除那些行。</translation>
    </message>
    <message>
        <source>The rows cannot be copied to the folder %1 (%2), so nothing was deleted: check that it is yours and can be written.</source>
        <translation>无法将这些行复制到文件夹 %1（%2），因此未删除任何内容：请检查该文件夹是否属于您并且可写。</translation>
    </message>
    <message>
        <source> A copy of the rows is in %1.</source>
        <translation> 这些行的副本在 %1 中。</translation>
    </message>
    <message>
        <source>the table &quot;%1&quot; is gone</source>
        <translation>表“%1”已不存在</translation>
    </message>
    <message>
        <source>the table &quot;%1&quot; has no column &quot;%2&quot; any more</source>
        <translation>表“%1”不再有列“%2”</translation>
    </message>
    <message>
        <source>there is no place for the row %2 of &quot;%1&quot;: %3</source>
        <translation>“%1”中的行 %2 无法放回：%3</translation>
    </message>
    <message>
        <source>rows of &quot;%1&quot; (the first has the row id %2) refer to rows of &quot;%3&quot; that are not there</source>
        <translation>“%1”中的行（第一行的行 ID 为 %2）引用了“%3”中不存在的行</translation>
    </message>
    <message>
        <source>rows refer to others that are not there</source>
        <translation>有些行引用了不存在的行</translation>
    </message>
    <message>
        <source>The copy %1 does not hold the rows that were taken away, so none was put back: something else changed that file.</source>
        <translation>副本 %1 不包含被取走的那些行，因此未恢复任何行：该文件已被其他程序更改。</translation>
    </message>
    <message>
        <source>The rows were taken out of another database than %1, so none was put back: give this database its former file again, then undo once more.</source>
        <translation>这些行取自 %1 以外的数据库，因此未恢复任何行：请让此数据库重新使用原来的文件，然后再次撤销。</translation>
    </message>
    <message>
        <source>The rows cannot be copied to %1 (%2), so nothing was deleted: check that its folder can be written and has space.</source>
        <translation>无法将这些行复制到 %1（%2），因此未删除任何内容：请检查其文件夹是否可写且有足够空间。</translation>
    </message>
    <message>
        <source>The database %2 has no table &quot;%1&quot; to be emptied.</source>
        <translation>数据库 %2 中没有可清空的表“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the database %2 is not an ordinary table, so its rows are neither taken away nor put back.</source>
        <translation>数据库 %2 中的“%1”不是普通表，因此既不会删除也不会恢复其中的行。</translation>
    </message>
    <message>
        <source>No row was put back in the database %1, because %2. Mend that and undo the emptying again before the next run, load or emptying and before the project or Weir is closed: until then the rows are kept in %3.</source>
        <translation>数据库 %1 中未恢复任何行，因为%2。请解决该问题，并在下一次运行、加载或清空之前，且在关闭项目或 Weir 之前，再次撤销清空：在此之前，这些行保存在 %3 中。</translation>
    </message>
</context>
<context>
    <name>SqliteError</name>
    <message>
        <source>The database file %1 was moved, replaced or deleted while in use: put it back, or run again to start with the file that is there now.</source>
        <translation>数据库文件 %1 在使用过程中被移动、替换或删除：请将其放回原处；或重新运行，以现有的文件开始。</translation>
    </message>
    <message>
        <source>The directory of the database %1 cannot be written: SQLite needs to keep its log there; change the directory&apos;s permissions or choose another one.</source>
        <translation>数据库 %1 所在的目录不可写：SQLite 需要在那里保存日志；请更改该目录的权限，或选择其他目录。</translation>
    </message>
    <message>
        <source>The database file %1 is read-only: make it writable or choose another file.</source>
        <translation>数据库文件 %1 是只读的：请将其设为可写，或选择其他文件。</translation>
    </message>
    <message>
        <source>Reading the database %1 failed (SQLite code %2): check the disk or the connection to it.</source>
        <translation>读取数据库 %1 失败（SQLite 代码 %2）：请检查磁盘或与磁盘的连接。</translation>
    </message>
    <message>
        <source>Locking the database %1 failed (SQLite code %2): its file system may not support locks; move the file to a local disk.</source>
        <translation>锁定数据库 %1 失败（SQLite 代码 %2）：其文件系统可能不支持锁；请将文件移到本地磁盘。</translation>
    </message>
    <message>
        <source>Writing to the database %1 failed (SQLite code %2): check the disk, then run again.</source>
        <translation>写入数据库 %1 失败（SQLite 代码 %2）：请检查磁盘，然后重新运行。</translation>
    </message>
    <message>
        <source>The tables of the database %1 call a function that a file may not call by itself (%3): remove it from the table&apos;s definition.</source>
        <translation>数据库 %1 的表调用了不允许由文件自行调用的函数（%3）：请从表的定义中删除该函数。</translation>
    </message>
    <message>
        <source>The database %1 is damaged (%3): restore it from a backup, or save what is readable with &quot;sqlite3 FILE .recover&quot;.</source>
        <translation>数据库 %1 已损坏（%3）：请从备份恢复，或用“sqlite3 FILE .recover”挽救尚可读取的内容。</translation>
    </message>
    <message>
        <source>The database %1 is locked by another program: close that program or wait until it is done, then run again.</source>
        <translation>数据库 %1 被其他程序锁定：请关闭该程序或等待其完成，然后重新运行。</translation>
    </message>
    <message>
        <source>The database %1 is in use by another transaction: run again.</source>
        <translation>数据库 %1 正被另一个事务使用：请重新运行。</translation>
    </message>
    <message>
        <source>The work on the database %1 was stopped.</source>
        <translation>对数据库 %1 的操作已停止。</translation>
    </message>
    <message>
        <source>The database %1 refuses the row (%3): change the row or the table.</source>
        <translation>数据库 %1 拒绝接受该行（%3）：请修改该行或表。</translation>
    </message>
    <message>
        <source>A value of the row is larger than the database %1 takes: shorten it.</source>
        <translation>该行的某个值超出了数据库 %1 允许的大小：请将其缩短。</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full: free some space, then run again.</source>
        <translation>%1 所在的磁盘已满：请释放一些空间，然后重新运行。</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened (SQLite code %2): check that its directory exists and that you may read and write there.</source>
        <translation>无法打开数据库 %1（SQLite 代码 %2）：请检查其目录是否存在，以及您是否有权在其中读写。</translation>
    </message>
    <message>
        <source>The file %1 is not an SQLite database: choose another file, or move this one away and run again to make a new one.</source>
        <translation>文件 %1 不是 SQLite 数据库：请选择其他文件，或将此文件移走后重新运行以新建一个。</translation>
    </message>
    <message>
        <source>The tables of the database %1 changed while in use (%3): run again.</source>
        <translation>数据库 %1 的表在使用过程中发生了变化（%3）：请重新运行。</translation>
    </message>
    <message>
        <source>The database %1 reports an error: %3 (SQLite code %2).</source>
        <translation>数据库 %1 报告错误：%3（SQLite 代码 %2）。</translation>
    </message>
    <message>
        <source>The disk did not confirm what was written to %1 (SQLite code %2): check the disk, then run again.</source>
        <translation>磁盘未确认已写入 %1 的内容（SQLite 代码 %2）：请检查磁盘，然后重新运行。</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened because too many files are open (SQLite code %2): close other programs or use fewer threads, then run again.</source>
        <translation>无法打开数据库 %1，因为打开的文件过多（SQLite 代码 %2）：请关闭其他程序或减少线程数，然后重新运行。</translation>
    </message>
    <message>
        <source>The work on the database %1 failed, and SQLite gives no reason for it (code %2): run again.</source>
        <translation>对数据库 %1 的操作失败，SQLite 未给出原因（代码 %2）：请重新运行。</translation>
    </message>
    <message>
        <source>The database %1 ended the transaction by itself (SQLite code %2): nothing of it was written; run again.</source>
        <translation>数据库 %1 自行结束了事务（SQLite 代码 %2）：未写入其中的任何内容；请重新运行。</translation>
    </message>
    <message>
        <source>There is not enough memory for the work on the database %1 (SQLite code %2): close other programs, then run again.</source>
        <translation>内存不足，无法处理数据库 %1（SQLite 代码 %2）：请关闭其他程序，然后重新运行。</translation>
    </message>
    <message>
        <source>It cannot be found out whether the last transaction is in the database %1: look at its tables before you run again.</source>
        <translation>无法确定最后一个事务是否已写入数据库 %1：重新运行之前请查看其中的表。</translation>
    </message>
</context>
<context>
    <name>SqliteFile</name>
    <message>
        <source>The directory %1 of the database %2 does not exist: create it or choose another one.</source>
        <translation>数据库 %2 的目录 %1 不存在：请创建该目录，或选择其他目录。</translation>
    </message>
    <message>
        <source>%1 is a directory, not a database file: choose another file name.</source>
        <translation>%1 是目录，不是数据库文件：请选择其他文件名。</translation>
    </message>
    <message>
        <source>The database file %1 does not exist yet: a run creates it.</source>
        <translation>数据库文件 %1 尚不存在：运行时会创建它。</translation>
    </message>
    <message>
        <source>Another Weir (process %1) uses the database %2: close it, or choose another file.</source>
        <translation>另一个 Weir（进程 %1）正在使用数据库 %2：请将其关闭，或选择其他文件。</translation>
    </message>
    <message>
        <source>The database file %1 was overwritten while Weir had it open: close Weir and start it again.</source>
        <translation>数据库文件 %1 在 Weir 打开期间被覆盖：请关闭 Weir，然后重新启动。</translation>
    </message>
    <message>
        <source>The database %1 cannot leave journal mode &quot;wal&quot; while Weir itself is writing to it: wait until that is done, then try again.</source>
        <translation>Weir 自身正在写入数据库 %1，因此它无法离开日志模式“wal”：请等待写入完成后重试。</translation>
    </message>
    <message>
        <source>%1 is not the lock file that Weir keeps beside a database, but a link or a file of something else: move it away.</source>
        <translation>%1 不是 Weir 在数据库旁保存的锁文件，而是一个链接或其他用途的文件：请将其移走。</translation>
    </message>
    <message>
        <source>Another program copies the log of the database %1 without end, and with this version of SQLite (%2) rows written meanwhile may be lost: close that program, then run again.</source>
        <translation>另一个程序不停地复制数据库 %1 的日志，而使用此版本的 SQLite（%2）时，期间写入的行可能丢失：请关闭该程序，然后重新运行。</translation>
    </message>
    <message>
        <source>Another program has the database %1 open too, so its log was left as it is, with %2: the last program to close the database empties it.</source>
        <translation>另一个程序也打开了数据库 %1，因此其日志保持原样，大小为 %2：最后关闭该数据库的程序会清空它。</translation>
    </message>
    <message>
        <source>The database %1 stays in journal mode &quot;wal&quot; for now, because its tables are being shown: the project&apos;s journal mode is set when they are closed.</source>
        <translation>数据库 %1 暂时保持日志模式“wal”，因为正在显示其表：关闭这些表后将设置项目的日志模式。</translation>
    </message>
    <message>
        <source>%1 is a symbolic link to a file that does not exist: remove the link or choose another file name.</source>
        <translation>%1 是指向不存在的文件的符号链接：请删除该链接或选择其他文件名。</translation>
    </message>
    <message>
        <source>%1 is a device, a pipe or a socket, not a database file: choose another file name.</source>
        <translation>%1 是设备、管道或套接字，不是数据库文件：请选择其他文件名。</translation>
    </message>
    <message>
        <source>SQLite would write to %1 beside the database, but that is a link, a second name of another file, or no file at all: move it away.</source>
        <translation>SQLite 会写入数据库旁的 %1，但它是一个链接、另一文件的第二个名称，或根本不是文件：请将其移走。</translation>
    </message>
</context>
<context>
    <name>SqliteInserter</name>
    <message>
        <source>The database %1 ignored the row: a trigger or conflict clause of the table says so.</source>
        <translation>数据库 %1 忽略了该行：该表的触发器或冲突子句如此规定。</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; of the database %2 has no key left to give to the row, because the largest one is taken: give the row a key of its own.</source>
        <translation>数据库 %2 的表“%1”已没有可分配给该行的键，因为最大的键已被占用：请为该行指定自己的键。</translation>
    </message>
    <message>
        <source>A row for the table &quot;%1&quot; of the database %2 took the place of another one (ON CONFLICT REPLACE), but a row that its foreign key names is missing: nothing of these rows was written.</source>
        <translation>数据库 %2 的表“%1”中有一行取代了另一行（ON CONFLICT REPLACE），但其外键引用的行不存在：这些行均未写入。</translation>
    </message>
</context>
<context>
    <name>SqliteKeptFile</name>
    <message>
        <source>others can write in this folder, or it is theirs</source>
        <translation>其他人可以写入此文件夹，或此文件夹属于其他人</translation>
    </message>
    <message>
        <source>no lock can be made there</source>
        <translation>无法在那里创建锁</translation>
    </message>
</context>
<context>
    <name>SqliteQuery</name>
    <message>
        <source>The statement is wrong (%1): correct it.</source>
        <translation>语句有误（%1）：请改正。</translation>
    </message>
    <message>
        <source>The statement does more than read, which is not allowed here: use SELECT, or allow writing.</source>
        <translation>该语句不只是读取数据，此处不允许：请使用 SELECT，或允许写入。</translation>
    </message>
    <message>
        <source>More than one statement was given: run them one by one.</source>
        <translation>给出了多条语句：请逐条运行。</translation>
    </message>
    <message>
        <source>There is no SQL statement in the text: give one, such as SELECT 1.</source>
        <translation>文本中没有 SQL 语句：请输入一条，例如 SELECT 1。</translation>
    </message>
    <message>
        <source>The result is larger than %1 rows or %2 MiB: select less of it, for example with LIMIT.</source>
        <translation>结果超过 %1 行或 %2 MiB：请减少选取的数据，例如使用 LIMIT。</translation>
    </message>
    <message>
        <source>The statement holds a NUL character: remove it.</source>
        <translation>语句中含有 NUL 字符：请将其删除。</translation>
    </message>
</context>
<context>
    <name>SqliteRowRemover</name>
    <message>
        <source>other rows refer to it.</source>
        <translation>其他行引用了它。</translation>
    </message>
    <message>
        <source>a trigger of the table keeps it.</source>
        <translation>该表的触发器保留了它。</translation>
    </message>
    <message>
        <source>the trigger &quot;%1&quot; would change other rows.</source>
        <translation>触发器“%1”会更改其他行。</translation>
    </message>
</context>
<context>
    <name>SqliteSchema</name>
    <message>
        <source>Brought %1 to schema version %2.</source>
        <translation>已将 %1 升级到架构版本 %2。</translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Weir (schema version %2, this one knows %3): update Weir or choose another file.</source>
        <translation>数据库 %1 由较新的 Weir 创建（架构版本 %2，当前版本支持 %3）：请更新 Weir，或选择其他文件。</translation>
    </message>
    <message>
        <source>SQLite cannot have a table or column named as the project names them for %1 (table &quot;%2&quot;): choose names that are not empty and do not begin with &quot;sqlite_&quot;.</source>
        <translation>SQLite 中的表或列不能使用项目为 %1 指定的名称（表“%2”）：请选择不为空且不以“sqlite_”开头的名称。</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; in the database %2 has no column &quot;%3&quot;: add it (weir-cli migrate) or choose another table.</source>
        <translation>数据库 %2 中的表“%1”没有列“%3”：请添加该列（weir-cli migrate），或选择其他表。</translation>
    </message>
    <message>
        <source>Created table &quot;%1&quot; in %2.</source>
        <translation>已在 %2 中创建表“%1”。</translation>
    </message>
    <message>
        <source>Added column &quot;%1&quot; to table &quot;%2&quot; in %3.</source>
        <translation>已将列“%1”添加到 %3 中的表“%2”。</translation>
    </message>
</context>
<context>
    <name>SqliteSettings</name>
    <message>
        <source>The database %1 keeps journal mode &quot;%2&quot; where &quot;%3&quot; was asked for: close other programs that use it, or choose &quot;%2&quot; in the project.</source>
        <translation>数据库 %1 仍使用日志模式“%2”，而要求的是“%3”：请关闭正在使用它的其他程序，或在项目中选择“%2”。</translation>
    </message>
</context>
<context>
    <name>SqliteTable</name>
    <message>
        <source>&quot;%1&quot; in the database %2 is not an ordinary table (but: %3): choose another table name or another file.</source>
        <translation>数据库 %2 中的“%1”不是普通表（而是 %3）：请选择其他表名或其他文件。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of table &quot;%2&quot; in the database %3 is computed and takes no values: remove the field from the project.</source>
        <translation>数据库 %3 中表“%2”的列“%1”是计算列，不接受值：请从项目中删除该字段。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of table &quot;%2&quot; in the database %3 is not the table&apos;s INTEGER PRIMARY KEY: choose another table or key field.</source>
        <translation>数据库 %3 中表“%2”的列“%1”不是该表的 INTEGER PRIMARY KEY：请选择其他表或键字段。</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot; of table &quot;%2&quot; in the database %3 has the type %4 where the project says %5: change the field&apos;s type or choose another table.</source>
        <translation>数据库 %3 中表“%2”的列“%1”的类型为 %4，而项目中为 %5：请更改字段的类型，或选择其他表。</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; in the database %2 has a column &quot;%3&quot; that must have a value (NOT NULL) but is no field of the project: add the field or choose another table.</source>
        <translation>数据库 %2 中表“%1”的列“%3”必须有值（NOT NULL），但它不是项目的字段：请添加该字段，或选择其他表。</translation>
    </message>
</context>
<context>
    <name>SqliteTableReader</name>
    <message>
        <source>The database %1 has no table &quot;%2&quot; yet: a run creates it.</source>
        <translation>数据库 %1 中还没有表“%2”：运行时会创建它。</translation>
    </message>
    <message>
        <source>Table &quot;%1&quot; in the database %2 has no column &quot;%3&quot;: add it (weir-cli migrate) or choose another table.</source>
        <translation>数据库 %2 中的表“%1”没有列“%3”：请添加该列（weir-cli migrate），或选择其他表。</translation>
    </message>
</context>
<context>
    <name>SqliteUndoTarget</name>
    <message>
        <source>The table &quot;%1&quot; of the database %2 is called &quot;%3&quot; since the load, which cannot be undone like this: give the table its name back, or delete the rows by hand.</source>
        <translation>数据库 %2 的表“%1”在加载之后改名为“%3”，因此无法撤销该加载：请把表名改回，或手动删除这些行。</translation>
    </message>
    <message>
        <source>The database %2 has no table &quot;%1&quot; any more, so the load cannot be undone: if the table was renamed, give it its name back, or delete the rows by hand.</source>
        <translation>数据库 %2 中已没有表“%1”，因此无法撤销该加载：如果该表已改名，请把表名改回，或手动删除这些行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the database %2 is not the table that was loaded into, so the load cannot be undone: give the table its name back, or delete the rows by hand.</source>
        <translation>数据库 %2 中的“%1”不是加载时写入的那个表，因此无法撤销该加载：请把表名改回，或手动删除这些行。</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; of the database %2 has no column &quot;%3&quot; any more, so it cannot be told whether its rows were changed since the load: if the column was renamed, give it its name back, or delete the rows by hand.</source>
        <translation>数据库 %2 的表“%1”中已没有列“%3”，因此无法判断其中的行在加载之后是否被更改：如果该列已改名，请把列名改回，或手动删除这些行。</translation>
    </message>
    <message>
        <source>The column &quot;%3&quot; of the table &quot;%1&quot; of the database %2 is not the table&apos;s INTEGER PRIMARY KEY any more, so the rows of the load are not known in it: delete them by hand.</source>
        <translation>数据库 %2 的表“%1”的列“%3”已不再是该表的 INTEGER PRIMARY KEY，因此无法辨认加载的行：请手动删除它们。</translation>
    </message>
</context>
<context>
    <name>Weir::AboutDialog</name>
    <message>
        <source>About Weir</source>
        <translation>关于 Weir</translation>
    </message>
    <message>
        <source>Concurrent, validated loading into several databases, with every row accounted for.</source>
        <translation>将经过校验的数据并发加载到多个数据库，每一行的去向都有据可查。</translation>
    </message>
    <message>
        <source>Weir is free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>Weir 是自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布，不提供任何担保。</translation>
    </message>
    <message>
        <source>Qt %1, SQLite %2</source>
        <translation>Qt %1，SQLite %2</translation>
    </message>
    <message>
        <source>Databases are in %1</source>
        <translation>数据库位于 %1</translation>
    </message>
</context>
<context>
    <name>Weir::AllOrNothing</name>
    <message>
        <source>Nothing of this load stays in %1: %2 rows of %3 were rejected. Mend them and load again.</source>
        <translation>这次加载在 %1 中没有留下任何内容：%3 行中有 %2 行被拒绝。请修正后重新加载。</translation>
    </message>
    <message>
        <source>Nothing of this load stays in %1, because another file for it did not come through. Mend that one and load again.</source>
        <translation>这次加载在 %1 中没有留下任何内容，因为另一个要写入它的文件未能通过。请修正那个文件后重新加载。</translation>
    </message>
</context>
<context>
    <name>Weir::BatchByBatch</name>
    <message>
        <source>Stopped: %1 rows of %2 were rejected, more than the %3 that are allowed. Allow more and resume, or undo the load, mend the file and load it again.</source>
        <translation>已停止：%2 行中有 %1 行被拒绝，超过了允许的 %3 行。请放宽限制后继续，或撤销此次加载、修正文件后重新加载。</translation>
    </message>
    <message>
        <source>Stopped: %1 rows of %2 were rejected, more than the %3 % that are allowed. Allow more and resume, or undo the load, mend the file and load it again.</source>
        <translation>已停止：%2 行中有 %1 行被拒绝，超过了允许的 %3 %。请放宽限制后继续，或撤销此次加载、修正文件后重新加载。</translation>
    </message>
    <message>
        <source>The rows that were loaded last are in the table, but may be lost if the power fails.</source>
        <translation>最后加载的行已在表中，但断电时可能会丢失。</translation>
    </message>
</context>
<context>
    <name>Weir::CheckedInsert</name>
    <message>
        <source>The database %1 tells of %2 rows where %3 were given to it: nothing of them was written.</source>
        <translation>数据库 %1 报告了 %2 行，而交给它的是 %3 行：未写入其中的任何行。</translation>
    </message>
    <message>
        <source>The database %1 ended the transaction by itself, and nothing of it was written: try again.</source>
        <translation>数据库 %1 自行结束了事务，未写入其中的任何内容：请重试。</translation>
    </message>
</context>
<context>
    <name>Weir::ChunkWorker</name>
    <message>
        <source>%1; lines %2 to %3 were taken as one record</source>
        <translation>%1；第 %2 至 %3 行被当作一条记录</translation>
    </message>
</context>
<context>
    <name>Weir::ColumnMapping</name>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>The mapping of columns was made for another entity or file than %1: set it anew.</source>
        <translation>列的对应关系是为 %1 以外的实体或文件设置的：请重新设置。</translation>
    </message>
    <message>
        <source>no column feeds %1</source>
        <translation>没有列对应 %1</translation>
    </message>
    <message>
        <source>no field takes %1</source>
        <translation>没有字段接收 %1</translation>
    </message>
    <message>
        <source>The columns do not fit %1: %2. Map them, or allow blanks and columns that are ignored.</source>
        <translation>各列与 %1 不匹配：%2。请设置对应关系，或允许留空的字段和被忽略的列。</translation>
    </message>
    <message>
        <source>No column of the file feeds a field of %1: map the columns.</source>
        <translation>文件中没有任何列对应 %1 的字段：请设置列的对应关系。</translation>
    </message>
</context>
<context>
    <name>Weir::ContentHash</name>
    <message>
        <source>Cancelled while %1 was compared.</source>
        <translation>比较 %1 时已取消。</translation>
    </message>
</context>
<context>
    <name>Weir::CsvDetector</name>
    <message>
        <source>Compressed with gzip.</source>
        <translation>使用 gzip 压缩。</translation>
    </message>
    <message>
        <source>Compressed with Zstandard.</source>
        <translation>使用 Zstandard 压缩。</translation>
    </message>
    <message>
        <source>A byte order mark says UTF-8.</source>
        <translation>字节顺序标记表明是 UTF-8。</translation>
    </message>
    <message>
        <source>A byte order mark says UTF-16.</source>
        <translation>字节顺序标记表明是 UTF-16。</translation>
    </message>
    <message>
        <source>Every other byte is zero, as in UTF-16.</source>
        <translation>每隔一个字节为零，与 UTF-16 相同。</translation>
    </message>
    <message>
        <source>Lines that are not valid UTF-8: %1. They would be rejected, unless the text is in another encoding, such as Latin-1.</source>
        <translation>不是有效 UTF-8 的行数：%1。除非文本采用其他编码（如 Latin-1），否则这些行会被拒绝。</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Cells are quoted with apostrophes.</source>
        <translation>单元格用撇号括起。</translation>
    </message>
    <message>
        <source>Lines end with CR alone.</source>
        <translation>行以单独的 CR 结尾。</translation>
    </message>
    <message>
        <source>Lines end with CR LF.</source>
        <translation>行以 CR LF 结尾。</translation>
    </message>
    <message>
        <source>There are no lines to look at.</source>
        <translation>没有可供查看的行。</translation>
    </message>
    <message>
        <source>No comma, semicolon, tab or vertical bar divides the lines: one column.</source>
        <translation>没有逗号、分号、制表符或竖线分隔各行：只有一列。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 lines have %4 columns.</source>
        <translation>%1：%3 行中有 %2 行为 %4 列。</translation>
    </message>
    <message>
        <source>Lines with a misplaced quote: %1. They would be rejected.</source>
        <translation>引号位置错误的行数：%1。这些行会被拒绝。</translation>
    </message>
    <message>
        <source>The first line is a header: it names fields (%1 of %2 columns).</source>
        <translation>第一行是标题行：它列出了字段名（%2 列中的 %1 列）。</translation>
    </message>
    <message>
        <source>There is no header: the first line holds values.</source>
        <translation>没有标题行：第一行是数据。</translation>
    </message>
    <message>
        <source>The first line is taken for a header: it holds no values.</source>
        <translation>第一行被视为标题行：它不含数据。</translation>
    </message>
</context>
<context>
    <name>Weir::CsvParser</name>
    <message>
        <source>Column %1 holds a quote but does not begin with one</source>
        <translation>第 %1 列含有引号，但不以引号开头</translation>
    </message>
    <message>
        <source>Text follows the closing quote of column %1; quotes inside a cell are doubled</source>
        <translation>第 %1 列的右引号之后还有文本；单元格内的引号应写成两个</translation>
    </message>
    <message>
        <source>The quote that opens column %1 is never closed</source>
        <translation>第 %1 列开头的引号没有闭合</translation>
    </message>
    <message>
        <source>Too few cells: %1 instead of %2</source>
        <translation>单元格太少：%1 个，应为 %2 个</translation>
    </message>
    <message>
        <source>Too many cells: %1 instead of %2</source>
        <translation>单元格太多：%1 个，应为 %2 个</translation>
    </message>
</context>
<context>
    <name>Weir::CsvSplitter</name>
    <message>
        <source>The record that begins in line %1 is longer than %2 MiB: most likely a quote in it is never closed; mend the line or raise the limit.</source>
        <translation>从第 %1 行开始的记录超过 %2 MiB：很可能其中有引号没有闭合；请修正该行或提高上限。</translation>
    </message>
    <message>
        <source>What is recorded of an earlier load of this file is damaged: load the file again from its beginning.</source>
        <translation>此文件先前加载的记录已损坏：请从头重新加载该文件。</translation>
    </message>
</context>
<context>
    <name>Weir::DisplayTemplate</name>
    <message>
        <source>A &quot;{&quot; is not closed; write &quot;{{&quot; for the brace itself.</source>
        <translation>“{”没有闭合；要表示花括号本身，请写作“{{”。</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; to put in the place of &quot;{%1}&quot;.</source>
        <translation>没有可用于替换“{%1}”的字段“%1”。</translation>
    </message>
    <message>
        <source>A &quot;}&quot; has no &quot;{&quot; before it; write &quot;}}&quot; for the brace itself.</source>
        <translation>“}”之前没有“{”；要表示花括号本身，请写作“}}”。</translation>
    </message>
</context>
<context>
    <name>Weir::DockTitle</name>
    <message>
        <source>Detach or attach this panel</source>
        <translation>分离或停靠此面板</translation>
    </message>
    <message>
        <source>Detach or attach %1</source>
        <translation>分离或停靠“%1”</translation>
    </message>
    <message>
        <source>Close this panel; the View menu brings it back</source>
        <translation>关闭此面板；可从“视图”菜单重新打开</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭“%1”</translation>
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
        <translation>清空数据表</translation>
    </message>
    <message>
        <source>Delete all rows of these tables?</source>
        <translation>要删除这些数据表的所有行吗？</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>Empty the table of %1</source>
        <translation>清空“%1”的数据表</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>行数：%1</translation>
    </message>
    <message>
        <source>&amp;Delete %1 rows</source>
        <translation>删除 %1 行(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation>删除行(&amp;D)</translation>
    </message>
    <message>
        <source>A backup copy is made first. Until the next run, load or emptying, and as long as this project is open, Undo Emptying puts the rows back.</source>
        <translation>会先创建备份副本。在下一次运行、加载或清空之前，只要此项目仍打开，就可用“撤销清空”恢复这些行。</translation>
    </message>
</context>
<context>
    <name>Weir::FileReader</name>
    <message>
        <source>%1 is not the file that was loaded in part: the part that is in the database already reads differently now. Load it as a new one (&quot;again&quot;), or undo the earlier load first.</source>
        <translation>%1 不是那个已部分加载的文件：已写入数据库的那一部分现在内容不同。请将其作为新文件加载（“again”），或先撤销之前的加载。</translation>
    </message>
    <message>
        <source>The first line of %1 does not name %2 columns as it did when the load was planned: look at the file and plan it anew.</source>
        <translation>%1 的第一行不再像计划加载时那样列出 %2 列：请查看该文件并重新计划。</translation>
    </message>
    <message>
        <source>%1 changed between two looks at it: load it when nothing writes to it.</source>
        <translation>%1 在两次查看之间发生了更改：请在没有程序写入时加载。</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>%1 begins like the stream that was loaded before, but is another one from batch %2 of that load on, so nothing was written. Load it as a new one with &quot;again&quot; (--again), or undo the earlier load first.</source>
        <translation>%1 的开头与之前加载的数据流相同，但从那次加载的第 %2 个批次起不同，因此没有写入任何内容。请用“again”（--again）将其作为新的数据流加载，或先撤销之前的加载。</translation>
    </message>
</context>
<context>
    <name>Weir::FileSource</name>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>it is a directory.</source>
        <translation>它是一个文件夹。</translation>
    </message>
    <message>
        <source>it became shorter while it was read; load it again when nothing writes to it.</source>
        <translation>读取期间文件变短了；请在没有程序写入时重新加载。</translation>
    </message>
    <message>
        <source>it grew while it was read, and its last line was not whole; load it again when nothing writes to it.</source>
        <translation>读取期间文件变长了，而且最后一行不完整；请在没有程序写入时重新加载。</translation>
    </message>
</context>
<context>
    <name>Weir::GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
</context>
<context>
    <name>Weir::GzipSource</name>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>文件过早结束</translation>
    </message>
    <message>
        <source>its content is damaged</source>
        <translation>内容已损坏</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be unpacked: %2 (gzip, at byte %3). Get a whole copy of the file.</source>
        <translation>无法解压“%1”：%2（gzip，第 %3 字节处）。请获取该文件的完整副本。</translation>
    </message>
</context>
<context>
    <name>Weir::InfoBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>Weir::Load</name>
    <message>
        <source>%1/s</source>
        <comment>megabytes a second</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>The mended lines could not be saved as %1: %2. Free some space, or make the folder writable.</source>
        <translation>无法将修正后的行保存为 %1：%2。请释放空间，或使该文件夹可写。</translation>
    </message>
    <message>
        <source>%1 is not a file that can be read.</source>
        <translation>%1 不是可以读取的文件。</translation>
    </message>
    <message>
        <source>Rows removed: %1.</source>
        <translation>已删除的行：%1。</translation>
    </message>
    <message>
        <source>Changed since, so they stay: %1.</source>
        <translation>此后被更改，因此保留：%1。</translation>
    </message>
    <message>
        <source>Deleted already: %1.</source>
        <translation>此前已删除：%1。</translation>
    </message>
    <message>
        <source>The database refuses to remove: %1.</source>
        <translation>数据库拒绝删除：%1。</translation>
    </message>
    <message>
        <source>Stopped before the end: undo it again to go on.</source>
        <translation>尚未完成即已停止：再次撤销可继续。</translation>
    </message>
</context>
<context>
    <name>Weir::LoadActions</name>
    <message numerus="yes">
        <source>%1 of %2 rows loaded in %3</source>
        <translation>
            <numerusform>已加载 %2 行中的 %1 行，用时 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>A load is under way: wait until it has ended, or cancel it.</source>
        <translation>加载正在进行：请等待其结束，或取消它。</translation>
    </message>
    <message>
        <source>A run is under way: wait until it has ended, or stop it.</source>
        <translation>运行正在进行：请等待其结束，或停止它。</translation>
    </message>
    <message>
        <source>The folder %1 could not be opened. Open it with a file manager.</source>
        <translation>无法打开文件夹 %1。请用文件管理器打开它。</translation>
    </message>
    <message>
        <source>Undone: the load of %1.</source>
        <translation>已撤销：%1 的加载。</translation>
    </message>
    <message>
        <source>Forgotten: the load of %1. Its rows stay.</source>
        <translation>已忘记 %1 的加载。其行保留。</translation>
    </message>
    <message>
        <source>Rows of a load are being removed: wait until that has ended, or cancel it.</source>
        <translation>正在删除一次加载的行：请等待其结束，或取消它。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>This load was of %1, not of %2. Choose that file, or load the other one as a new file.</source>
        <translation>此次加载的是 %1，而不是 %2。请选择该文件，或将另一个文件作为新文件加载。</translation>
    </message>
    <message>
        <source>Choose the file to go on with: %1</source>
        <translation>选择要继续加载的文件：%1</translation>
    </message>
</context>
<context>
    <name>Weir::LoadDraft</name>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Choose what %1 holds.</source>
        <translation>请选择 %1 的内容类型。</translation>
    </message>
    <message>
        <source>Add the files to load.</source>
        <translation>请添加要加载的文件。</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1，约 %2</translation>
    </message>
    <message numerus="yes">
        <source>About %1 rows, %2, %3</source>
        <translation>
            <numerusform>约 %1 行，%2，%3</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Rows ≈</source>
        <translation>行数 ≈</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>Weir::LoadFileEditor</name>
    <message>
        <source>Load &amp;into</source>
        <translation>加载到(&amp;I)</translation>
    </message>
    <message>
        <source>Entity that the file holds</source>
        <translation>文件所含的实体</translation>
    </message>
    <message>
        <source>First line &amp;names the columns</source>
        <translation>第一行为列名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
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
        <translation>分隔符(&amp;M)</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Line en&amp;d</source>
        <translation>行尾(&amp;D)</translation>
    </message>
    <message>
        <source>Line end</source>
        <translation>行尾</translation>
    </message>
    <message>
        <source>LF or CRLF</source>
        <translation>LF 或 CRLF</translation>
    </message>
    <message>
        <source>CR</source>
        <translation>CR</translation>
    </message>
    <message>
        <source>Com&amp;pression</source>
        <translation>压缩(&amp;P)</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
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
        <translation>引号(&amp;Q)</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引号</translation>
    </message>
    <message>
        <source>De&amp;tect Again</source>
        <translation>重新检测(&amp;T)</translation>
    </message>
    <message>
        <source>Forget what was set here and look at the file again</source>
        <translation>忘记此处的设置并重新查看文件</translation>
    </message>
    <message>
        <source>Columns and the &amp;fields they feed</source>
        <translation>各列及其对应的字段(&amp;F)</translation>
    </message>
    <message>
        <source>Columns and the fields they feed</source>
        <translation>各列及其对应的字段</translation>
    </message>
    <message>
        <source>First lines of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Double (&quot;)</source>
        <translation>双引号 (&quot;)</translation>
    </message>
    <message>
        <source>Single (&apos;)</source>
        <translation>单引号 (&apos;)</translation>
    </message>
    <message>
        <source>(choose)</source>
        <translation>（请选择）</translation>
    </message>
    <message>
        <source>table %1 in %2</source>
        <translation>%2 中的表 %1</translation>
    </message>
    <message>
        <source>First lines</source>
        <translation>前几行</translation>
    </message>
    <message numerus="yes">
        <source>First %1 lines: all are valid</source>
        <translation>
            <numerusform>前 %1 行：全部有效</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>First %1 lines: %2 would be rejected</source>
        <translation>
            <numerusform>前 %1 行：%2 行会被拒绝</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadGroupsModel</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>First example</source>
        <translation>首个示例</translation>
    </message>
</context>
<context>
    <name>Weir::LoadHistoryDialog</name>
    <message>
        <source>Recent loads</source>
        <translation>最近的加载</translation>
    </message>
    <message>
        <source>What could not be removed</source>
        <translation>未能移除的内容</translation>
    </message>
    <message>
        <source>&amp;Undo Load…</source>
        <translation>撤销加载(&amp;U)…</translation>
    </message>
    <message>
        <source>Remove the rows that this load put in and nobody changed since</source>
        <translation>移除这次加载插入且此后未被更改的行</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>继续(&amp;R)…</translation>
    </message>
    <message>
        <source>Go on where the load stopped</source>
        <translation>从加载停止之处继续</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>Remove the load from the ledger; its rows stay</source>
        <translation>从账本中移除这次加载；它的行会保留</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Asking the databases…</source>
        <translation>正在询问数据库…</translation>
    </message>
    <message>
        <source>No loads yet</source>
        <translation>尚无加载</translation>
    </message>
    <message>
        <source>Loads of files into this project&apos;s databases stand here.</source>
        <translation>加载到本项目数据库的文件会列在此处。</translation>
    </message>
    <message numerus="yes">
        <source>Remove the %1 rows that %2 put into the table %3? Rows that were changed since stay.</source>
        <translation>
            <numerusform>删除 %2 放入表 %3 的 %1 行？此后更改过的行会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove Ro&amp;ws</source>
        <translation>移除行(&amp;W)</translation>
    </message>
    <message>
        <source>Removing rows…</source>
        <translation>正在移除行…</translation>
    </message>
    <message>
        <source>Forget the load of %1? Its rows stay, but it can no longer be resumed, recognised or undone.</source>
        <translation>要忘记 %1 的加载吗？它的行会保留，但之后无法再继续、识别或撤销这次加载。</translation>
    </message>
    <message>
        <source>For&amp;get Load</source>
        <translation>忘记加载(&amp;G)</translation>
    </message>
    <message>
        <source>The databases are in use</source>
        <translation>数据库正在使用中</translation>
    </message>
    <message>
        <source>Their loads stand here when what is under way has ended.</source>
        <translation>正在进行的操作结束后，这里会列出它们的加载。</translation>
    </message>
</context>
<context>
    <name>Weir::LoadHistoryModel</name>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
</context>
<context>
    <name>Weir::LoadLedgers</name>
    <message>
        <source>No database of the project knows a load %1: list the loads to see which there are.</source>
        <translation>项目中没有数据库记录加载 %1：请列出各次加载以查看有哪些。</translation>
    </message>
</context>
<context>
    <name>Weir::LoadOptionsEditor</name>
    <message>
        <source>When lines are re&amp;jected</source>
        <translation>有行被拒绝时(&amp;J)</translation>
    </message>
    <message>
        <source>When lines are rejected</source>
        <translation>有行被拒绝时</translation>
    </message>
    <message>
        <source>Go on: load the valid rows, set the others aside</source>
        <translation>继续：加载有效的行，将其余的另存</translation>
    </message>
    <message>
        <source>Stop when there are too many</source>
        <translation>过多时停止</translation>
    </message>
    <message>
        <source>All or nothing, for each database</source>
        <translation>对每个数据库全有或全无</translation>
    </message>
    <message>
        <source>Stop after more t&amp;han</source>
        <translation>超过此数时停止(&amp;H)</translation>
    </message>
    <message>
        <source>Most rejected lines of a file</source>
        <translation>一个文件允许的最多被拒绝行数</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限数量</translation>
    </message>
    <message>
        <source>lines of a file, or</source>
        <translation>行（每个文件），或</translation>
    </message>
    <message>
        <source>Highest share of rejected lines</source>
        <translation>被拒绝行的最高比例</translation>
    </message>
    <message>
        <source>any share</source>
        <translation>不限比例</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Columns that no field ta&amp;kes</source>
        <translation>没有字段接收的列(&amp;K)</translation>
    </message>
    <message>
        <source>Columns that no field takes</source>
        <translation>没有字段接收的列</translation>
    </message>
    <message>
        <source>Are an error</source>
        <translation>视为错误</translation>
    </message>
    <message>
        <source>Are left out</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Fields that no column fee&amp;ds</source>
        <translation>没有列对应的字段(&amp;D)</translation>
    </message>
    <message>
        <source>Fields that no column feeds</source>
        <translation>没有列对应的字段</translation>
    </message>
    <message>
        <source>Stay blank</source>
        <translation>留空</translation>
    </message>
    <message>
        <source>Lines with too few cells</source>
        <translation>单元格太少的行</translation>
    </message>
    <message>
        <source>Are rejected</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Are filled with blanks</source>
        <translation>用空单元格补足</translation>
    </message>
    <message>
        <source>&amp;Write rejected lines and the reasons to files</source>
        <translation>将被拒绝的行及原因写入文件(&amp;W)</translation>
    </message>
    <message>
        <source>Folder for rejected lines</source>
        <translation>被拒绝的行的文件夹</translation>
    </message>
    <message>
        <source>Beside each file</source>
        <translation>与各文件相同</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Keep what &amp;Undo needs (4 bytes a row)</source>
        <translation>保留撤销所需的信息（每行 4 字节）(&amp;U)</translation>
    </message>
    <message>
        <source>Forget the load when it has fini&amp;shed: it cannot be recognised or undone</source>
        <translation>加载完成后将其忘记：之后无法识别或撤销(&amp;S)</translation>
    </message>
    <message>
        <source>Rows in a trans&amp;action</source>
        <translation>每个事务的行数(&amp;A)</translation>
    </message>
    <message>
        <source>Rows in a transaction</source>
        <translation>每个事务的行数</translation>
    </message>
    <message>
        <source>Threads that check</source>
        <translation>检查用的线程数</translation>
    </message>
    <message>
        <source>one a core</source>
        <translation>每个核心一个</translation>
    </message>
    <message>
        <source>Lines with too few c&amp;ells</source>
        <translation>单元格太少的行(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Folder for them</source>
        <translation>其文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Threads that check</source>
        <translation>检查用的线程数(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Weir::LoadOrder</name>
    <message>
        <source>The files for %1 go in in the order in which their tables refer to each other, not as they were given: %2.</source>
        <translation>%1 的文件按其表之间的引用顺序写入，而不是按给出的顺序：%2。</translation>
    </message>
</context>
<context>
    <name>Weir::LoadPanel</name>
    <message>
        <source>Files, violations and reasons</source>
        <translation>文件、违规与原因</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files of the load</source>
        <translation>加载的文件</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>Violations by rule and column</source>
        <translation>按规则和列分组的违规</translation>
    </message>
    <message>
        <source>Enter or a double click shows the lines</source>
        <translation>按回车键或双击可显示相应的行</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Text to find in the reasons</source>
        <translation>要在原因中查找的文本</translation>
    </message>
    <message>
        <source>Show reasons that contain…</source>
        <translation>显示包含以下内容的原因…</translation>
    </message>
    <message>
        <source>Show reasons of this file</source>
        <translation>显示此文件的原因</translation>
    </message>
    <message>
        <source>Show violations of this rule</source>
        <translation>显示违反此规则的情况</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause after the batches under way</source>
        <translation>在进行中的批次之后暂停</translation>
    </message>
    <message>
        <source>&amp;Cancel Load</source>
        <translation>取消加载(&amp;C)</translation>
    </message>
    <message>
        <source>Stop after the batches under way; what is loaded stays, and the load can be resumed</source>
        <translation>在进行中的批次之后停止；已加载的内容会保留，加载可以继续</translation>
    </message>
    <message>
        <source>&amp;Resume Load</source>
        <translation>继续加载(&amp;R)</translation>
    </message>
    <message>
        <source>Go on where the load stopped</source>
        <translation>从加载停止之处继续</translation>
    </message>
    <message>
        <source>&amp;Mend Rejected Lines…</source>
        <translation>修正被拒绝的行(&amp;M)…</translation>
    </message>
    <message>
        <source>Mend the rejected lines and load only these</source>
        <translation>修正被拒绝的行并只加载这些行</translation>
    </message>
    <message>
        <source>&amp;Open Folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Open the folder with the rejected lines</source>
        <translation>打开被拒绝的行所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;Export Report…</source>
        <translation>导出报告(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the report as HTML, JSON or CSV</source>
        <translation>将报告保存为 HTML、JSON 或 CSV</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>所有规则</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>未加载</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>已加载</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 行被拒绝</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>memory %1</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>(a part; all are in the reasons file)</source>
        <translation>（部分；全部在原因文件中）</translation>
    </message>
    <message>
        <source>No files loaded yet</source>
        <translation>尚未加载文件</translation>
    </message>
    <message>
        <source>Drop CSV files on the window, or press %1: every line gets its verdict here.</source>
        <translation>将 CSV 文件拖放到窗口，或按 %1：每一行都会在此得到判定。</translation>
    </message>
    <message>
        <source>Load Files…</source>
        <translation>加载文件…</translation>
    </message>
    <message>
        <source>Progress of the load</source>
        <translation>加载进度</translation>
    </message>
    <message>
        <source>&amp;Cancel Undoing</source>
        <translation>取消撤销(&amp;C)</translation>
    </message>
    <message>
        <source>Reasons: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Reasons: %1 of %2</source>
        <translation>原因：%2 中的 %1</translation>
    </message>
    <message>
        <source>(a part)</source>
        <translation>（一部分）</translation>
    </message>
    <message>
        <source>Removing rows</source>
        <translation>正在删除行</translation>
    </message>
    <message>
        <source>Other work on the databases has to end first.</source>
        <translation>须先等数据库上的其他工作结束。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows looked at</source>
        <translation>
            <numerusform>已查看 %2 行中的 %1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 inserted</source>
        <translation>已插入 %1</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>Do not begin</source>
        <translation>不开始</translation>
    </message>
    <message>
        <source>Stop after the batch under way; what is removed stays so, and undoing again goes on</source>
        <translation>在当前批次之后停止；已删除的行不会恢复，再次撤销可继续</translation>
    </message>
    <message>
        <source>Stop; in a database that is not done with all its files, nothing of the load stays</source>
        <translation>停止；在尚未处理完所有文件的数据库中，此次加载不留下任何内容</translation>
    </message>
    <message>
        <source>All or nothing: mend the file itself and load it again, so that all of its lines get in together</source>
        <translation>全有或全无：请修正文件本身并重新加载，使其所有行一起写入</translation>
    </message>
    <message>
        <source>%1 updated</source>
        <translation>已更新 %1</translation>
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
            <numerusform>此前已加载：%1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rows/s</source>
        <translation>行/秒</translation>
    </message>
    <message>
        <source>Bytes/s</source>
        <translation>字节/秒</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>已插入</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>已更新</translation>
    </message>
</context>
<context>
    <name>Weir::LoadReportTexts</name>
    <message>
        <source>loaded before: %1</source>
        <translation>此前已加载：%1</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Rejected lines: %1</source>
        <translation>被拒绝的行：%1</translation>
    </message>
    <message>
        <source>Reasons: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>The numbers do not add up: some rows have no verdict.</source>
        <translation>数字对不上：有些行没有判定。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>已插入</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Rejections</source>
        <translation>拒绝情况</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Load of %1</source>
        <translation>%1 的加载</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 read, %2 inserted, %3 rejected, %4 failed, %5 cancelled</source>
        <translation>读取 %1，插入 %2，拒绝 %3，失败 %4，取消 %5</translation>
    </message>
    <message>
        <source>%1 rows in %2 s (%3 rows/s), peak memory %4 MiB</source>
        <translation>%2 秒内 %1 行（%3 行/秒），内存峰值 %4 MiB</translation>
    </message>
    <message>
        <source>A quote opened in line %1 was never closed: %2 lines were taken as one record and rejected. Close the quote, or double it where it belongs to the text, and load these lines again.</source>
        <translation>第 %1 行打开的引号没有闭合：%2 行被当作一条记录并被拒绝。请闭合该引号，若它属于文本则写成两个，然后重新加载这些行。</translation>
    </message>
    <message>
        <source>A quote opened in line %1 made %2 lines one record, which was rejected. If they are rows of their own, mend the quote and load them again.</source>
        <translation>第 %1 行打开的引号使 %2 行成为一条记录，该记录被拒绝。如果它们本是各自独立的行，请修正该引号并重新加载这些行。</translation>
    </message>
    <message>
        <source>More rejected records of several lines: %1, with %2 lines in all.</source>
        <translation>其他跨多行的被拒绝记录：%1 条，共 %2 行。</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>%1 read, %2 inserted, %3 updated, %4 rejected, %5 failed, %6 cancelled</source>
        <translation>已读取 %1，已插入 %2，已更新 %3，被拒绝 %4，失败 %5，已取消 %6</translation>
    </message>
</context>
<context>
    <name>Weir::LoadResult</name>
    <message>
        <source>Load the same files again with &quot;resume&quot; (--resume) to go on after the rows that are in already: %1.</source>
        <translation>请用“resume”（--resume）再次加载相同的文件，以便从已有的行之后继续：%1。</translation>
    </message>
</context>
<context>
    <name>Weir::LoadSetup</name>
    <message>
        <source>The first line of %1 cannot be read as a header: a quote in it is misplaced. Mend it or choose another delimiter or quote.</source>
        <translation>%1 的第一行无法作为标题行读取：其中有引号位置错误。请修正它，或选择其他分隔符或引号。</translation>
    </message>
    <message>
        <source>It is not said which kind of records %1 holds: name one.</source>
        <translation>未说明 %1 包含哪种记录：请指定一种。</translation>
    </message>
    <message>
        <source>The project has no database named &quot;%1&quot;.</source>
        <translation>项目中没有名为“%1”的数据库。</translation>
    </message>
    <message>
        <source>There is no file %1: check its name.</source>
        <translation>文件 %1 不存在：请检查其名称。</translation>
    </message>
    <message>
        <source>%1 is named twice: name it once.</source>
        <translation>%1 被指定了两次：请只指定一次。</translation>
    </message>
    <message>
        <source>%1 was loaded into %2 before (%3, %4 rows). To load it once more, choose &quot;again&quot; (--again).</source>
        <translation>%1 此前已加载到 %2（%3，%4 行）。要再次加载，请选择“again”（--again）。</translation>
    </message>
    <message>
        <source>%1 was loaded into %2 in part (%3, %4 rows so far). Choose &quot;resume&quot; (--resume) to go on, or &quot;again&quot; (--again) to load it from its beginning.</source>
        <translation>%1 已部分加载到 %2（%3，目前 %4 行）。请选择“resume”（--resume）继续，或选择“again”（--again）从头加载。</translation>
    </message>
    <message>
        <source>%1 has changed since it was loaded in part (%2 bytes then, %3 now): resuming it would mix two files. Load it as a new one with &quot;again&quot; (--again), or undo the earlier load first.</source>
        <translation>%1 在部分加载之后已更改（当时 %2 字节，现在 %3 字节）：继续会混合两个文件。请用“again”（--again）将其作为新文件加载，或先撤销之前的加载。</translation>
    </message>
    <message>
        <source>%1 was loaded in part already, so it can no longer be all or nothing: resume it with another policy, or undo the earlier load first.</source>
        <translation>%1 已部分加载，因此无法再采用“全有或全无”：请用其他策略继续，或先撤销之前的加载。</translation>
    </message>
    <message>
        <source>The fields of &quot;%1&quot; have changed since %2 was loaded in part: load it as a new file with &quot;again&quot; (--again).</source>
        <translation>自 %2 部分加载以来，“%1”的字段已更改：请用“again”（--again）将其作为新文件加载。</translation>
    </message>
    <message>
        <source>%1 does not begin like what was loaded into table &quot;%2&quot; from a stream before: it counts as a new one.</source>
        <translation>%1 的开头与之前从数据流加载到表“%2”的内容不同，因此视为新的数据流。</translation>
    </message>
</context>
<context>
    <name>Weir::LoadSheet</name>
    <message>
        <source>Load files</source>
        <translation>加载文件</translation>
    </message>
    <message>
        <source>Files and options</source>
        <translation>文件与选项</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files to load</source>
        <translation>要加载的文件</translation>
    </message>
    <message>
        <source>&amp;Add Files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Remove the file from the list</source>
        <translation>从列表中移除该文件</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Go on where the earlier load stopped</source>
        <translation>从之前的加载停止之处继续</translation>
    </message>
    <message>
        <source>Load A&amp;gain</source>
        <translation>再次加载(&amp;G)</translation>
    </message>
    <message>
        <source>Load all rows once more, beside those that are there</source>
        <translation>在已有的行之外再次加载所有行</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>加载(&amp;L)</translation>
    </message>
    <message>
        <source>Load the files</source>
        <translation>加载这些文件</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Delimited text (*.csv *.tsv *.tab *.psv *.txt *.dat *.gz *.zst);;All files (*)</source>
        <translation>分隔文本 (*.csv *.tsv *.tab *.psv *.txt *.dat *.gz *.zst);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Looking whether these files were loaded before…</source>
        <translation>正在查看这些文件此前是否加载过…</translation>
    </message>
    <message>
        <source>Do N&amp;ot Load</source>
        <translation>不加载(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>The load of %1 that began on %2 is not finished; it wrote %3 rows.</source>
        <translation>
            <numerusform>%1 于 %2 开始的加载尚未完成；已写入 %3 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 was loaded already, on %2: it wrote %3 rows.</source>
        <translation>
            <numerusform>%1 已于 %2 加载过：写入了 %3 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::LoadState</name>
    <message>
        <source>Unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>Weir::LoadUndo</name>
    <message>
        <source>Stopped before all rows were looked at: undo again to go on.</source>
        <translation>在检查完所有行之前已停止：请再次撤销以继续。</translation>
    </message>
    <message>
        <source>Rows of the load that were removed before that: %1.</source>
        <translation>此前已删除的本次加载的行：%1。</translation>
    </message>
</context>
<context>
    <name>Weir::Loader</name>
    <message>
        <source>The load is over, but there is not enough memory to tell what became of its rows: look at the loads of its databases before you load again.</source>
        <translation>加载已结束，但内存不足，无法说明各行的结果：请先查看其数据库的加载记录，再重新加载。</translation>
    </message>
</context>
<context>
    <name>Weir::LogModel</name>
    <message>
        <source>Run %1 of &apos;%2&apos;</source>
        <translation>运行 %1，项目“%2”</translation>
    </message>
    <message>
        <source>%1 inserted with key %2</source>
        <translation>%1 已插入，键为 %2</translation>
    </message>
    <message>
        <source>%1 not written: the run was stopped</source>
        <translation>%1 未写入：运行已停止</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1 replaced a row, with key %2</source>
        <translation>%1 取代了一行，键为 %2</translation>
    </message>
</context>
<context>
    <name>Weir::LogPanel</name>
    <message>
        <source>Fi&amp;nd</source>
        <translation>查找(&amp;N)</translation>
    </message>
    <message>
        <source>Text to find in the log</source>
        <translation>要在日志中查找的文本</translation>
    </message>
    <message>
        <source>Show lines that contain…</source>
        <translation>显示包含此文本的条目…</translation>
    </message>
    <message>
        <source>Show lines of this entity</source>
        <translation>显示此实体的条目</translation>
    </message>
    <message>
        <source>Show lines with this outcome</source>
        <translation>显示此结果的条目</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Keep the newest line in view</source>
        <translation>始终显示最新的条目</translation>
    </message>
    <message>
        <source>&amp;Copy Lines</source>
        <translation>复制条目(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown</source>
        <translation>复制所选条目；未选择时复制显示的全部条目</translation>
    </message>
    <message>
        <source>&amp;Save Log…</source>
        <translation>保存日志(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the lines that are shown to a file</source>
        <translation>将显示的条目保存到文件</translation>
    </message>
    <message>
        <source>C&amp;lear Log</source>
        <translation>清除日志(&amp;L)</translation>
    </message>
    <message>
        <source>Remove all lines</source>
        <translation>移除所有条目</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>所有结果</translation>
    </message>
    <message>
        <source>All entities</source>
        <translation>所有实体</translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation>条目数：%1</translation>
    </message>
    <message>
        <source>Lines: %1 of %2</source>
        <translation>条目数：%1（共 %2）</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有任何记录</translation>
    </message>
    <message>
        <source>Every row of a run gets a line here, with its outcome. Press %1 to start one.</source>
        <translation>运行中的每一行都会在此留下一个条目，并注明其结果。按 %1 开始运行。</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>没有匹配的条目</translation>
    </message>
    <message>
        <source>Change the text, the entity or the outcome above.</source>
        <translation>请更改上方的文本、实体或结果。</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>文本文件 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The log could not be saved as %1: %2. Choose another place.</source>
        <translation>无法将日志保存为 %1：%2。请选择其他位置。</translation>
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
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的项目(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Run tool bar</source>
        <translation>运行工具栏</translation>
    </message>
    <message>
        <source>&amp;Test data</source>
        <translation>测试数据(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;ummary</source>
        <translation>汇总(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New Project</source>
        <translation>新建项目(&amp;N)</translation>
    </message>
    <message>
        <source>Begin anew with the sample project</source>
        <translation>从示例项目重新开始</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>以其他名称保存项目</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave Weir</source>
        <translation>退出 Weir</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the filter of the table or the log</source>
        <translation>转到数据表或日志的筛选框</translation>
    </message>
    <message>
        <source>&amp;Run Insertion</source>
        <translation>运行插入(&amp;R)</translation>
    </message>
    <message>
        <source>Check all rows and insert the valid ones, all tasks at once</source>
        <translation>检查所有行并插入有效的行，所有任务同时进行</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Stop the run: no new transaction begins</source>
        <translation>停止运行：不再开始新的事务</translation>
    </message>
    <message>
        <source>Run &amp;Settings…</source>
        <translation>运行设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Threads, attempts, journal mode, synchronous and busy timeout</source>
        <translation>线程数、尝试次数、日志模式、同步级别和繁忙超时</translation>
    </message>
    <message>
        <source>Show a short run slowly after it has ended; the run itself is never slowed down</source>
        <translation>较短的运行结束后慢速回放；运行本身绝不会变慢</translation>
    </message>
    <message>
        <source>S&amp;kip Replay</source>
        <translation>跳过回放(&amp;K)</translation>
    </message>
    <message>
        <source>Show the rest of the replay at once</source>
        <translation>立即显示回放的剩余部分</translation>
    </message>
    <message>
        <source>Tables Side &amp;by Side</source>
        <translation>并排显示数据表(&amp;B)</translation>
    </message>
    <message>
        <source>Show all tables beside each other</source>
        <translation>将所有数据表并排显示</translation>
    </message>
    <message>
        <source>&amp;Dark Theme</source>
        <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
        <source>Switch between the light and the dark theme</source>
        <translation>在浅色与深色主题之间切换</translation>
    </message>
    <message>
        <source>&amp;Next Table</source>
        <translation>下一个数据表(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Table</source>
        <translation>上一个数据表(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Refresh Tables</source>
        <translation>刷新数据表(&amp;R)</translation>
    </message>
    <message>
        <source>Read all tables anew</source>
        <translation>重新读取所有数据表</translation>
    </message>
    <message>
        <source>Reset La&amp;yout</source>
        <translation>重置布局(&amp;Y)</translation>
    </message>
    <message>
        <source>Put all panels back where they were at first</source>
        <translation>将所有面板恢复到最初的位置</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Migrate Databases</source>
        <translation>迁移数据库(&amp;M)</translation>
    </message>
    <message>
        <source>Make missing tables and columns; nothing is deleted</source>
        <translation>创建缺少的表和列；不会删除任何内容</translation>
    </message>
    <message>
        <source>&amp;Empty the Tables…</source>
        <translation>清空数据表(&amp;E)…</translation>
    </message>
    <message>
        <source>Delete the rows of the tables; says first how many</source>
        <translation>删除数据表的行；会先说明有多少行</translation>
    </message>
    <message>
        <source>&amp;Undo Emptying</source>
        <translation>撤销清空(&amp;U)</translation>
    </message>
    <message>
        <source>Open Data &amp;Folder</source>
        <translation>打开数据文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Show the folder of the databases</source>
        <translation>显示数据库所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Language, theme and habits of the window</source>
        <translation>语言、主题和窗口行为</translation>
    </message>
    <message>
        <source>&amp;User Guide</source>
        <translation>用户指南(&amp;U)</translation>
    </message>
    <message>
        <source>Open the user guide</source>
        <translation>打开用户指南</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>显示所有键盘快捷键</translation>
    </message>
    <message>
        <source>&amp;About Weir</source>
        <translation>关于 Weir(&amp;A)</translation>
    </message>
    <message>
        <source>The data folder %1 could not be opened. Open it with a file manager.</source>
        <translation>无法打开数据文件夹 %1。请用文件管理器打开它。</translation>
    </message>
    <message>
        <source>%1[*] – Weir</source>
        <translation>%1[*] – Weir</translation>
    </message>
    <message>
        <source>Stop the run first, then open another project.</source>
        <translation>请先停止运行，再打开其他项目。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Replay Slo&amp;wly</source>
        <translation>慢速回放(&amp;W)</translation>
    </message>
    <message>
        <source>G&amp;o to Test Data</source>
        <translation>转到测试数据(&amp;O)</translation>
    </message>
    <message>
        <source>Go to T&amp;ables</source>
        <translation>转到数据表(&amp;A)</translation>
    </message>
    <message>
        <source>Go to Su&amp;mmary</source>
        <translation>转到汇总(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Go to Log</source>
        <translation>转到日志(&amp;G)</translation>
    </message>
    <message>
        <source>Load&amp;ing</source>
        <translation>加载(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Load Files…</source>
        <translation>加载文件(&amp;L)…</translation>
    </message>
    <message>
        <source>Load CSV files into the databases, with a verdict for every line</source>
        <translation>将 CSV 文件加载到数据库，每一行都有判定</translation>
    </message>
    <message>
        <source>Recent Loa&amp;ds…</source>
        <translation>最近的加载(&amp;D)…</translation>
    </message>
    <message>
        <source>See what was loaded; undo a load, go on with it or forget it</source>
        <translation>查看已加载的内容；撤销、继续或忘记某次加载</translation>
    </message>
    <message>
        <source>Go to Loading Pan&amp;el</source>
        <translation>转到加载(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel the load or its undoing first, then open another project.</source>
        <translation>请先取消加载或撤销操作，然后再打开其他项目。</translation>
    </message>
    <message>
        <source>Put the deleted rows back; possible until the next run, load or emptying</source>
        <translation>恢复已删除的行；在下一次运行、加载或清空之前可用</translation>
    </message>
    <message>
        <source>Rows are being deleted or put back: wait for that, then open another project.</source>
        <translation>正在删除或恢复行：请等待其结束，然后再打开其他项目。</translation>
    </message>
</context>
<context>
    <name>Weir::MappingModel</name>
    <message>
        <source>(not loaded)</source>
        <translation>（不加载）</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>Weir::MendDialog</name>
    <message>
        <source>Mend rejected lines</source>
        <translation>修正被拒绝的行</translation>
    </message>
    <message>
        <source>Rejected lines</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>&amp;Next Problem</source>
        <translation>下一个问题(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove Lines</source>
        <translation>移除行(&amp;R)</translation>
    </message>
    <message>
        <source>Leave the selected lines out</source>
        <translation>不包括所选的行</translation>
    </message>
    <message>
        <source>Save and &amp;Load</source>
        <translation>保存并加载(&amp;L)</translation>
    </message>
    <message>
        <source>Save these lines beside the rejected ones and load only them</source>
        <translation>将这些行保存在被拒绝的行旁边并只加载它们</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Lines of %1 that were not loaded</source>
        <translation>%1 中未加载的行</translation>
    </message>
    <message>
        <source>(the first %1)</source>
        <translation>（前 %1 行）</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Show &amp;More Lines</source>
        <translation>显示更多行(&amp;M)</translation>
    </message>
    <message>
        <source>Read the next part of the rejected lines</source>
        <translation>读取被拒绝行的下一部分</translation>
    </message>
    <message>
        <source>Lines were mended</source>
        <translation>有行已被修正</translation>
    </message>
    <message>
        <source>Discard what you mended?</source>
        <translation>放弃已做的修正？</translation>
    </message>
    <message>
        <source>The rejected lines stay in their file as they are.</source>
        <translation>被拒绝的行在其文件中保持原样。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep Mending</source>
        <translation>继续修正(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines, %2 with a problem</source>
        <translation>
            <numerusform>%1 行，其中 %2 行有问题</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save these lines beside the rejected ones; another project is open, so that they cannot be loaded where they belong</source>
        <translation>将这些行保存在被拒绝的行旁边；已打开另一个项目，因此无法加载到它们所属的位置</translation>
    </message>
</context>
<context>
    <name>Weir::MendModel</name>
    <message>
        <source>(too many)</source>
        <translation>（多余）</translation>
    </message>
</context>
<context>
    <name>Weir::Outcome</name>
    <message>
        <source>The run was stopped before this row was written</source>
        <translation>该行写入之前，运行已停止</translation>
    </message>
</context>
<context>
    <name>Weir::OwnFile</name>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>您的磁盘配额已用完</translation>
    </message>
    <message>
        <source>it would become larger than files may be there</source>
        <translation>文件将超过该处允许的大小</translation>
    </message>
    <message>
        <source>somebody has made a file of that name meanwhile</source>
        <translation>在此期间有人创建了同名文件</translation>
    </message>
    <message>
        <source>it has more than one name (a hard link)</source>
        <translation>它有多个名称（硬链接）</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>它是一个链接</translation>
    </message>
    <message>
        <source>it is not yours to change</source>
        <translation>您无权更改它</translation>
    </message>
</context>
<context>
    <name>Weir::ProjectDocument</name>
    <message>
        <source>Edit cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <source>Change run settings</source>
        <translation>更改运行设置</translation>
    </message>
    <message>
        <source>Change database &apos;%1&apos;</source>
        <translation>更改数据库“%1”</translation>
    </message>
</context>
<context>
    <name>Weir::ProjectFile</name>
    <message>
        <source>must be an object in braces.</source>
        <translation>必须是花括号中的对象。</translation>
    </message>
    <message>
        <source>is not a known key; known are %1.</source>
        <translation>不是已知的键；已知的键有 %1。</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; is missing.</source>
        <translation>缺少键“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known; it must be one of %2.</source>
        <translation>“%1”无法识别；必须是以下之一：%2。</translation>
    </message>
    <message>
        <source>must be a list in brackets.</source>
        <translation>必须是方括号中的列表。</translation>
    </message>
    <message>
        <source>must be a text in quotes.</source>
        <translation>必须是引号中的文本。</translation>
    </message>
    <message>
        <source>must be true or false.</source>
        <translation>必须是 true 或 false。</translation>
    </message>
    <message>
        <source>must be a whole number.</source>
        <translation>必须是整数。</translation>
    </message>
    <message>
        <source>is a number out of range.</source>
        <translation>是超出范围的数字。</translation>
    </message>
    <message>
        <source>must be a number.</source>
        <translation>必须是数字。</translation>
    </message>
    <message>
        <source>%1: more than %2 levels of brackets are not allowed.</source>
        <translation>%1：括号嵌套不能超过 %2 层。</translation>
    </message>
    <message>
        <source>%1: this key is there twice; remove one.</source>
        <translation>%1：此键出现了两次；请删除其中一个。</translation>
    </message>
    <message>
        <source>Line %1, column %2: this is not valid JSON (%3).</source>
        <translation>第 %1 行第 %2 列：不是有效的 JSON（%3）。</translation>
    </message>
    <message>
        <source>The text is larger than 64 MiB, which no project needs.</source>
        <translation>文本大于 64 MiB，任何项目都不需要这么大。</translation>
    </message>
    <message>
        <source>is not valid Unicode text.</source>
        <translation>不是有效的 Unicode 文本。</translation>
    </message>
    <message>
        <source>cannot be empty.</source>
        <translation>不能为空。</translation>
    </message>
    <message>
        <source>cannot contain a NUL character.</source>
        <translation>不能包含 NUL 字符。</translation>
    </message>
    <message>
        <source>is longer than %1 characters.</source>
        <translation>长度超过 %1 个字符。</translation>
    </message>
    <message>
        <source>is %1; it must be between %2 and %3.</source>
        <translation>为 %1；必须介于 %2 和 %3 之间。</translation>
    </message>
    <message>
        <source>there is another database &quot;%1&quot;.</source>
        <translation>已有另一个数据库“%1”。</translation>
    </message>
    <message>
        <source>another database has the file &quot;%1&quot;.</source>
        <translation>另一个数据库已使用文件“%1”。</translation>
    </message>
    <message>
        <source>a &quot;file:&quot; address is not allowed; write a plain file name.</source>
        <translation>不允许使用“file:”地址；请写普通的文件名。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file name; databases in memory are not supported.</source>
        <translation>“%1”不是文件名；不支持内存数据库。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a directory; write a file name.</source>
        <translation>“%1”是目录；请写文件名。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leaves the data directory; &quot;..&quot; is not allowed.</source>
        <translation>“%1”超出了数据目录；不允许使用“..”。</translation>
    </message>
    <message>
        <source>there is another entity &quot;%1&quot;.</source>
        <translation>已有另一个实体“%1”。</translation>
    </message>
    <message>
        <source>another entity has the table &quot;%1&quot; in this database.</source>
        <translation>另一个实体已使用此数据库中的表“%1”。</translation>
    </message>
    <message>
        <source>a project cannot have more than %1 rules.</source>
        <translation>一个项目不能有超过 %1 条规则。</translation>
    </message>
    <message>
        <source>a project cannot have more than %1 patterns.</source>
        <translation>一个项目不能有超过 %1 个模式。</translation>
    </message>
    <message>
        <source>names that begin with &quot;sqlite_&quot; or &quot;weir_&quot; are reserved.</source>
        <translation>以“sqlite_”或“weir_”开头的名称是保留名称。</translation>
    </message>
    <message>
        <source>there is no database &quot;%1&quot;.</source>
        <translation>没有数据库“%1”。</translation>
    </message>
    <message>
        <source>there are more than %1 fields.</source>
        <translation>字段超过了 %1 个。</translation>
    </message>
    <message>
        <source>there is another field &quot;%1&quot;.</source>
        <translation>已有另一个字段“%1”。</translation>
    </message>
    <message>
        <source>exactly one field must be the key (&quot;key&quot;: true).</source>
        <translation>必须有且仅有一个字段是键（&quot;key&quot;: true）。</translation>
    </message>
    <message>
        <source>the key must be of type integer.</source>
        <translation>键的类型必须是 integer。</translation>
    </message>
    <message>
        <source>there is no entity &quot;%1&quot;.</source>
        <translation>没有实体“%1”。</translation>
    </message>
    <message>
        <source>the row has %1 cells; the entity has %2 fields.</source>
        <translation>该行有 %1 个单元格；该实体有 %2 个字段。</translation>
    </message>
    <message>
        <source>The project &quot;%1&quot; cannot be read: %2</source>
        <translation>无法读取项目“%1”：%2</translation>
    </message>
    <message>
        <source>The project was not saved to &quot;%1&quot;: %2</source>
        <translation>项目未能保存到“%1”：%2</translation>
    </message>
    <message>
        <source>it is not a file.</source>
        <translation>它不是文件。</translation>
    </message>
    <message>
        <source>This is not a Weir project: the key &quot;format&quot; is missing.</source>
        <translation>这不是 Weir 项目：缺少键“format”。</translation>
    </message>
    <message>
        <source>This project has format %1 and was written by a newer Weir; this one reads formats up to %2. Update Weir to open it.</source>
        <translation>此项目的格式为 %1，由较新的 Weir 写入；当前版本最高支持格式 %2。请更新 Weir 后再打开。</translation>
    </message>
    <message>
        <source>This project has the unknown format %1; this Weir reads formats %2 to %3.</source>
        <translation>此项目的格式 %1 未知；当前 Weir 支持格式 %2 至 %3。</translation>
    </message>
    <message>
        <source>a rule &quot;%1&quot; has no such parameter.</source>
        <translation>规则“%1”没有这样的参数。</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot; in the entity &quot;%2&quot;.</source>
        <translation>实体“%2”中没有字段“%1”。</translation>
    </message>
    <message>
        <source>a pattern is missing.</source>
        <translation>缺少模式。</translation>
    </message>
    <message>
        <source>the pattern &quot;%1&quot; is not valid: %2.</source>
        <translation>模式“%1”无效：%2。</translation>
    </message>
    <message>
        <source>a length cannot be negative.</source>
        <translation>长度不能为负数。</translation>
    </message>
    <message>
        <source>is less than &quot;minLength&quot;.</source>
        <translation>小于“minLength”。</translation>
    </message>
    <message>
        <source>every field has this rule; it is not written down.</source>
        <translation>每个字段都有此规则；不需要写出。</translation>
    </message>
    <message>
        <source>must be a finite number.</source>
        <translation>必须是有限的数值。</translation>
    </message>
    <message>
        <source>the list of allowed values is empty.</source>
        <translation>允许值的列表为空。</translation>
    </message>
    <message>
        <source>the maximum is less than the field&apos;s minimum.</source>
        <translation>最大值小于该字段的最小值。</translation>
    </message>
    <message>
        <source>%1: more than %2 values beside the rows of test data are not allowed.</source>
        <translation>%1：除测试数据行之外，不能超过 %2 个值。</translation>
    </message>
    <message>
        <source>this key is there twice; remove one.</source>
        <translation>该键出现了两次；请删除其中一个。</translation>
    </message>
    <message>
        <source>the type &quot;%1&quot; needs format %2, but the project says %3: write &quot;format&quot;: %2 at its beginning.</source>
        <translation>类型“%1”需要格式 %2，但项目写的是 %3：请在其开头写入 &quot;format&quot;: %2。</translation>
    </message>
    <message>
        <source>a rule &quot;%1&quot; does not fit a field of the type %2.</source>
        <translation>规则“%1”不适用于类型为 %2 的字段。</translation>
    </message>
</context>
<context>
    <name>Weir::ProjectFiles</name>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Weir projects (*.weir);;All files (*)</source>
        <translation>Weir 项目 (*.weir);;所有文件 (*)</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>项目另存为</translation>
    </message>
    <message>
        <source>Weir projects (*.weir)</source>
        <translation>Weir 项目 (*.weir)</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>要保存对“%1”的更改吗？</translation>
    </message>
    <message>
        <source>If you do not save them, they are lost.</source>
        <translation>如果不保存，这些更改将会丢失。</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Saving %1…</source>
        <translation>正在保存 %1…</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
</context>
<context>
    <name>Weir::ProjectPlaces</name>
    <message>
        <source>&amp;Allow…</source>
        <translation>允许(&amp;A)…</translation>
    </message>
    <message>
        <source>This project works on files outside its folder and the data folder. Nothing is read or written there until you allow it.</source>
        <translation>此项目使用其文件夹和数据文件夹之外的文件。在您允许之前，不会读取或写入这些文件。</translation>
    </message>
    <message>
        <source>Files outside the project&apos;s folder</source>
        <translation>项目文件夹之外的文件</translation>
    </message>
    <message>
        <source>“%1” works on files outside its folder. Open them?</source>
        <translation>“%1”使用其文件夹之外的文件。要打开它们吗？</translation>
    </message>
    <message>
        <source>Weir would read and write these files, and make those that are missing. Open them only if you trust the project.</source>
        <translation>Weir 将读写这些文件，并创建缺失的文件。仅当您信任此项目时才打开它们。</translation>
    </message>
    <message>
        <source>&amp;Open Them</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Not Now</source>
        <translation>暂不(&amp;N)</translation>
    </message>
</context>
<context>
    <name>Weir::QuitGuard</name>
    <message>
        <source>Stop the run and quit?</source>
        <translation>要停止运行并退出吗？</translation>
    </message>
    <message>
        <source>Transactions under way finish or roll back; the rest of the rows is not written.</source>
        <translation>进行中的事务会完成或回滚；其余的行不会写入。</translation>
    </message>
    <message>
        <source>&amp;Stop and quit</source>
        <translation>停止并退出(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>Stop the load and quit?</source>
        <translation>要停止加载并退出吗？</translation>
    </message>
    <message>
        <source>Batches under way are finished; Recent Loads goes on with the rest later.</source>
        <translation>进行中的批次会完成；其余部分之后可从“最近的加载”继续。</translation>
    </message>
    <message>
        <source>Something is under way</source>
        <translation>有操作正在进行</translation>
    </message>
    <message>
        <source>Stop removing rows and quit?</source>
        <translation>停止删除行并退出？</translation>
    </message>
    <message>
        <source>What is removed stays so; undoing the load again goes on with the rest.</source>
        <translation>已删除的行不会恢复；再次撤销会继续处理其余的行。</translation>
    </message>
    <message>
        <source>In a database that is not done with all its files, nothing of the load stays.</source>
        <translation>在尚未处理完所有文件的数据库中，此次加载不留下任何内容。</translation>
    </message>
    <message>
        <source>The deleted rows are being put back; the window closes when they are.</source>
        <translation>正在恢复已删除的行；完成后窗口将关闭。</translation>
    </message>
    <message>
        <source>The project is being saved; the window closes when it is.</source>
        <translation>正在保存项目；保存完成后窗口将关闭。</translation>
    </message>
</context>
<context>
    <name>Weir::ReasonsModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Byte</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
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
        <translation>没有最近的项目</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清除此列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Weir::RejectFiles</name>
    <message>
        <source>The file %1 for rejected lines cannot be written: %2. Make room or name another directory for them, then resume.</source>
        <translation>无法写入被拒绝的行的文件 %1：%2。请腾出空间或指定其他文件夹，然后继续。</translation>
    </message>
    <message>
        <source>The file %1 with the lines rejected so far cannot be opened: %2. Put it back, or load the file again from its beginning.</source>
        <translation>无法打开存有迄今被拒绝的行的文件 %1：%2。请将其放回，或从头重新加载该文件。</translation>
    </message>
    <message>
        <source>The file %1 has lost lines that were rejected before (%2 bytes of %3): put it back, or load the file again from its beginning.</source>
        <translation>文件 %1 丢失了之前被拒绝的行（%3 字节中剩 %2 字节）：请将其放回，或从头重新加载该文件。</translation>
    </message>
    <message>
        <source>The file %1 for rejected lines cannot be written: %2. Raise the limit or name another directory for them, then resume.</source>
        <translation>无法写入被拒绝的行的文件 %1：%2。请提高限制或指定其他文件夹，然后继续。</translation>
    </message>
    <message>
        <source>The file %1 may hold lines that this load did not reject in the end, because it cannot be shortened or removed: %2.</source>
        <translation>文件 %1 可能含有本次加载最终并未拒绝的行，因为无法截短或删除它：%2。</translation>
    </message>
    <message>
        <source>The file %1 is not what Weir wrote there: put that one back, or load the file again from its beginning.</source>
        <translation>文件 %1 不是 Weir 写在那里的文件：请将原文件放回，或从头重新加载该文件。</translation>
    </message>
    <message>
        <source>The file %1 with the lines rejected so far was removed while the load was writing to it: load the file again from its beginning.</source>
        <translation>存有迄今被拒绝的行的文件 %1 在加载写入期间被删除：请从头重新加载该文件。</translation>
    </message>
    <message>
        <source>The file %1, which an earlier load has left, cannot be removed: %2. Remove it, then load again.</source>
        <translation>无法删除先前加载留下的文件 %1：%2。请将其删除，然后重新加载。</translation>
    </message>
    <message>
        <source>The file %1 with the lines rejected so far cannot be read: %2. Resume when it can, or load the file again from its beginning.</source>
        <translation>无法读取存有迄今被拒绝的行的文件 %1：%2。请在能够读取时继续加载，或从头重新加载该文件。</translation>
    </message>
</context>
<context>
    <name>Weir::RejectNames</name>
    <message>
        <source>%1 is resumed with new reject files: those that the ledger names (%2) are not named as this load names its own, and are left alone. Lines rejected from here on go to %3.</source>
        <translation>%1 使用新的拒绝文件继续加载：账本所记的文件（%2）与本次加载的命名方式不符，因此不作改动。此后被拒绝的行写入 %3。</translation>
    </message>
    <message>
        <source>%1 is resumed with new reject files: those that the ledger names (%2) are not as this load left them, and are left alone. Lines rejected from here on go to %3.</source>
        <translation>%1 使用新的拒绝文件继续加载：账本所记的文件（%2）已不是本次加载留下的样子，因此不作改动。此后被拒绝的行写入 %3。</translation>
    </message>
</context>
<context>
    <name>Weir::RejectStage</name>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>Weir::ReportExport</name>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Web pages (*.html);;JSON (*.json);;CSV (*.csv)</source>
        <translation>网页 (*.html);;JSON (*.json);;CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>Weir::RuleSet</name>
    <message>
        <source>%1 must not contain a NUL character</source>
        <translation>%1 不能包含 NUL 字符</translation>
    </message>
    <message>
        <source>%1 must be valid UTF-8 text</source>
        <translation>%1 必须是有效的 UTF-8 文本</translation>
    </message>
    <message>
        <source>%1 must be a whole number</source>
        <translation>%1 必须是整数</translation>
    </message>
    <message>
        <source>%1 must be a number</source>
        <translation>%1 必须是数字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known escape</source>
        <translation>“%1”不是已知的转义</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a range of characters</source>
        <translation>“%1”不是字符范围</translation>
    </message>
    <message>
        <source>a closing bracket &quot;]&quot; is missing in &quot;%1&quot;</source>
        <translation>“%1”中缺少右方括号“]”</translation>
    </message>
    <message>
        <source>a closing parenthesis &quot;)&quot; is missing in &quot;%1&quot;</source>
        <translation>“%1”中缺少右圆括号“)”</translation>
    </message>
    <message>
        <source>there is a closing parenthesis &quot;)&quot; too many in &quot;%1&quot;</source>
        <translation>“%1”中多了一个右圆括号“)”</translation>
    </message>
    <message>
        <source>nothing follows the backslash at the end</source>
        <translation>末尾的反斜杠之后没有内容</translation>
    </message>
    <message>
        <source>there is nothing to repeat before &quot;%1&quot;</source>
        <translation>“%1”之前没有可重复的内容</translation>
    </message>
    <message>
        <source>&quot;%1&quot; repeats too often; 1000 times is the most</source>
        <translation>“%1”的重复次数过多；最多 1000 次</translation>
    </message>
    <message>
        <source>&quot;%1&quot; repeats a repetition</source>
        <translation>“%1”对重复再次重复</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not supported, because matching it could take forever</source>
        <translation>不支持“%1”，因为匹配它可能永远不会结束</translation>
    </message>
    <message>
        <source>it is not valid Unicode text</source>
        <translation>它不是有效的 Unicode 文本</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid group name</source>
        <translation>“%1”不是有效的组名</translation>
    </message>
    <message>
        <source>it is too large; use smaller repetition counts</source>
        <translation>它过大；请使用较小的重复次数</translation>
    </message>
    <message>
        <source>it cannot be used</source>
        <translation>它无法使用</translation>
    </message>
    <message>
        <source>%1 length must be at least %2</source>
        <translation>%1 的长度不能小于 %2</translation>
    </message>
    <message>
        <source>%1 length must be at most %2</source>
        <translation>%1 的长度不能大于 %2</translation>
    </message>
    <message>
        <source>%1 length must be exactly %2</source>
        <translation>%1 的长度必须为 %2</translation>
    </message>
    <message>
        <source>%1 length must be between %2 and %3</source>
        <translation>%1 的长度必须介于 %2 和 %3 之间</translation>
    </message>
    <message>
        <source>%1 must be one of: %2</source>
        <translation>%1 必须是以下之一：%2</translation>
    </message>
    <message>
        <source>%1 is required and cannot be empty</source>
        <translation>%1 为必填项，不能为空</translation>
    </message>
    <message>
        <source>%1 must be a valid email address</source>
        <translation>%1 必须是有效的电子邮件地址</translation>
    </message>
    <message>
        <source>%1 is too long to be matched with the pattern %2</source>
        <translation>%1 过长，无法与模式 %2 匹配</translation>
    </message>
    <message>
        <source>%1 must match the pattern %2</source>
        <translation>%1 必须与模式 %2 匹配</translation>
    </message>
    <message>
        <source>%1 must be a positive integer</source>
        <translation>%1 必须是正整数</translation>
    </message>
    <message>
        <source>%1 must be greater than 0</source>
        <translation>%1 必须大于 0</translation>
    </message>
    <message>
        <source>%1 cannot be negative</source>
        <translation>%1 不能为负数</translation>
    </message>
    <message>
        <source>%1 must be at least %2</source>
        <translation>%1 不能小于 %2</translation>
    </message>
    <message>
        <source>%1 must be at most %2</source>
        <translation>%1 不能大于 %2</translation>
    </message>
    <message>
        <source>%1 has the type %2, whose values this Weir cannot read yet</source>
        <translation>%1 的类型为 %2，此版本的 Weir 尚不能读取其值</translation>
    </message>
</context>
<context>
    <name>Weir::RunSettingsDialog</name>
    <message>
        <source>Run settings</source>
        <translation>运行设置</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>&amp;Strategy</source>
        <translation>策略(&amp;S)</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>Number of tasks</source>
        <translation>任务数</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>线程(&amp;H)</translation>
    </message>
    <message>
        <source>Number of threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>as many as tasks</source>
        <translation>与任务数相同</translation>
    </message>
    <message>
        <source>&amp;Attempts per transaction</source>
        <translation>每个事务的尝试次数(&amp;A)</translation>
    </message>
    <message>
        <source>Attempts per transaction</source>
        <translation>每个事务的尝试次数</translation>
    </message>
    <message>
        <source>How often a transaction is tried, the first time included, before its rows fail</source>
        <translation>事务最多尝试多少次（包括第一次），之后其中的行即为失败</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Journal mode</source>
        <translation>日志模式</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>同步级别</translation>
    </message>
    <message>
        <source>Busy timeout</source>
        <translation>繁忙超时</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Journal mode of %1</source>
        <translation>%1 的日志模式</translation>
    </message>
    <message>
        <source>Synchronous level of %1</source>
        <translation>%1 的同步级别</translation>
    </message>
    <message>
        <source>Busy timeout of %1</source>
        <translation>%1 的繁忙超时</translation>
    </message>
    <message>
        <source>Every acknowledged row survives a power cut.</source>
        <translation>每一个已确认的行在断电后都不会丢失。</translation>
    </message>
    <message>
        <source>Acknowledged rows can be lost in a power cut. WAL with FULL, or EXTRA, keeps them.</source>
        <translation>断电时可能丢失已确认的行。使用 WAL 配合 FULL，或使用 EXTRA，可以避免丢失。</translation>
    </message>
    <message>
        <source>Change run settings</source>
        <translation>更改运行设置</translation>
    </message>
</context>
<context>
    <name>Weir::RunStatus</name>
    <message>
        <source>%1 of %2 tasks</source>
        <translation>%1 / %2 个任务</translation>
    </message>
    <message>
        <source>Waiting for the databases…</source>
        <translation>正在等待数据库…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Replay: %1</source>
        <translation>回放：%1</translation>
    </message>
    <message>
        <source>Progress of the run: %1</source>
        <translation>运行进度：%1</translation>
    </message>
</context>
<context>
    <name>Weir::RunToolBar</name>
    <message>
        <source>Strate&amp;gy</source>
        <translation>策略(&amp;G)</translation>
    </message>
    <message>
        <source>Tas&amp;ks</source>
        <translation>任务(&amp;K)</translation>
    </message>
    <message>
        <source>Strategy: how tasks share a database</source>
        <translation>策略：任务如何共用一个数据库</translation>
    </message>
    <message>
        <source>Number of tasks</source>
        <translation>任务数</translation>
    </message>
    <message>
        <source>How many tasks the rows are divided among; all start together</source>
        <translation>将所有行分配给多少个任务；所有任务同时开始</translation>
    </message>
</context>
<context>
    <name>Weir::Runner</name>
    <message>
        <source>The project has no database named &quot;%1&quot;.</source>
        <translation>项目中没有名为“%1”的数据库。</translation>
    </message>
    <message>
        <source>There are no rows to insert: add some test data first.</source>
        <translation>没有可插入的行：请先添加一些测试数据。</translation>
    </message>
    <message>
        <source>The system let Weir start only %1 of the %2 threads that the run was to have: its times are longer for it.</source>
        <translation>系统只允许 Weir 启动本次运行所需 %2 个线程中的 %1 个：因此耗时更长。</translation>
    </message>
    <message>
        <source>The run is over, but there is not enough memory to tell what became of its rows: look at the tables before you run again.</source>
        <translation>运行已结束，但内存不足，无法说明各行的结果：重新运行之前请查看各表。</translation>
    </message>
    <message>
        <source>The project has another database named &quot;%1&quot; by now: ask again.</source>
        <translation>项目中名为“%1”的数据库已换成另一个：请重新查询。</translation>
    </message>
</context>
<context>
    <name>Weir::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>&amp;Replay short runs slowly</source>
        <translation>慢速回放较短的运行(&amp;R)</translation>
    </message>
    <message>
        <source>The run itself always goes at full speed; what was recorded is then shown slowly</source>
        <translation>运行本身始终全速进行；之后再慢速显示所记录的内容</translation>
    </message>
    <message>
        <source>&amp;Ask before quitting during a run</source>
        <translation>运行期间退出前先询问(&amp;A)</translation>
    </message>
    <message>
        <source>System language</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>系统主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>Weir::Shortages</name>
    <message>
        <source>There is not enough memory: end other programs or raise the limit on memory, then try again.</source>
        <translation>内存不足：请结束其他程序或提高内存限制，然后重试。</translation>
    </message>
    <message>
        <source>The system does not let Weir start the threads that this needs: end other programs or raise the limit on processes, then try again.</source>
        <translation>系统不允许 Weir 启动所需的线程：请结束其他程序或提高进程数限制，然后重试。</translation>
    </message>
</context>
<context>
    <name>Weir::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Text to find among the shortcuts</source>
        <translation>要在快捷键中查找的文本</translation>
    </message>
    <message>
        <source>Find a shortcut…</source>
        <translation>查找快捷键…</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>First row</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>Last row</source>
        <translation>最后一行</translation>
    </message>
    <message>
        <source>A page up or down</source>
        <translation>向上或向下翻页</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>加载</translation>
    </message>
</context>
<context>
    <name>Weir::SqliteAdvice</name>
    <message>
        <source>SQLite %1 can lose acknowledged rows when a checkpoint overlaps commits of another connection (mended in 3.51.3). Weir&apos;s gate keeps its own commits and checkpoints apart, so rows written by Weir are safe, beside other programs too; what those write by themselves is not covered.</source>
        <translation>当检查点与另一个连接的提交重叠时，SQLite %1 可能丢失已确认的行（3.51.3 中已修复）。Weir 的闸门使其自身的提交与检查点互不重叠，因此 Weir 写入的行是安全的，即使同时有其他程序在写入；但其他程序自行写入的内容不在此保护范围内。</translation>
    </message>
</context>
<context>
    <name>Weir::StoredPlan</name>
    <message>
        <source>The ledger does not say how the file was read: another version of Weir began this load. Go on with that one.</source>
        <translation>账本没有记录文件是如何读取的：这次加载由另一版本的 Weir 开始。请用那个版本继续。</translation>
    </message>
    <message>
        <source>What the ledger holds about how the file was read is damaged: load the file from its beginning with &quot;again&quot; (--again), or undo the earlier load first.</source>
        <translation>账本中关于文件读取方式的记录已损坏：请用“again”（--again）从头加载该文件，或先撤销之前的加载。</translation>
    </message>
</context>
<context>
    <name>Weir::Strategy</name>
    <message>
        <source>Contend</source>
        <translation>争抢</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Group commit</source>
        <translation>组提交</translation>
    </message>
    <message>
        <source>Every task begins its own transaction; the database&apos;s lock decides, and the others sleep and try again.</source>
        <translation>每个任务各自开始事务；由数据库的锁决定谁先写入，其余任务休眠后重试。</translation>
    </message>
    <message>
        <source>The tasks of a database take turns, in the order they came, with a transaction each.</source>
        <translation>同一数据库的任务按到达的顺序轮流写入，每个任务一个事务。</translation>
    </message>
    <message>
        <source>Tasks that arrive while a commit is under way share the next one; none is acknowledged before it.</source>
        <translation>在一次提交进行期间到达的任务共用下一次提交；该次提交完成之前，不会确认其中任何任务。</translation>
    </message>
</context>
<context>
    <name>Weir::StreamProbe</name>
    <message>
        <source>Cancelled while a stream was compared with what is loaded already.</source>
        <translation>在将数据流与已加载的内容进行比较时已取消。</translation>
    </message>
</context>
<context>
    <name>Weir::SummaryModel</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>每秒行数</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>延迟 p50</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>延迟 p95</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>延迟 p99</translation>
    </message>
    <message>
        <source>Latency maximum</source>
        <translation>延迟最大值</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务数</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务数</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>实体</translation>
    </message>
</context>
<context>
    <name>Weir::SummaryPanel</name>
    <message>
        <source>Rows by entity and outcome</source>
        <translation>按实体和结果统计的行数</translation>
    </message>
    <message>
        <source>Copy Re&amp;port</source>
        <translation>复制报告(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the report as text</source>
        <translation>以文本形式复制报告</translation>
    </message>
    <message>
        <source>Copy the report of the last run as text</source>
        <translation>以文本形式复制上次运行的报告</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>Counts, latencies and transactions of the last run stand here. Press %1 to start one.</source>
        <translation>此处显示上次运行的计数、延迟和事务。按 %1 开始运行。</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>Stopped after %1</source>
        <translation>运行 %1 后停止</translation>
    </message>
    <message>
        <source>Summary of the run</source>
        <translation>运行的汇总</translation>
    </message>
    <message>
        <source>%1 of %2 rows written</source>
        <translation>已写入 %1 / %2 行</translation>
    </message>
</context>
<context>
    <name>Weir::TableEmptier</name>
    <message>
        <source>The rows of %1 were deleted; Undo Emptying puts them back.</source>
        <translation>%1 的行已删除；可用“撤销清空”恢复它们。</translation>
    </message>
    <message>
        <source>The project has no database %1 any more, so its rows were not put back.</source>
        <translation>项目中已没有数据库 %1，因此未恢复其中的行。</translation>
    </message>
    <message>
        <source>The rows of %1 are back.</source>
        <translation>%1 的行已恢复。</translation>
    </message>
    <message>
        <source>Rows that are not back</source>
        <translation>未恢复的行</translation>
    </message>
    <message>
        <source>Let go of the deleted rows that could not be put back?</source>
        <translation>是否放弃那些无法恢复的已删除行？</translation>
    </message>
    <message>
        <source>Their copies are the only ones, and are removed for good.</source>
        <translation>它们的副本是唯一的，将被永久删除。</translation>
    </message>
    <message>
        <source>&amp;Let Them Go</source>
        <translation>放弃(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Weir::TablePanel</name>
    <message>
        <source>Table to show</source>
        <translation>要显示的数据表</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>筛选(&amp;L)</translation>
    </message>
    <message>
        <source>Column to filter by</source>
        <translation>要筛选的列</translation>
    </message>
    <message>
        <source>Filter text</source>
        <translation>筛选文本</translation>
    </message>
    <message>
        <source>Show rows that contain…</source>
        <translation>显示包含此文本的行…</translation>
    </message>
    <message>
        <source>Refresh the table</source>
        <translation>刷新数据表</translation>
    </message>
    <message>
        <source>Position in the table</source>
        <translation>在数据表中的位置</translation>
    </message>
    <message>
        <source>The table is being read</source>
        <translation>正在读取数据表</translation>
    </message>
    <message>
        <source>Cancel reading the table</source>
        <translation>取消读取数据表</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy with &amp;Headers</source>
        <translation>连同列标题一起复制(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Filter by This Value</source>
        <translation>按此值筛选(&amp;F)</translation>
    </message>
    <message>
        <source>C&amp;lear Filter</source>
        <translation>清除筛选(&amp;L)</translation>
    </message>
    <message>
        <source>Sort &amp;Ascending</source>
        <translation>升序排序(&amp;A)</translation>
    </message>
    <message>
        <source>Sort &amp;Descending</source>
        <translation>降序排序(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Natural Order</source>
        <translation>自然顺序(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Read the table anew</source>
        <translation>重新读取数据表</translation>
    </message>
    <message>
        <source>Any column</source>
        <translation>任意列</translation>
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
        <translation>清空数据表(&amp;E)…</translation>
    </message>
    <message>
        <source>Reading… %1 rows</source>
        <translation>正在读取… %1 行</translation>
    </message>
    <message>
        <source>≈ %1 rows</source>
        <translation>≈ %1 行</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>行数：%1</translation>
    </message>
    <message>
        <source>Rows that match: %1</source>
        <translation>匹配的行数：%1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>No row contains “%1”</source>
        <translation>没有包含“%1”的行</translation>
    </message>
    <message>
        <source>Change the filter, or clear it to see all rows.</source>
        <translation>请更改筛选条件，或清除筛选以查看所有行。</translation>
    </message>
    <message>
        <source>&amp;Clear filter</source>
        <translation>清除筛选(&amp;C)</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>还没有行</translation>
    </message>
    <message>
        <source>Press Run Insertion (%1): the rows appear here as they are committed.</source>
        <translation>请按“运行插入”（%1）：行提交后会显示在此处。</translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation>“%1”的数据表</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>“%1”的行</translation>
    </message>
    <message>
        <source>End and Home go to the last and first row; a click on a header sorts.</source>
        <translation>End 键和 Home 键分别转到最后一行和第一行；点击列标题可排序。</translation>
    </message>
    <message>
        <source>Copying… %1 rows</source>
        <translation>正在复制… %1 行</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>取消(&amp;A)</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>Run &amp;Insertion</source>
        <translation>运行插入(&amp;I)</translation>
    </message>
    <message>
        <source>%1 (%2 found)</source>
        <comment>file name and number of rows that match the filter</comment>
        <translation>%1 (找到 %2)</translation>
    </message>
</context>
<context>
    <name>Weir::TableWorkspace</name>
    <message>
        <source>Rows in %1</source>
        <translation>%1 中的行</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>The tables are not opened</source>
        <translation>未打开这些表</translation>
    </message>
    <message>
        <source>&amp;Allow…</source>
        <translation>允许(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>Weir::TestDataModel</name>
    <message>
        <source>Add row</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>Reset to sample</source>
        <translation>重置为示例</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空</translation>
    </message>
    <message>
        <source>%1: left blank, the database gives it</source>
        <translation>%1：留空则由数据库赋值</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Duplicate row</source>
        <translation>创建行的副本</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n rows</source>
        <translation>
            <numerusform>创建 %n 行的副本</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste row</source>
        <translation>粘贴行</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n rows</source>
        <translation>
            <numerusform>粘贴 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear cell</source>
        <translation>清除单元格</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n cells</source>
        <translation>
            <numerusform>清除 %n 个单元格</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::TestDataPanel</name>
    <message>
        <source>Entity whose rows are edited</source>
        <translation>要编辑其行的实体</translation>
    </message>
    <message>
        <source>Test data rows</source>
        <translation>测试数据的行</translation>
    </message>
    <message>
        <source>Cells that break a rule are marked; F2 edits a cell.</source>
        <translation>违反规则的单元格会被标出；按 F2 可编辑单元格。</translation>
    </message>
    <message>
        <source>&amp;Add Row</source>
        <translation>添加行(&amp;A)</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>&amp;Duplicate Rows</source>
        <translation>创建行的副本(&amp;D)</translation>
    </message>
    <message>
        <source>Duplicate the selected rows</source>
        <translation>创建所选行的副本</translation>
    </message>
    <message>
        <source>&amp;Remove Rows</source>
        <translation>移除行(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the selected rows</source>
        <translation>移除所选的行</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move the selected rows up</source>
        <translation>上移所选的行</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>Move the selected rows down</source>
        <translation>下移所选的行</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Cut the selected cells</source>
        <translation>剪切所选的单元格</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected cells</source>
        <translation>复制所选的单元格</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste cells from a spreadsheet</source>
        <translation>从电子表格粘贴单元格</translation>
    </message>
    <message>
        <source>C&amp;lear Cells</source>
        <translation>清除单元格(&amp;L)</translation>
    </message>
    <message>
        <source>Empty the selected cells</source>
        <translation>清空所选的单元格</translation>
    </message>
    <message>
        <source>Re&amp;set to Sample</source>
        <translation>重置为示例(&amp;S)</translation>
    </message>
    <message>
        <source>Put the sample rows back</source>
        <translation>恢复示例的行</translation>
    </message>
    <message>
        <source>Run &amp;Only Rejected Rows</source>
        <translation>只运行被拒绝的行(&amp;O)</translation>
    </message>
    <message>
        <source>Run only the rows that break a rule or that the last run did not insert</source>
        <translation>只运行违反规则的行，或上次运行未插入的行</translation>
    </message>
    <message>
        <source>There is no text on the clipboard to paste.</source>
        <translation>剪贴板上没有可粘贴的文本。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Run &amp;only rejected rows (%1)</source>
        <translation>只运行被拒绝的行（%1）(&amp;O)</translation>
    </message>
    <message>
        <source>Cells that break a rule are marked as you type.</source>
        <translation>违反规则的单元格会在您输入时标出。</translation>
    </message>
    <message>
        <source>Entit&amp;y</source>
        <translation>实体(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>Weir::TextDecoder</name>
    <message>
        <source>&quot;%1&quot; is not valid UTF-16 at byte %2: choose another encoding or mend the file.</source>
        <translation>“%1”在第 %2 字节处不是有效的 UTF-16：请选择其他编码或修正该文件。</translation>
    </message>
</context>
<context>
    <name>Weir::TypeChecks</name>
    <message>
        <source>The field &quot;%1&quot; of %2 has the type %3, whose values this Weir cannot read or write yet: make it text, integer or number in the project file, or update Weir.</source>
        <translation>%2的字段“%1”的类型为 %3，此版本的 Weir 尚不能读写其值：请在项目文件中将其类型改为 text、integer 或 number，或更新 Weir。</translation>
    </message>
</context>
<context>
    <name>Weir::Undo</name>
    <message>
        <source>Remove row</source>
        <translation>移除行</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n rows</source>
        <translation>
            <numerusform>移除 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Move row</source>
        <translation>移动行</translation>
    </message>
    <message numerus="yes">
        <source>Move %n rows</source>
        <translation>
            <numerusform>移动 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Weir::UndoActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Weir::Verdict</name>
    <message>
        <source>Inserted</source>
        <translation>已插入</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>已更新</translation>
    </message>
</context>
<context>
    <name>Weir::WindowMessages</name>
    <message>
        <source>Opened %1</source>
        <translation>已打开 %1</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>%1 of %2 rows written in %3</source>
        <translation>在 %3 内写入了 %1 / %2 行</translation>
    </message>
    <message>
        <source>Rows deleted: %1. A backup was made.</source>
        <translation>已删除的行数：%1。已创建备份。</translation>
    </message>
    <message>
        <source>&amp;Undo Emptying</source>
        <translation>撤销清空(&amp;U)</translation>
    </message>
    <message>
        <source>The deleted rows are back.</source>
        <translation>已恢复删除的行。</translation>
    </message>
    <message>
        <source>All databases are up to date.</source>
        <translation>所有数据库均为最新。</translation>
    </message>
</context>
<context>
    <name>Weir::ZstdSource</name>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>文件过早结束</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be unpacked: %2 (Zstandard, at byte %3). Get a whole copy of the file.</source>
        <translation>无法解压“%1”：%2（Zstandard，第 %3 字节处）。请获取该文件的完整副本。</translation>
    </message>
</context>
</TS>
