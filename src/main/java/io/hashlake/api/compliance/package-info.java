/** What was removed, and how far removals are. */
package io.hashlake.api.compliance;
