package io.hashlake.pipeline.job;

import io.hashlake.warehouse.jdbc.Sql;
import java.util.stream.Collectors;

/**
 * Statements that lie in a directory of the resources. {@code jdbc:} commits what it was given at once, so statements of one
 * transaction are given to it as one script.
 *
 * @param directory below {@code sql/}, such as {@code star}
 */
public record SqlScripts(String directory) {

    /**
     * The named statements, one after the other.
     *
     * @param names the resources' names without {@code .sql}, a line each
     */
    public String script(String names) {
        return names.lines()
                .map(String::strip)
                .map(name -> Sql.load(directory, name))
                .collect(Collectors.joining("\n"));
    }
}
