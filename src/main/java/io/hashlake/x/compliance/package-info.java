/** Checks stored posts at X, and learns which of them are gone there. */
package io.hashlake.x.compliance;
