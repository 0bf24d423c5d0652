package io.hashlake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * Rooms and which others each may use, as the table in docs/architecture.md has them. A name stands for all that lies below it.
 */
final class Rooms {

    @ArchTest
    static final ArchRule thread = noClasses()
            .that()
            .resideInAPackage("io.hashlake.thread")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.hashlake..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("io.hashlake.thread")));

    @ArchTest
    static final ArchRule core = uses("core", "tweet");

    @ArchTest
    static final ArchRule source = uses("source", "tweet core");

    @ArchTest
    static final ArchRule x_query = uses("x.query", "tweet");

    @ArchTest
    static final ArchRule x_json = uses("x.json", "tweet core x.query");

    @ArchTest
    static final ArchRule x_client = uses("x.client", "tweet core x.query x.json");

    @ArchTest
    static final ArchRule x_spend = uses("x.spend", "tweet core x.client");

    @ArchTest
    static final ArchRule x_walk = uses("x.walk", "tweet core x.json x.client x.spend");

    @ArchTest
    static final ArchRule x_compliance = uses("x.compliance", "tweet core x.query x.json x.client");

    @ArchTest
    static final ArchRule x_search = uses("x.search", "tweet core source x.query x.json x.client x.spend x.walk");

    @ArchTest
    static final ArchRule x_stream = uses("x.stream", "tweet core source x.query x.json x.client x.spend x.walk");

    @ArchTest
    static final ArchRule x_gap = uses("x.gap", "tweet core source x.query x.json x.client x.spend x.walk");

    @ArchTest
    static final ArchRule files = uses("files", "tweet core source x.json");

    @ArchTest
    static final ArchRule bluesky = uses("bluesky", "tweet core source");

    @ArchTest
    static final ArchRule mastodon = uses("mastodon", "tweet core source");

    @ArchTest
    static final ArchRule camel = uses("camel", "tweet core source x bluesky mastodon kinesis");

    @ArchTest
    static final ArchRule text = uses("text", "tweet");

    @ArchTest
    static final ArchRule bus = uses("bus", "tweet core");

    @ArchTest
    static final ArchRule aws = uses("aws", "aws");

    @ArchTest
    static final ArchRule lake_store = uses("lake.store", "tweet core aws");

    @ArchTest
    static final ArchRule lake_parquet = uses("lake.parquet", "tweet core lake.store");

    @ArchTest
    static final ArchRule lake_commit = uses("lake.commit", "tweet core lake.store lake.parquet");

    @ArchTest
    static final ArchRule lake_compaction = uses("lake.compaction", "tweet core lake.store lake.parquet lake.commit");

    @ArchTest
    static final ArchRule lake_erasure =
            uses("lake.erasure", "tweet core lake.store lake.parquet lake.commit lake.compaction");

    @ArchTest
    static final ArchRule lake_marts =
            uses("lake.marts", "tweet core lake.store lake.parquet lake.commit lake.compaction");

    @ArchTest
    static final ArchRule warehouse_jdbc = uses("warehouse.jdbc", "tweet core");

    @ArchTest
    static final ArchRule warehouse_embedded = uses("warehouse.embedded", "tweet core warehouse.jdbc");

    @ArchTest
    static final ArchRule warehouse_sink = uses("warehouse.sink", "tweet core warehouse.jdbc");

    @ArchTest
    static final ArchRule warehouse_ledger = uses("warehouse.ledger", "tweet core warehouse.jdbc");

    @ArchTest
    static final ArchRule warehouse_erasure = uses("warehouse.erasure", "tweet core warehouse.jdbc");

    @ArchTest
    static final ArchRule warehouse_partition = uses("warehouse.partition", "tweet core warehouse.jdbc");

    @ArchTest
    static final ArchRule warehouse_star = uses("warehouse.star", "tweet core warehouse.jdbc");

    @ArchTest
    static final ArchRule warehouse_analytics = uses("warehouse.analytics", "tweet core warehouse.jdbc");

    @ArchTest
    static final ArchRule warehouse_sql = uses("warehouse.sql", "tweet core warehouse.jdbc");

    @ArchTest
    static final ArchRule iceberg = uses("iceberg", "tweet core lake");

    @ArchTest
    static final ArchRule index = uses("index", "tweet core");

    @ArchTest
    static final ArchRule dynamodb = uses("dynamodb", "tweet core aws");

    @ArchTest
    static final ArchRule kinesis = uses("kinesis", "tweet core source aws");

    @ArchTest
    static final ArchRule observability = uses("observability", "tweet core");

    @ArchTest
    static final ArchRule simulator_world = uses("simulator.world", "tweet");

    @ArchTest
    static final ArchRule simulator_query = uses("simulator.query", "tweet simulator.world");

    @ArchTest
    static final ArchRule simulator_settings = uses("simulator.settings", "tweet core.config simulator.world");

    @ArchTest
    static final ArchRule simulator_feed =
            uses("simulator.feed", "tweet simulator.world simulator.query simulator.settings");

    @ArchTest
    static final ArchRule simulator_truth =
            uses("simulator.truth", "tweet simulator.world simulator.query simulator.feed");

    @ArchTest
    static final ArchRule simulator_request =
            uses("simulator.request", "tweet simulator.world simulator.query simulator.settings simulator.feed");

    @ArchTest
    static final ArchRule simulator_json =
            uses("simulator.json", "tweet simulator.world simulator.settings simulator.truth simulator.request");

    @ArchTest
    static final ArchRule simulator_stream = uses(
            "simulator.stream",
            "tweet simulator.world simulator.settings simulator.feed simulator.truth simulator.request simulator.json");

    @ArchTest
    static final ArchRule simulator_bluesky = uses("simulator.bluesky", "tweet simulator.world");

    @ArchTest
    static final ArchRule simulator_mastodon = uses("simulator.mastodon", "tweet simulator.world");

    @ArchTest
    static final ArchRule simulator_api = uses(
            "simulator.api",
            "tweet simulator.world simulator.query simulator.settings simulator.feed simulator.truth simulator.request"
                    + " simulator.json simulator.stream");

    @ArchTest
    static final ArchRule simulator = uses("simulator", "tweet core.config");

    @ArchTest
    static final ArchRule api_json = uses("api.json", "tweet");

    @ArchTest
    static final ArchRule api_problem = uses("api.problem", "api.json");

    @ArchTest
    static final ArchRule api_access = uses("api.access", "api.problem");

    @ArchTest
    static final ArchRule api_value = uses("api.value", "tweet warehouse.analytics");

    @ArchTest
    static final ArchRule api_request =
            uses("api.request", "tweet api.json api.problem api.value warehouse.analytics warehouse.sql");

    @ArchTest
    static final ArchRule api_response =
            uses("api.response", "api.json api.problem api.value api.request warehouse.analytics warehouse.sql");

    @ArchTest
    static final ArchRule api_openapi = uses("api.openapi", "tweet api.problem api.response warehouse.analytics");

    @ArchTest
    static final ArchRule api =
            uses("api", "tweet core index dynamodb warehouse.analytics warehouse.sql warehouse.ledger");

    @ArchTest
    static final ArchRule live = uses("live", "tweet core warehouse.analytics api.problem");

    @ArchTest
    static final ArchRule pipeline =
            uses("pipeline", "tweet core source x files camel text bus lake iceberg warehouse observability");

    @ArchTest
    static final ArchRule dataset_value = uses("dataset.value", "dataset.value");

    @ArchTest
    static final ArchRule dataset_declaration = uses("dataset.declaration", "core dataset.value pipeline.route");

    @ArchTest
    static final ArchRule dataset_csv = uses("dataset.csv", "dataset.value dataset.declaration");

    @ArchTest
    static final ArchRule dataset_load = uses(
            "dataset.load",
            "core files lake.store lake.marts warehouse.jdbc observability dataset.value dataset.declaration"
                    + " dataset.csv");

    private Rooms() {}

    /** Beside the others named, every room may make threads. */
    private static ArchRule uses(String room, String others) {
        String[] allowed = Stream.concat(Stream.of(room, "thread"), Stream.of(others.split(" ")))
                .map(name -> "io.hashlake." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.hashlake." + room + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.hashlake..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)));
    }
}
