package io.hashlake.dataset.declaration;

/**
 * Report over datasets.
 *
 * @param name of its view, and of its directory in the lake
 * @param location file and line of its declaration
 * @param sql one query
 */
public record DatasetReport(String name, String location, String description, String sql) {}
