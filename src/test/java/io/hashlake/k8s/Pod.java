package io.hashlake.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The pods of a workload, by their template. */
record Pod(JsonNode workload) {

    JsonNode labels() {
        return workload.at("/spec/template/metadata/labels");
    }

    JsonNode spec() {
        return workload.at("/spec/template/spec");
    }

    boolean isHashlake() {
        return labels().path("app.kubernetes.io/name").asText().equals("hashlake");
    }

    String component() {
        return labels().path("app.kubernetes.io/component").asText();
    }

    /** Those that prepare included. */
    List<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        spec().path("initContainers").forEach(containers::add);
        spec().path("containers").forEach(containers::add);
        return containers;
    }

    Set<String> portNames() {
        return ports().map(port -> port.path("name").asText()).collect(Collectors.toSet());
    }

    Set<Integer> portNumbers() {
        return ports().map(port -> port.path("containerPort").asInt()).collect(Collectors.toSet());
    }

    private Stream<JsonNode> ports() {
        return containers().stream().flatMap(container -> stream(container.path("ports")));
    }

    /** Names of volumes, those that come from a claim of the workload included. */
    Set<String> volumes() {
        return Stream.concat(
                        stream(spec().path("volumes")).map(volume -> volume.path("name")),
                        stream(workload.at("/spec/volumeClaimTemplates")).map(claim -> claim.at("/metadata/name")))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return Manifests.title(workload);
    }
}
