/** What reading from X has cost, by period, by item, and compared with what X bills. */
package io.hashlake.api.spend;
