/** A PostgreSQL server in a directory, for those who bring none: started, watched and started again. */
package io.hashlake.warehouse.embedded;
