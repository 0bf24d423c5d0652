/**
 * The records and the few contracts in which everything meets: what a source hands on, what a sink takes, and who
 * remembers how far a source has come. Nothing but the JDK is imported here.
 */
package io.hashlake.tweet;
