package io.hashlake.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.hashlake.ServerTest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each pod reaches what it needs and nothing else. */
@ServerTest
class NetworkTest {

    private static final Map<String, Integer> SERVERS = Map.of("kafka", 9092, "postgresql", 5432, "minio", 9000);

    @Test
    void rolesReachTheServersThatTheyNeedAndNoOthers() {
        assertThat(reached("ingest")).containsExactlyInAnyOrder("kafka", "postgresql", "minio");
        assertThat(reached("lake")).containsExactlyInAnyOrder("kafka", "postgresql", "minio");
        assertThat(reached("warehouse")).containsExactlyInAnyOrder("kafka", "postgresql");
        assertThat(reached("api")).containsExactly("postgresql");
        assertThat(reached("jobs")).containsExactlyInAnyOrder("postgresql", "minio");
    }

    @Test
    void theRoleIndexReachesKafkaTheWarehouseAndTheSearchServerAlone() {
        Manifests manifests = Overlay.SCALED_AND_COMPONENTS.manifests();
        assertThat(reached("index", manifests)).containsExactlyInAnyOrder("kafka", "postgresql");
        Network network = new Network(manifests);
        Pod index = new Pod(manifests.find("Deployment", "hashlake-index").orElseThrow());
        assertThat(network.leadsToAddresses(index, 9200)).isTrue();
    }

    @Test
    void theJobReachesTheStoreInWhichItMakesTheBucket() {
        Manifests manifests = Overlay.SCALED.manifests();
        Network network = new Network(manifests);
        Pod job = new Pod(manifests.find("Job", "bucket").orElseThrow());
        Pod minio = new Pod(manifests.find("StatefulSet", "minio").orElseThrow());
        assertThat(network.connects(job, minio, 9000)).isTrue();
    }

    private static Set<String> reached(String role) {
        return reached(role, Overlay.SCALED.manifests());
    }

    private static Set<String> reached(String role, Manifests manifests) {
        Network network = new Network(manifests);
        Pod pod = new Pod(manifests.find("Deployment", "hashlake-" + role).orElseThrow());
        return SERVERS.keySet().stream()
                .filter(server -> network.connects(
                        pod, new Pod(manifests.find("StatefulSet", server).orElseThrow()), SERVERS.get(server)))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void everyPodAsksTheClustersDnsAndOnlyThoseThatFollowSourcesOrKeepALakeElsewhereTheInternet(Overlay overlay) {
        Network network = new Network(overlay.manifests());
        boolean bucketElsewhere = overlay.name().startsWith("PRODUCTION");
        overlay.manifests().pods().forEach(pod -> {
            assertThat(network.leadsTo(pod, "kube-system", 53))
                    .as(pod.toString())
                    .isTrue();
            boolean follows = Set.of("all-in-one", "ingest").contains(pod.component());
            boolean hasFiles = Set.of("lake", "jobs").contains(pod.component());
            assertThat(network.leadsOutside(pod, 443))
                    .as(pod.toString())
                    .isEqualTo(follows || hasFiles && bucketElsewhere);
            assertThat(network.leadsOutside(pod, 80)).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void nobodyComesInFromElsewhereButPrometheusTheIngressAndKeda(Overlay overlay) {
        Network network = new Network(overlay.manifests());
        boolean components = overlay.name().endsWith("COMPONENTS");
        overlay.manifests().pods().forEach(pod -> pod.portNumbers().forEach(port -> {
            boolean serves = Set.of("all-in-one", "api").contains(pod.component());
            assertThat(network.admits("default", pod, port)).isFalse();
            assertThat(network.admits("monitoring", pod, port)).isEqualTo(components && pod.isHashlake());
            assertThat(network.admits("ingress-nginx", pod, port)).isEqualTo(components && serves);
            assertThat(network.admits("keda", pod, port))
                    .isEqualTo(pod.component().equals("bus"));
        }));
    }
}
