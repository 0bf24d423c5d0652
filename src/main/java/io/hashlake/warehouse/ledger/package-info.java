/** What the pipeline remembers in the database: cursors, leases, gaps and spend. */
package io.hashlake.warehouse.ledger;
