package io.hashlake.live;

/**
 * Source of this process that does not read just now.
 *
 * @param status what it waits for and until when, as health says it
 */
public record SourceTrouble(String source, String status) {}
