/** What the outside sees of the pipeline's inside: every meter, by name, in one class. */
package io.hashlake.observability;
