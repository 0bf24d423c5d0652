/** Erasure of posts from the lake's files, and removal of old files. */
package io.hashlake.lake.erasure;
