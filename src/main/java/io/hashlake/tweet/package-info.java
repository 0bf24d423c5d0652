/** The records: a post and its parts. Nothing but the JDK is imported here. */
package io.hashlake.tweet;
