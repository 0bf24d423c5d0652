package io.hashlake.simulator.world;

/** What of a simulated user changes, as it is at one moment. */
public record Profile(String name, String description, String location, long followers, long following, long posts) {}
