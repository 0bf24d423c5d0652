package io.hashlake.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the files of one directory declare.
 *
 * @param files as the parser returns them: types of blocks, then names, then bodies
 */
record Configuration(Path directory, List<JsonNode> files) {

    /** Resources and data sources. */
    List<Block> blocks() {
        return Stream.concat(typed("resource", "", ""), typed("data", "data.", "data_"))
                .toList();
    }

    /** Calls of modules by name. */
    Map<String, JsonNode> modules() {
        return named("module");
    }

    Map<String, JsonNode> variables() {
        return named("variable");
    }

    Map<String, JsonNode> outputs() {
        return named("output");
    }

    Set<String> locals() {
        return files.stream()
                .flatMap(file -> elements(file.path("locals")))
                .flatMap(locals -> locals.properties().stream())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Block> typed(String kind, String address, String type) {
        return files.stream()
                .flatMap(file -> file.path(kind).properties().stream())
                .flatMap(typed -> typed.getValue().properties().stream().flatMap(named -> elements(named.getValue())
                        .map(body -> new Block(
                                address + typed.getKey() + "." + named.getKey(), type + typed.getKey(), body))));
    }

    private Map<String, JsonNode> named(String kind) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        files.stream()
                .flatMap(file -> file.path(kind).properties().stream())
                .forEach(block -> named.put(block.getKey(), block.getValue().path(0)));
        return named;
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
