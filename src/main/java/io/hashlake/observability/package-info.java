/** Metrics: every meter, by name, in one class. */
package io.hashlake.observability;
