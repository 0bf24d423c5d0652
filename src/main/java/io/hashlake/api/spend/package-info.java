/** Cost of reading from X, by period, by item, and compared with the posts that X bills. */
package io.hashlake.api.spend;
