/**
 * Statements of strangers, run so that they can do nothing but read. What keeps them in bounds is the server: a role of their
 * own that may read the views in the schema {@code api} and do nothing else, a connection of their own a statement, a read-only
 * transaction that is always rolled back, and its limits of time. What is looked at before that makes errors clear and keeps
 * whole classes of statements away, but nothing depends on it alone.
 */
package io.hashlake.warehouse.sql;
