package io.hashlake.simulator.truth;

import java.time.LocalDate;

/**
 * Bill of a day, in UTC.
 *
 * @param posts posts that were searched for or streamed, each once
 * @param includedPosts posts that only came with others, each once
 * @param users accounts that came with posts, each once
 * @param counts requests for counts that were answered
 */
public record BilledDay(LocalDate day, long posts, long includedPosts, long users, long counts) {}
