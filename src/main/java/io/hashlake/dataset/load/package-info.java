/** Files of datasets in the warehouse: tables, loads, the ledger of files, and reports. */
package io.hashlake.dataset.load;
