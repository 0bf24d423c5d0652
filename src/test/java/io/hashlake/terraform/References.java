package io.hashlake.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what expressions refer to. */
final class References {

    /** A name of Terraform's, with what follows it; an index in brackets does not change what is meant. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\w.\"/:-])(var|local|module|data|aws_\\w+)((?:\\.[\\w-]+|\\[[^]]*])+)");

    private References() {}

    /** Returns the parts of each reference below {@code node}, such as {@code [var, name]}. */
    static List<List<String>> in(JsonNode node) {
        return strings(node)
                .filter(text -> text.contains("${"))
                .flatMap(text -> REFERENCE.matcher(text).results())
                .map(References::parts)
                .toList();
    }

    private static List<String> parts(MatchResult reference) {
        String path = reference.group(2).replaceAll("\\[[^]]*]", "");
        return Arrays.asList((reference.group(1) + path).split("\\."));
    }

    private static Stream<String> strings(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.textValue());
        }
        Stream<String> keys = node.properties().stream().map(Map.Entry::getKey);
        return Stream.concat(keys, Configuration.elements(node).flatMap(References::strings));
    }
}
