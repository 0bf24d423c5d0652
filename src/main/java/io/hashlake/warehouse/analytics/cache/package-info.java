/** Answers kept for a moment, so that many who ask the same cost one query. */
package io.hashlake.warehouse.analytics.cache;
