package io.hashlake.simulator.world;

/** Part of a simulated user that changes, as it is at one moment. */
public record SimulatedProfile(
        String name, String description, String location, long followers, long following, long posts) {}
