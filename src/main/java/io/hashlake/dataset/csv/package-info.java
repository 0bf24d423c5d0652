/** CSV files, read row by row: a row that cannot be read is told of, and the next one is read. */
package io.hashlake.dataset.csv;
