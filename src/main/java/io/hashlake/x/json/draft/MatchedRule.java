package io.hashlake.x.json.draft;

/** A rule that a streamed post matched, as X names it; each may be null where X did not say. */
public record MatchedRule(String id, String tag) {}
