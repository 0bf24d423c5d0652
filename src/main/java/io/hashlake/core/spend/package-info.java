/** Money: what X bills, the ledger of it, and budgets by UTC day, UTC month or billing cycle. */
package io.hashlake.core.spend;
