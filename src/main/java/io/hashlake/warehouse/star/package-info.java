/** Reads the star schema for its export. */
package io.hashlake.warehouse.star;
