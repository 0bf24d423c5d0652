/** Erasure of posts from the lake's files. */
package io.hashlake.lake.erasure;
