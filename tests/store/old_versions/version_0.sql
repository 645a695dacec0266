-- Nothing has been written: an SQLite file with a header only.
PRAGMA user_version = 0;
