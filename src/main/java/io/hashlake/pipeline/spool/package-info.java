/** Batches on disk that wait for a sink whose outage must stop nothing else. */
package io.hashlake.pipeline.spool;
