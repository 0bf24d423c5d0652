/** What all of the warehouse needs of JDBC: statements from resources, errors told apart, binary COPY. */
package io.hashlake.warehouse.jdbc;
