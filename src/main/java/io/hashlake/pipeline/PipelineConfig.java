package io.hashlake.pipeline;

import io.hashlake.core.config.NamedZone;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.ZoneId;

/** Roles of a process, and where it keeps what belongs to no single part. */
@ConfigMapping(prefix = "hashlake")
public interface PipelineConfig {

    /** Directory in which the embedded defaults (PostgreSQL, lake, inbox, dead letters) keep their data. */
    @WithDefault("data")
    Path dataDirectory();

    /** Directory whose route files replace the built-in ones of the same name; it need not exist. */
    @WithDefault("routes")
    Path routes();

    /** Hashtags that are followed where there is no hashtags.yaml in the routes directory: x, or bluesky for real posts without a key. */
    @WithDefault("x")
    Demo demo();

    /** Roles of this process, separated by commas: ingest, api, jobs, and sinks by name, such as lake, warehouse and raw. */
    @WithDefault("ingest,lake,warehouse,api,jobs")
    String roles();

    /** Reporting time zone, of which dates, times and hours of the star schema are. Another one builds it anew. */
    @WithDefault("America/Sao_Paulo")
    @NamedZone
    ZoneId zone();
}
