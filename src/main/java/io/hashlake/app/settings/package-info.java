/** Configuration as it was read and checked: every mistake in it is reported together, before anything starts. */
package io.hashlake.app.settings;
