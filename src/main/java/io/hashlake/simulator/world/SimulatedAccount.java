package io.hashlake.simulator.world;

/**
 * Part of a simulated user that never changes.
 *
 * @param rank its place in the crowd; the first writes most
 * @param username without {@code @}
 */
public record SimulatedAccount(int rank, long id, String username, String firstName, String lastName) {}
