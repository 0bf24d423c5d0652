package io.hashlake.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables that pods are given. */
final class Environment {

    private static final Pattern ADDRESS = Pattern.compile("^(?:jdbc:postgresql://|https?://)?([^:/,]+)");

    private Environment() {}

    /** Those of every pod of Hashlake, from the one ConfigMap that they share. */
    static Map<String, String> of(Manifests manifests) {
        Pod pod = manifests.pods().filter(Pod::isHashlake).findFirst().orElseThrow();
        String map = pod.containers().get(0).at("/envFrom/0/configMapRef/name").asText();
        Map<String, String> variables = new TreeMap<>();
        manifests
                .find("ConfigMap", map)
                .orElseThrow()
                .path("data")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }

    /** The names of all that one pod is given. */
    static Set<String> names(Manifests manifests, Pod pod) {
        Set<String> names = new TreeSet<>(of(manifests).keySet());
        pod.containers()
                .forEach(container -> names.addAll(container.path("env").findValuesAsText("name").stream()
                        .filter(name -> name.equals(name.toUpperCase(java.util.Locale.ROOT)))
                        .toList()));
        return names;
    }

    static Optional<String> value(Pod pod, String name) {
        return Pod.stream(pod.containers().get(0).path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value"))
                .map(JsonNode::asText)
                .findFirst();
    }

    /** The host in an address. */
    static String host(String address) {
        Matcher host = ADDRESS.matcher(address);
        if (!host.find()) {
            throw new IllegalArgumentException(address);
        }
        return host.group(1);
    }
}
