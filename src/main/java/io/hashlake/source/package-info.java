/** Parts that all sources share: status, order in which batches are committed, and the cursor that follows them. */
package io.hashlake.source;
