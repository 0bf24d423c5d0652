package io.hashlake.live;

/**
 * Route file whose present content is not in force.
 *
 * @param file its name
 * @param reason with file and line
 */
public record RefusedRoutes(String file, String reason) {}
