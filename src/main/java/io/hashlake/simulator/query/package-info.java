/** X's query language, parsed, and the index of hashtags by which posts are found. */
package io.hashlake.simulator.query;
