package io.hashlake.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terraform's files are of its syntax, use the provider's arguments, and name nothing that does not exist. */
class TerraformIT {

    private static final Path ROOT = Path.of("deploy/terraform");

    private static Map<Path, Configuration> configurations;

    @TempDir
    Path directory;

    @BeforeAll
    static void read() throws IOException {
        HclParser.install();
        configurations = HclParser.read(ROOT);
    }

    @Test
    void everyArgumentAndReferenceExists() {
        Provider.download();
        assertThat(configurations).hasSizeGreaterThan(8);
        assertThat(mistakes(configurations)).isEmpty();
    }

    @Test
    void everyVariableHasATypeAndSaysWhatItIs() {
        assertThat(declared(Configuration::variables)).allSatisfy((name, variable) -> {
            assertThat(variable.has("type")).as(name).isTrue();
            assertThat(variable.path("description").asText()).as(name).endsWith(".");
        });
    }

    @Test
    void everyOutputSaysWhatItIs() {
        assertThat(declared(Configuration::outputs))
                .allSatisfy((name, output) ->
                        assertThat(output.path("description").asText()).as(name).endsWith("."));
    }

    @Test
    void aMistakeIsFound() throws IOException {
        Provider.download();
        Files.createDirectory(directory.resolve("called"));
        Files.writeString(directory.resolve("called/main.tf"), """
                variable "needed" {}
                output "arn" {
                  value = var.needed
                }
                """);
        Files.writeString(directory.resolve("main.tf"), """
                locals {
                  unused = 1
                }
                module "called" {
                  source = "./called"
                  other  = module.called.name
                }
                resource "aws_dynamodb_table" "posts" {
                  name          = "posts-${var.name}-${aws_kinesis_stream.posts.arn}"
                  read_capacity = "much"
                  colour        = "red"
                  attribute {
                    name = aws_dynamodb_table.posts.colour
                  }
                  ttl = 5
                }
                resource "aws_carrot" "orange" {}
                """);

        assertThat(mistakes(HclParser.read(directory)))
                .containsExactlyInAnyOrder(
                        "aws_carrot.orange: there is no such type",
                        "aws_dynamodb_table.posts: attribute.type is missing",
                        "aws_dynamodb_table.posts: colour is not known",
                        "aws_dynamodb_table.posts: read_capacity is no number",
                        "aws_dynamodb_table.posts: ttl is a block",
                        "aws_dynamodb_table.posts.colour is not declared",
                        "aws_kinesis_stream.posts.arn is not declared",
                        "local.unused is not used",
                        "module.called.name is not declared",
                        "module.called: needed is missing",
                        "module.called: other is not known",
                        "var.name is not declared");
    }

    private static Stream<String> mistakes(Map<Path, Configuration> configurations) {
        Set<String> names = configurations.values().stream()
                .flatMap(configuration -> configuration.blocks().stream())
                .map(Block::type)
                .collect(Collectors.toSet());
        Map<String, ProviderType> types = Provider.types(names);
        return configurations.values().stream()
                .flatMap(configuration -> Stream.concat(
                        new Names(configuration, configurations).mistakes(types),
                        configuration.blocks().stream().flatMap(block -> mistakes(block, types))));
    }

    private static Stream<String> mistakes(Block block, Map<String, ProviderType> types) {
        ProviderType type = types.get(block.type());
        Stream<String> mistakes =
                type == null ? Stream.of("there is no such type") : new Arguments(type).mistakes(block.body());
        return mistakes.map(mistake -> block.address() + ": " + mistake);
    }

    private static Map<String, JsonNode> declared(Function<Configuration, Map<String, JsonNode>> kind) {
        Map<String, JsonNode> declared = new TreeMap<>();
        configurations.forEach((path, configuration) ->
                kind.apply(configuration).forEach((name, block) -> declared.put(path + ": " + name, block)));
        return declared;
    }
}
