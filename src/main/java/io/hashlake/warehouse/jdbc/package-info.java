/** JDBC for all of the warehouse: statements from resources, errors told apart, binary COPY. */
package io.hashlake.warehouse.jdbc;
