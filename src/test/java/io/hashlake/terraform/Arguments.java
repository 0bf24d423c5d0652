package io.hashlake.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.terraform.ProviderType.Argument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the arguments of a block with those of its type. */
final class Arguments {

    private static final Set<String> META = Set.of("for_each", "count", "depends_on", "lifecycle", "provider");

    private final ProviderType type;

    Arguments(ProviderType type) {
        this.type = type;
    }

    /** Returns what is wrong with a resource of the type. */
    Stream<String> mistakes(JsonNode body) {
        return mistakes(type.root(), body);
    }

    private Stream<String> mistakes(String block, JsonNode body) {
        Map<String, Argument> known = type.interfaces().get(block);
        List<Map.Entry<String, JsonNode>> written = written(body)
                .filter(entry -> !(block.equals(type.root()) && META.contains(entry.getKey())))
                .toList();
        Stream<String> wrong = written.stream().flatMap(entry -> mistakes(known.get(entry.getKey()), entry.getValue())
                .map(mistake -> entry.getKey() + mistake));
        Stream<String> missing = known.values().stream()
                .filter(argument -> !argument.optional())
                .map(Argument::name)
                .filter(name ->
                        written.stream().noneMatch(entry -> entry.getKey().equals(name)))
                .map(name -> name + " is missing");
        return Stream.concat(wrong, missing);
    }

    /** The arguments; blocks that are made by {@code dynamic} as if they stood there. */
    private static Stream<Map.Entry<String, JsonNode>> written(JsonNode body) {
        Stream<Map.Entry<String, JsonNode>> made = body.path("dynamic").properties().stream()
                .flatMap(named -> Configuration.elements(named.getValue())
                        .map(block -> Map.entry(named.getKey(), block.path("content"))));
        return Stream.concat(
                made, body.properties().stream().filter(entry -> !entry.getKey().equals("dynamic")));
    }

    private Stream<String> mistakes(Argument argument, JsonNode value) {
        if (argument == null) {
            return Stream.of(" is not known");
        }
        boolean isBlock = value.path(0).isObject();
        if (argument.nested() != isBlock) {
            return Stream.of(argument.nested() ? " is a block" : " is no block");
        }
        if (isBlock) {
            return Configuration.elements(value)
                    .flatMap(block -> mistakes(argument.block(), block))
                    .map(mistake -> "." + mistake);
        }
        return fits(argument.type(), value) ? Stream.of() : Stream.of(" is no " + argument.type());
    }

    /** Of an expression nothing is known before it is evaluated. */
    private static boolean fits(String type, JsonNode value) {
        boolean expression = value.isTextual() && value.textValue().contains("${");
        return expression
                || switch (type) {
                    case "number" -> value.isNumber();
                    case "boolean | cdktf.IResolvable" -> value.isBoolean();
                    case "string[]" -> value.isArray();
                    default -> true;
                };
    }
}
