/** Cursors, leases, gaps and spend of the pipeline in the database. */
package io.hashlake.warehouse.ledger;
