package io.hashlake.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hashlake.observability.Scrape;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a process says of its routes: in health and metrics. */
final class RunningRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HashlakeProcess process;

    RunningRoutes(HashlakeProcess process) {
        this.process = process;
    }

    /** The names of what is followed. */
    Set<String> sources() throws IOException, InterruptedException {
        return new TreeSet<>(data("sources").keySet());
    }

    /** The reasons for which files are refused, by file. */
    Map<String, String> refused() throws IOException, InterruptedException {
        return data("routes");
    }

    boolean isReady() throws IOException, InterruptedException {
        return ready().path("status").asText().equals("UP");
    }

    /** How many changes have had this outcome. */
    long reloads(String outcome) throws IOException, InterruptedException {
        return Scrape.sum(process.get("/q/metrics"), "hashlake_routes_reload_total{", outcome);
    }

    /** The names of the sources of which an age is measured. */
    Set<String> measured() throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        process.get("/q/metrics")
                .lines()
                .filter(line -> line.startsWith("hashlake_cursor_age_seconds"))
                .forEach(line -> names.add(line.replaceAll(".*source=\"([^\"]*)\".*", "$1")));
        return names;
    }

    private JsonNode ready() throws IOException, InterruptedException {
        return JSON.readTree(process.get("/q/health/ready"));
    }

    private Map<String, String> data(String check) throws IOException, InterruptedException {
        Map<String, String> data = new TreeMap<>();
        for (JsonNode one : ready().path("checks")) {
            if (one.path("name").asText().equals(check)) {
                one.path("data")
                        .fields()
                        .forEachRemaining(entry ->
                                data.put(entry.getKey(), entry.getValue().asText()));
            }
        }
        return data;
    }
}
