package io.hashlake.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * Kubernetes objects.
 *
 * @param objects in the order in which they are applied
 */
record Manifests(List<JsonNode> objects) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

    Manifests {
        objects = List.copyOf(objects);
    }

    /** Returns what kubectl makes of a kustomization, or skips the test where there is no kubectl. */
    static Manifests render(Path kustomization) {
        Command.require("kubectl", "version", "--client");
        Command.Result rendered = Command.run(Path.of("."), "kubectl", "kustomize", kustomization.toString());
        assertThat(rendered.exitCode()).as(rendered.output()).isZero();
        return of(rendered.output());
    }

    static Manifests read(Path file) {
        try {
            return of(java.nio.file.Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifests of(String yaml) {
        List<JsonNode> objects = new ArrayList<>();
        new Yaml().loadAll(yaml).forEach(object -> objects.add(JSON.valueToTree(object)));
        return new Manifests(objects);
    }

    Stream<JsonNode> ofKind(String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    /** The object, if there is one of this kind and name. */
    Optional<JsonNode> find(String kind, String name) {
        return ofKind(kind).filter(object -> name(object).equals(name)).findFirst();
    }

    /** What runs pods. */
    Stream<JsonNode> workloads() {
        return objects.stream()
                .filter(object -> WORKLOADS.contains(object.path("kind").asText()));
    }

    /** The pods of all workloads. */
    Stream<Pod> pods() {
        return workloads().map(Pod::new);
    }

    /** The pods that a selector selects. */
    List<Pod> selected(JsonNode selector) {
        return pods().filter(pod -> Selector.matches(selector, pod.labels())).toList();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** How to name an object in a message. */
    static String title(JsonNode object) {
        return object.path("kind").asText() + "/" + name(object);
    }
}
