package io.hashlake.camel;

import io.hashlake.x.search.SearchSettings;

/**
 * Settings that the searches of one lane have in common.
 *
 * @param via the {@code twitter-search:} endpoint through which version 1.1 is asked; null for version 2
 */
record LaneSettings(SearchSettings search, String via) {}
