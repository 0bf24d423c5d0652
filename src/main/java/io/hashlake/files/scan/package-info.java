/** Finds where the documents of a file of JSON begin and end, whatever stands between them and wherever one is broken. */
package io.hashlake.files.scan;
