/** OpenTelemetry traces of batches, from source through bus to sinks. Nothing of it is loaded where no endpoint is configured. */
package io.hashlake.app.tracing;
