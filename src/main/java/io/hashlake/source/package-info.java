/** Parts that all sources share: status, order in which batches are committed, the cursor that follows them,
 * and the registry of what is followed. */
package io.hashlake.source;
