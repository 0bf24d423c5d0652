/** Reads single values of X's JSON: numbers, ids, times and texts in the forms in which tools write them. */
package io.hashlake.x.json.value;
