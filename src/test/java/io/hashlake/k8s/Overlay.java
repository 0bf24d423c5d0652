package io.hashlake.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The shapes that {@code k8s/} offers, bare and with all components that fit. */
enum Overlay {
    ALL_IN_ONE,
    SCALED,
    PRODUCTION,
    ALL_IN_ONE_AND_COMPONENTS,
    SCALED_AND_COMPONENTS,
    PRODUCTION_AND_COMPONENTS;

    private static final Path K8S = Path.of("k8s");
    private static final Path WRITTEN = Path.of("target/kustomize");

    private Manifests manifests;

    /** What kubectl renders; asked for once. */
    synchronized Manifests manifests() {
        if (manifests == null) {
            manifests = Manifests.render(directory());
        }
        return manifests;
    }

    private Path directory() {
        return switch (this) {
            case ALL_IN_ONE -> K8S;
            case SCALED -> K8S.resolve("overlays/scaled");
            case PRODUCTION -> K8S.resolve("overlays/production");
            case ALL_IN_ONE_AND_COMPONENTS -> written("all-in-one", over("", "monitoring", "ingress", "native"));
            case SCALED_AND_COMPONENTS ->
                written("scaled", over("overlays/scaled", "index", "monitoring", "autoscaling", "ingress", "native"));
            case PRODUCTION_AND_COMPONENTS -> production();
        };
    }

    private static String over(String base, String... components) {
        return """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: hashlake
                resources: [../../../k8s/%s]
                components: [%s]
                labels:
                  - pairs: { app.kubernetes.io/part-of: hashlake, app.kubernetes.io/managed-by: kustomize }
                """.formatted(
                        base,
                        List.of(components).stream()
                                .map(name -> "../../../k8s/components/" + name)
                                .collect(Collectors.joining(", ")));
    }

    /** A copy of the overlay, its components no longer commented out. */
    private static Path production() {
        Path production = PRODUCTION.directory();
        try {
            String kustomization = Files.readString(production.resolve("kustomization.yaml"))
                    .replaceAll("(?m)^# (components:|  - \\.\\./)", "$1")
                    .replace("../../", "../../../k8s/");
            Path copy = written("production", kustomization);
            for (String file : List.of("hashlake.env", "network-policies.yaml")) {
                Files.writeString(copy.resolve(file), Files.readString(production.resolve(file)));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(String name, String kustomization) {
        try {
            Path directory = Files.createDirectories(WRITTEN.resolve(name));
            Files.writeString(directory.resolve("kustomization.yaml"), kustomization);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
