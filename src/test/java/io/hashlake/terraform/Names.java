package io.hashlake.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up what the expressions of one directory name: variables, locals, modules' outputs, resources' attributes. */
final class Names {

    private final Configuration configuration;
    private final Map<Path, Configuration> all;
    private final Map<String, Block> blocks;

    Names(Configuration configuration, Map<Path, Configuration> all) {
        this.configuration = configuration;
        this.all = all;
        this.blocks = configuration.blocks().stream().collect(Collectors.toMap(Block::address, block -> block));
    }

    /** Returns what is named and not declared, declared and not used, or passed to a module that does not know it. */
    Stream<String> mistakes(Map<String, ProviderType> types) {
        List<List<String>> references = configuration.files().stream()
                .flatMap(file -> References.in(file).stream())
                .toList();
        Stream<String> undeclared = references.stream()
                .filter(reference -> !isDeclared(reference, types))
                .map(reference -> String.join(".", reference) + " is not declared");
        return Stream.of(undeclared, unused(references), arguments()).flatMap(mistakes -> mistakes);
    }

    private boolean isDeclared(List<String> reference, Map<String, ProviderType> types) {
        return switch (reference.get(0)) {
            case "var" -> configuration.variables().containsKey(reference.get(1));
            case "local" -> configuration.locals().contains(reference.get(1));
            case "module" -> isOutput(reference);
            case "data" -> isAttribute(reference, 3, types);
            default -> isAttribute(reference, 2, types);
        };
    }

    private boolean isOutput(List<String> reference) {
        JsonNode call = configuration.modules().get(reference.get(1));
        return call != null && called(call).outputs().containsKey(reference.get(2));
    }

    /** @param address number of parts that name the resource itself */
    private boolean isAttribute(List<String> reference, int address, Map<String, ProviderType> types) {
        Block block = blocks.get(String.join(".", reference.subList(0, address)));
        if (block == null || reference.size() == address) {
            return block != null;
        }
        ProviderType type = types.get(block.type());
        return type == null || type.has(reference.get(address));
    }

    private Stream<String> unused(List<List<String>> references) {
        Set<String> used = references.stream()
                .map(reference -> reference.get(0) + "." + reference.get(1))
                .collect(Collectors.toCollection(HashSet::new));
        Stream<String> variables = configuration.variables().keySet().stream().map("var."::concat);
        Stream<String> locals = configuration.locals().stream().map("local."::concat);
        return Stream.concat(variables, locals)
                .filter(name -> !used.contains(name))
                .map(name -> name + " is not used");
    }

    private Stream<String> arguments() {
        return configuration.modules().entrySet().stream().flatMap(call -> arguments(
                        call.getValue(), called(call.getValue()).variables())
                .map(mistake -> "module." + call.getKey() + ": " + mistake));
    }

    private static Stream<String> arguments(JsonNode call, Map<String, JsonNode> variables) {
        Stream<String> unknown = call.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name ->
                        !List.of("source", "count", "for_each", "depends_on").contains(name))
                .filter(name -> !variables.containsKey(name))
                .map(name -> name + " is not known");
        Stream<String> missing = variables.entrySet().stream()
                .filter(variable -> !variable.getValue().has("default") && !call.has(variable.getKey()))
                .map(variable -> variable.getKey() + " is missing");
        return Stream.concat(unknown, missing);
    }

    private Configuration called(JsonNode call) {
        Path source = configuration
                .directory()
                .resolve(call.path("source").textValue())
                .normalize();
        return all.getOrDefault(source, new Configuration(source, List.of()));
    }
}
