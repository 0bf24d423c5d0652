/** Command line: the pipeline itself, replay, a single job and the simulator alone. */
package io.hashlake.app.command;
