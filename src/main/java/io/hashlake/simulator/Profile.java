package io.hashlake.simulator;

/** What of a simulated user changes, as it is at one moment. */
record Profile(String name, String description, String location, long followers, long following, long posts) {}
