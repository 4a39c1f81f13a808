CREATE TABLE IF NOT EXISTS main.weir_load(
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    file TEXT NOT NULL,
    size INTEGER NOT NULL,
    content_hash BLOB,
    entity TEXT NOT NULL,
    table_name TEXT NOT NULL,
    columns TEXT NOT NULL,
    plan BLOB,
    rejected_file TEXT NOT NULL,
    reasons_file TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT,
    state TEXT NOT NULL,
    definition TEXT
);
CREATE TABLE IF NOT EXISTS main.weir_ledger(
    load INTEGER NOT NULL,
    number INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    inserted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    rejected_bytes INTEGER NOT NULL,
    reasons_bytes INTEGER NOT NULL,
    undone INTEGER,
    keys BLOB,
    row_hashes BLOB,
    read_back INTEGER,
    PRIMARY KEY(load, number)
);
