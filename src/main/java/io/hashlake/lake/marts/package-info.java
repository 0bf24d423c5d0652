/** Exports the star schema as Parquet tables. */
package io.hashlake.lake.marts;
