/** Settings of a simulator, with their ranges. */
package io.hashlake.simulator.settings;
