/** The shell around the pipeline: start-up, configuration, wiring, health and console. */
package io.hashlake.app;
