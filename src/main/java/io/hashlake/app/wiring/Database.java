package io.hashlake.app.wiring;

import javax.sql.DataSource;

/** The warehouse's database, or what says that this process has none. */
record Database(DataSource source) {}
