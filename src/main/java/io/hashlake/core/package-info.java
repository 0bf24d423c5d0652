/** The contracts in which all rooms meet: batches, sinks, cursors and their positions, gaps, dead letters, leases, spend and back-off. */
package io.hashlake.core;
