/**
 * The lake as an Iceberg table: the files that the lake has written are registered as they are, and what compactions replace is
 * replaced in the table first. {@code docs/iceberg.md} says why a kill neither loses nor doubles a row.
 */
package io.hashlake.iceberg;
