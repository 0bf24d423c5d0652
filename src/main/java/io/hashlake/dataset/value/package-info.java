/** Values of columns: how a file writes them, and what they must be. */
package io.hashlake.dataset.value;
