package io.hashlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is delivered may be delivered. The profile {@code sbom} writes the bill of materials. */
class LicencesTest {

    private static final Path SBOM = Path.of("target/sbom.json");

    /** By SPDX' names, or as a part that has none there calls its own. */
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause");

    @Test
    void everyPartHasAnAllowedLicence() throws IOException {
        assumeTrue(Files.exists(SBOM), "no bill of materials: ./mvnw -Psbom writes it");
        JsonNode parts = new ObjectMapper().readTree(SBOM.toFile()).get("components");
        assertThat(parts).hasSizeGreaterThan(100).allSatisfy(part -> assertThat(licences(part))
                .as(part.get("purl").textValue())
                .containsAnyElementsOf(ALLOWED));
    }

    /** A part with several may be taken under any of them. */
    private static Set<String> licences(JsonNode part) {
        Set<String> names = new TreeSet<>();
        part.path("licenses").findValuesAsText("id").forEach(names::add);
        part.path("licenses").findValuesAsText("name").forEach(names::add);
        Stream<JsonNode> expressions =
                StreamSupport.stream(part.path("licenses").spliterator(), false);
        expressions.forEach(
                one -> names.addAll(List.of(one.path("expression").asText().split(" OR "))));
        return names;
    }
}
