/** Parts that live as long as the process: embedded services, sinks and schedules, health, console and shutdown. */
package io.hashlake.app.runtime;
