/** Report of what was removed, and how far removals are. */
package io.hashlake.api.compliance;
