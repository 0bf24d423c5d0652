package io.hashlake.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What the network policies let through, between pods of the namespace and to addresses elsewhere. */
record Network(Manifests manifests) {

    /** Returns whether one pod may open a connection to another one. */
    boolean connects(Pod from, Pod to, int port) {
        return allows(from, "Egress", port, peer -> selects(peer, to))
                && allows(to, "Ingress", port, peer -> selects(peer, from));
    }

    /** Returns whether a pod may be asked from another namespace. */
    boolean admits(String namespace, Pod to, int port) {
        return allows(to, "Ingress", port, peer -> isNamespace(peer, namespace));
    }

    /** Returns whether a pod may ask another namespace. */
    boolean leadsTo(Pod from, String namespace, int port) {
        return allows(from, "Egress", port, peer -> isNamespace(peer, namespace));
    }

    /** Returns whether a pod may ask addresses outside of the cluster at all. */
    boolean leadsOutside(Pod from, int port) {
        return allows(
                from, "Egress", port, peer -> peer.at("/ipBlock/cidr").asText().endsWith("/0"));
    }

    /** Returns whether a pod may ask some address that no pod has. */
    boolean leadsToAddresses(Pod from, int port) {
        return allows(from, "Egress", port, peer -> peer.has("ipBlock"));
    }

    /** Policies add up, and a pod that none selects is open. */
    private boolean allows(Pod pod, String direction, int port, java.util.function.Predicate<JsonNode> peer) {
        List<JsonNode> policies = manifests
                .ofKind("NetworkPolicy")
                .filter(policy -> Pod.stream(policy.at("/spec/policyTypes"))
                        .anyMatch(type -> type.asText().equals(direction)))
                .filter(policy -> Selector.matches(policy.at("/spec/podSelector"), pod.labels()))
                .toList();
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(policy -> rules(policy, direction))
                        .anyMatch(rule -> ports(rule, port) && peers(rule).anyMatch(peer));
    }

    private static Stream<JsonNode> rules(JsonNode policy, String direction) {
        return Pod.stream(policy.path("spec").path(direction.equals("Egress") ? "egress" : "ingress"));
    }

    private static boolean ports(JsonNode rule, int port) {
        return rule.path("ports").findValues("port").stream().anyMatch(one -> one.asInt() == port);
    }

    private static Stream<JsonNode> peers(JsonNode rule) {
        return Stream.concat(Pod.stream(rule.path("from")), Pod.stream(rule.path("to")));
    }

    private static boolean selects(JsonNode peer, Pod pod) {
        return peer.has("podSelector")
                && !peer.has("namespaceSelector")
                && Selector.matches(peer.path("podSelector"), pod.labels());
    }

    private static boolean isNamespace(JsonNode peer, String namespace) {
        return peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                .asText()
                .equals(namespace);
    }
}
