package io.hashlake.app.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Everything that can be configured. Each property is also an environment variable: {@code hashlake.x.bearer-token} is
 * {@code HASHLAKE_X_BEARER_TOKEN}.
 */
@ConfigMapping(prefix = "hashlake")
public interface HashlakeConfig {

    /** Directory in which the embedded defaults (PostgreSQL, lake, inbox, dead letters) keep their data. */
    @WithDefault("data")
    Path dataDirectory();

    /** Directory whose route files replace the built-in ones of the same name; it need not exist. */
    @WithDefault("routes")
    Path routes();

    ReloadConfig reload();

    /** Roles of this process, separated by commas: ingest, api, jobs, and sinks by name, such as lake, warehouse and raw. */
    @WithDefault("ingest,lake,warehouse,api,jobs")
    String roles();

    KafkaConfig kafka();

    XConfig x();

    TwitterConfig twitter();

    SearchConfig search();

    GapsConfig gaps();

    StreamConfig stream();

    LeaseConfig lease();

    FilesConfig files();

    LakeConfig lake();

    S3Config s3();

    WarehouseConfig warehouse();

    DeadLetterConfig deadLetter();

    SimulatorConfig simulator();

    HttpConfig http();

    ApiConfig api();

    SqlConfig sql();

    /** Reporting time zone, of which dates, times and hours of the star schema are. Another one builds it anew. */
    @WithDefault("America/Sao_Paulo")
    ZoneId zone();

    StarSchemaConfig starSchema();

    TextConfig text();

    BudgetConfig budget();

    CompactionConfig compaction();

    MartsConfig marts();

    TracingConfig tracing();
}
