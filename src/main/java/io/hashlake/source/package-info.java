/** What every source shares: its status, the order in which its batches are committed, and the cursor that follows them. */
package io.hashlake.source;
