/** Reports, progress and questions of commands: what they print, in the formats that they offer. */
package io.hashlake.app.command.output;
