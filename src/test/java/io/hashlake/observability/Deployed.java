package io.hashlake.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What Grafana and Prometheus are given by {@code deploy/}. */
public final class Deployed {

    static final Path PROMETHEUS = Path.of("deploy/prometheus");
    static final Path GRAFANA = Path.of("deploy/grafana/provisioning");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Deployed() {}

    static JsonNode dashboard() throws IOException {
        return JSON.readTree(GRAFANA.resolve("dashboards/hashlake.json").toFile());
    }

    static JsonNode yaml(Path file) throws IOException {
        return JSON.valueToTree(new Yaml().<Object>load(Files.readString(file)));
    }

    static List<JsonNode> alerts() throws IOException {
        return yaml(PROMETHEUS.resolve("alerts.yml")).findParents("alert");
    }

    /** Everything that is asked of a panel's data source. */
    static List<JsonNode> targets() throws IOException {
        return dashboard().findParents("expr");
    }

    /** Of the dashboard alone. */
    public static List<String> panelExpressions() throws IOException {
        return targets().stream().map(target -> target.get("expr").textValue()).toList();
    }

    /** Of the dashboard and the alerts. */
    public static List<String> expressions() throws IOException {
        return Stream.concat(targets().stream(), alerts().stream())
                .map(node -> node.get("expr").textValue())
                .toList();
    }
}
