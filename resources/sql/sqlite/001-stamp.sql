-- Marks the file as Weir's: 0x57656972 is "Weir" in ASCII.
PRAGMA application_id = 1466263922;
