/**
 * The PostgreSQL warehouse: a sink that keeps every post and account in its newest observed state, the stores for cursors
 * and gaps, and a PostgreSQL server that lives in a directory for those who bring none. The SQL lies in the resources
 * under {@code sql/warehouse}, the schema in {@code db/migration}; whoever assembles the application runs the migrations
 * (with Flyway) before it opens the sink.
 */
package io.hashlake.warehouse;
