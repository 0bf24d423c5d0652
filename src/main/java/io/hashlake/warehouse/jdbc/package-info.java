/**
 * JDBC for all of the warehouse: statements from resources, errors told apart, binary COPY.
 *
 * <p>The driver has no writer for COPY's binary format. Written by hand it takes half of the CPU time that the driver's batch
 * inserts take, at both ends: 3.2 against 7.4 CPU-seconds per million rows of eight columns (see
 * {@code docs/benchmarks.md}, "Code in place of a library").
 */
package io.hashlake.warehouse.jdbc;
