package io.hashlake.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.hashlake.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard of Grafana and the alerts of Prometheus ask only for what there is. */
@ServerTest
class DeployedTest {

    private static final Set<String> OF_OTHERS = Set.of("http_server", "jvm", "process", "up");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern TEMPLATE = Pattern.compile("\\$labels\\.(\\w+)");

    @Test
    void everyExpressionNamesMetersAndLabelsThatAreDocumented() throws IOException {
        Map<String, Set<String>> exposed = Metered.samples();
        for (String text : Deployed.expressions()) {
            Set<String> unknown = Expression.of(text).unknownTo(exposed);
            unknown.removeIf(name -> OF_OTHERS.stream().anyMatch(name::startsWith));
            unknown.removeIf(name -> name.startsWith("by ") && !text.contains("hashlake_"));
            assertThat(unknown).as(text).isEmpty();
        }
    }

    @Test
    void anExpressionWithAnUnknownMetricOrLabelIsFound() {
        Map<String, Set<String>> exposed = Map.of("a_total", Set.of("b"));
        assertThat(Expression.of("sum by (b) (rate(a_total{b=~\"x.*\"}[5m])) or absent(a_total offset 5m)")
                        .unknownTo(exposed))
                .isEmpty();
        assertThat(Expression.of("sum by (c, instance) (rate(a_total{d=\"x\", job=\"y\"}[5m])) / b_total")
                        .unknownTo(exposed))
                .containsExactly("a_total{d}", "b_total", "by (c)");
    }

