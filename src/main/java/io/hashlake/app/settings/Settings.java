package io.hashlake.app.settings;

import io.hashlake.api.ApiConfig;
import io.hashlake.api.access.AccessPolicy;
import io.hashlake.api.access.ApiTokens;
import io.hashlake.api.access.HostNames;
import io.hashlake.api.access.ProviderRoles;
import io.hashlake.bus.KafkaConfig;
import io.hashlake.dataset.declaration.Datasets;
import io.hashlake.dataset.load.DatasetsConfig;
import io.hashlake.dynamodb.DynamoDbConfig;
import io.hashlake.dynamodb.DynamoDbTable;
import io.hashlake.index.IndexConfig;
import io.hashlake.index.IndexServer;
import io.hashlake.kinesis.KinesisConfig;
import io.hashlake.kinesis.KinesisStream;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.store.Bucket;
import io.hashlake.lake.store.S3Clients;
import io.hashlake.lake.store.S3Config;
import io.hashlake.pipeline.DeadLetterConfig;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.PipelineConfig;
import io.hashlake.pipeline.Role;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.pipeline.Sinks;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import io.hashlake.text.OpenNlpDetector;
import io.hashlake.text.TextConfig;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.XConfig;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration, read and found to be good, with what was made of it to find that out. */
public record Settings(
        SmallRyeConfig source, Deployment deployment, List<RouteFile> routes, OpenNlpDetector languages) {

    /** Key of the switch for an OIDC provider. */
    private static final String OIDC = "quarkus.oidc.tenant-enabled";

    /** @throws StartException if anything is wrong with it */
    public static Settings read(SmallRyeConfig source) {
        ReadConfig read = ReadConfig.of(source);
        Findings findings = new Findings(read.problems());
        Deployment deployment = findings.of(() -> deployment(read));
        List<RouteFile> routes =
                findings.of(() -> routes(read.of(PipelineConfig.class).routes(), deployment));
        OpenNlpDetector languages = findings.of(() -> languages(read.of(TextConfig.class)));
        Optional<Bucket> bucket = Bucket.of(read.of(S3Config.class));
        bucket.ifPresent(given -> checkBucket(given, findings));
        checkSinks(read, deployment, findings);
        checkAccess(read, findings);
        checkDatasets(read.of(DatasetsConfig.class), deployment, findings);
        findings.of(() -> HttpPort.of(source));
        findings.requireWritable(
                "hashlake.data-directory", read.of(PipelineConfig.class).dataDirectory());
        if (bucket.isEmpty() && deployment != null && deployment.hasLake()) {
            findings.requireWritable(
                    "hashlake.lake.directory", read.of(LakeConfig.class).directory());
        }
        findings.requireWritable(
                "hashlake.dead-letter.directory",
                read.of(DeadLetterConfig.class).directory());
        findings.refuse();
        return new Settings(read.source(), deployment, routes, languages);
    }

    /** Returns the properties of a feature. */
    public <C> C of(Class<C> feature) {
        return source.getConfigMapping(feature);
    }

    /** Returns the values of properties as route files take them. */
    public Map<String, String> forRoutes() {
        return ConfigKeys.forRoutes(source);
    }

    /** Returns the bucket of the lake; empty if it is a local directory. */
    public Optional<Bucket> bucket() {
        return Bucket.of(of(S3Config.class));
    }

    /** The sinks at work in this process, in the order in which they get a batch. */
    public List<ConfiguredSink<?>> activeSinks() {
        return installedSinks().stream()
                .filter(sink -> deployment.sinks().contains(sink.factory()))
                .toList();
    }

    /** All sinks that there are, at work in this process or not. */
    public List<ConfiguredSink<?>> installedSinks() {
        return Sinks.installed().all().stream()
                .<ConfiguredSink<?>>map(sink -> ConfiguredSink.of(sink, source))
                .toList();
    }

    /** The names of {@code hashlake.api.hosts}. */
    public static List<String> hosts(ApiConfig api) {
        return separated(api.hosts().orElse(""));
    }

    /** Returns who may read and who may change something. */
    public AccessPolicy access() {
        return access(of(ApiConfig.class), source);
    }

    private static AccessPolicy access(ApiConfig api, SmallRyeConfig source) {
        boolean hasProvider = source.getOptionalValue(OIDC, Boolean.class).orElse(false);
        return new AccessPolicy(api.readAccess(), new ApiTokens(api.token(), api.readToken()), hasProvider);
    }

    /** Roles that tokens of the OIDC provider need. */
    public static ProviderRoles roles(ApiConfig api) {
        return new ProviderRoles(api.readRole(), api.writeRole());
    }

    private static Deployment deployment(ReadConfig read) {
        return Deployment.of(
                        separated(read.of(PipelineConfig.class).roles()),
                        read.of(KafkaConfig.class).brokers().isPresent(),
                        read.of(S3Config.class).bucket().isPresent())
                .withIceberg(read.of(LakeConfig.class).tableFormat() == LakeConfig.TableFormatName.ICEBERG)
                .following(read.of(PipelineConfig.class).demo());
    }

    /** @param deployment null if it is not known, and so which files there are */
    private static List<RouteFile> routes(Path directory, Deployment deployment) {
        if (deployment == null) {
            return List.of();
        }
        try {
            List<RouteFile> files = RouteFiles.in(directory, deployment);
            RouteLint.require(files);
            return files;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static OpenNlpDetector languages(TextConfig text) {
        return new OpenNlpDetector(separated(text.languages().orElse("")));
    }

    private static void checkBucket(Bucket bucket, Findings findings) {
        findings.of("hashlake.s3: ", bucket::requireWhole);
        findings.of("hashlake.s3: ", () -> S3Clients.requireRegion(bucket));
    }

    /** The API asks the index's server and DynamoDB too, and sources read Kinesis, in processes that do not have these sinks. */
    private static void checkSinks(ReadConfig read, Deployment deployment, Findings findings) {
        IndexServer.of(read.of(IndexConfig.class))
                .ifPresent(server -> findings.of("hashlake.index.", server::requireWhole));
        DynamoDbTable.of(read.of(DynamoDbConfig.class))
                .ifPresent(table -> findings.of("hashlake.dynamodb: ", table::requireWhole));
        KinesisStream.of(read.of(KinesisConfig.class))
                .ifPresent(stream -> findings.of("hashlake.kinesis: ", stream::requireWhole));
        if (deployment != null) {
            deployment
                    .sinks()
                    .forEach(
                            sink -> findings.of("hashlake." + sink.name() + ".", read.configured(sink)::checkedActive));
        }
    }

    /** Files are loaded where there are jobs. */
    private static void checkDatasets(DatasetsConfig config, Deployment deployment, Findings findings) {
        if (deployment == null || !deployment.does(Role.JOBS)) {
            return;
        }
        Datasets datasets = findings.of(() -> Datasets.in(config.declarations()));
        if (datasets != null && !datasets.all().isEmpty()) {
            findings.requireWritable("hashlake.datasets.directory", config.directory());
        }
    }

    private static void checkAccess(ReadConfig read, Findings findings) {
        ApiConfig api = read.of(ApiConfig.class);
        findings.of(() -> access(api, read.source()));
        findings.of(() -> roles(api));
        findings.of(() -> new HostNames(true, hosts(api)));
        read.of(XConfig.class)
                .bearerToken()
                .ifPresent(token -> findings.of("hashlake.x.", () -> new BearerToken(token)));
    }

    private static List<String> separated(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