    @Test
    void theDashboardShowsEveryMeter() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (JsonNode target : Deployed.targets()) {
            Expression.of(target.get("expr").textValue()).selected().keySet().stream()
                    .map(Scrape::meter)
                    .forEach(shown::add);
        }
        assertThat(shown).containsAll(MeterTable.labels().keySet());
    }

    @Test
    void thePanelsAreNamedOnceHaveAQuestionAndDoNotOverlap() throws IOException {
        List<JsonNode> panels = Deployed.dashboard().findParents("gridPos");
        assertThat(panels).extracting(panel -> panel.get("id").intValue()).doesNotHaveDuplicates();
        assertThat(panels).extracting(panel -> panel.get("title").textValue()).doesNotHaveDuplicates();
        assertThat(panels.stream()
                        .filter(panel -> panel.get("type").textValue().equals("row"))
                        .map(panel -> panel.get("title").textValue()))
                .containsExactly("Sources", "Pipeline", "Jobs", "Money", "API", "JVM");
        assertThat(panels)
                .allMatch(panel -> panel.get("type").textValue().equals("row")
                        || panel.get("targets").size() > 0);
        Set<String> taken = new TreeSet<>();
        panels.stream()
                .map(panel -> panel.get("gridPos"))
                .flatMap(DeployedTest::cells)
                .forEach(cell -> assertThat(taken.add(cell)).as(cell).isTrue());
    }

    private static Stream<String> cells(JsonNode place) {
        int x = place.get("x").intValue();
        int y = place.get("y").intValue();
        assertThat(x + place.get("w").intValue()).isLessThanOrEqualTo(24);
        return java.util.stream.IntStream.range(
                        0, place.get("w").intValue() * place.get("h").intValue())
                .mapToObj(i -> (x + i % place.get("w").intValue()) + " "
                        + (y + i / place.get("w").intValue()));
    }

    @Test
    void everyPanelAsksTheDataSourceThatIsProvisioned() throws IOException {
        JsonNode source = Deployed.yaml(Deployed.GRAFANA.resolve("datasources/prometheus.yaml"))
                .at("/datasources/0");
        assertThat(Deployed.dashboard().findParents("uid").stream()
                        .filter(node -> node.has("type"))
                        .map(node -> node.get("uid").textValue()))
                .isNotEmpty()
                .containsOnly(source.get("uid").textValue());
        assertThat(Deployed.yaml(Deployed.GRAFANA.resolve("dashboards/dashboards.yaml"))
                        .at("/providers/0/options/path")
                        .textValue())
                .isEqualTo("/etc/grafana/provisioning/dashboards");
        assertThat(Deployed.yaml(Deployed.PROMETHEUS.resolve("prometheus.yml"))
                        .get("rule_files")
                        .get(0)
                        .textValue())
                .isEqualTo("alerts.yml");
    }

    @Test
    void legendsAndSummariesNameOnlyLabelsThatResultsHave() throws IOException {
        for (JsonNode target : Deployed.targets()) {
            assertHasLabels(
                    target.get("expr").textValue(),
                    LEGEND,
                    target.get("legendFormat").textValue());
        }
        for (JsonNode alert : Deployed.alerts()) {
            String summary = alert.at("/annotations/summary").textValue();
            assertThat(summary).as("%s", alert).isNotBlank();
            assertHasLabels(alert.get("expr").textValue(), TEMPLATE, summary);
        }
    }

    private static void assertHasLabels(String expression, Pattern label, String text) {
        Set<String> had = new TreeSet<>(Expression.of(expression).grouped());
        if (expression.startsWith("up{")) {
            had.add("instance");
        }
        assertThat(label.matcher(text).results().map(found -> found.group(1)))
                .as(expression)
                .allMatch(had::contains);
    }

    @Test
    void everyAlertIsExplained() throws IOException {
        String document = Files.readString(Path.of("docs/observability.md"));
        List<String> names = Deployed.alerts().stream()
                .map(alert -> alert.get("alert").textValue())
                .toList();
        assertThat(names).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(document)
                .contains(names.stream().map(name -> "| `" + name + "` |").toList());
    }

    @Test
    void everyAlertHasARunbook() throws IOException {
        List<String> sections = Files.readAllLines(Path.of("docs/runbooks.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring("## ".length()))
                .toList();
        assertThat(Deployed.alerts())
                .extracting(alert -> alert.get("alert").textValue())
                .containsExactlyInAnyOrderElementsOf(sections);
        assertThat(Deployed.alerts()).allSatisfy(alert -> assertThat(
                        alert.at("/annotations/runbook_url").textValue())
                .isEqualTo("docs/runbooks.md#" + alert.get("alert").textValue().toLowerCase(Locale.ROOT)));
    }

    @Test
    void alertsFireWhenTheyShall() throws IOException, InterruptedException {
        Optional<Path> promtool = promtool();
        assumeTrue(
                promtool.isPresent(),
                "no promtool here (Debian's package prometheus): name one with -Dhashlake.promtool=PATH");
        assertSucceeds(promtool.get(), "check", "config", "deploy/prometheus/prometheus.yml");
        assertSucceeds(promtool.get(), "test", "rules", "src/test/resources/prometheus/alerts-test.yml");
    }

    @Test
    void everyExpressionOfTheDashboardIsPromQl() throws IOException, InterruptedException {
        Optional<Path> promtool = promtool();
        assumeTrue(
                promtool.isPresent(),
                "no promtool here (Debian's package prometheus): name one with -Dhashlake.promtool=PATH");
        List<JsonNode> targets = Deployed.targets();
        String rules = targets.stream()
                .map(target -> target.get("expr").textValue().replace("$__rate_interval", "5m"))
                .map(expression -> "  - record: panel\n    expr: '" + expression + "'\n    labels: { n: '"
                        + Integer.toHexString(expression.hashCode()) + "' }\n")
                .collect(Collectors.joining("", "groups:\n- name: dashboard\n  rules:\n", ""));
        Path file = Files.createTempFile("panels", ".yml");
        Files.writeString(file, rules);
        assertSucceeds(promtool.get(), "check", "rules", file.toString());
        Files.delete(file);
    }

    private static void assertSucceeds(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static Optional<Path> promtool() {
        return Stream.of(System.getProperty("hashlake.promtool", "/usr/bin/promtool"), "/usr/local/bin/promtool")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
