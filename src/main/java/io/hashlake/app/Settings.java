package io.hashlake.app;

import io.hashlake.api.ApiToken;
import io.hashlake.api.HostNames;
import io.hashlake.app.config.ApiConfig;
import io.hashlake.app.config.CompactionConfig;
import io.hashlake.app.config.GapsConfig;
import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.app.config.KafkaConfig;
import io.hashlake.app.config.LakeConfig;
import io.hashlake.app.config.RawConfig;
import io.hashlake.app.config.SearchConfig;
import io.hashlake.app.config.StarSchemaConfig;
import io.hashlake.app.config.StreamConfig;
import io.hashlake.app.config.XConfig;
import io.hashlake.app.http.HttpDeadlines;
import io.hashlake.bus.BusSettings;
import io.hashlake.lake.commit.LakeSettings;
import io.hashlake.lake.commit.Rotation;
import io.hashlake.lake.compaction.CompactionSettings;
import io.hashlake.lake.store.S3Settings;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.Role;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import io.hashlake.simulator.SimulatorSettings;
import io.hashlake.text.OpenNlpDetector;
import io.hashlake.x.client.BearerToken;
import io.hashlake.x.client.SearchRequest.Scope;
import io.hashlake.x.client.XSettings;
import io.hashlake.x.gap.GapSettings;
import io.hashlake.x.search.SearchSettings;
import io.hashlake.x.stream.StreamSettings;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The configuration, read and found to be good. */
record Settings(
        HashlakeConfig config,
        Deployment deployment,
        List<RouteFile> routes,
        Optional<BusSettings> bus,
        GapSettings gaps,
        LakeSettings lake,
        Rotation raw,
        Optional<S3Settings> s3,
        StreamSettings streams,
        SimulatorSettings simulator,
        OpenNlpDetector languages,
        CompactionSettings compaction) {

    /** @throws StartProblems if anything is wrong with it */
    static Settings read(SmallRyeConfig source) {
        ReadConfig read = ReadConfig.of(source);
        HashlakeConfig config = read.config();
        List<String> problems = new ArrayList<>(read.problems());
        boolean isKafka = config.kafka().brokers().isPresent();
        boolean hasBucket = config.s3().bucket().isPresent();
        Deployment deployment = attempt(() -> Deployment.of(separated(config.roles()), isKafka, hasBucket), problems);
        List<RouteFile> routes =
                deployment == null ? List.of() : attempt(() -> routes(config.routes(), deployment), problems);
        boolean keepsPayloads = deployment != null && deployment.does(Role.RAW);
        Optional<BusSettings> bus =
                isKafka ? Optional.ofNullable(attempt(() -> bus(config.kafka()), problems)) : Optional.empty();
        GapSettings gaps = attempt(() -> gaps(config.gaps()), problems);
        LakeSettings lake = attempt(() -> lake(config.lake()), problems);
        Rotation raw = attempt(() -> raw(config.raw()), problems);
        Optional<S3Settings> s3 = attempt(() -> Buckets.settings(config.s3()), problems);
        attempt(() -> searches(config.search()), problems);
        StreamSettings streams = attempt(() -> streams(config.stream(), keepsPayloads), problems);
        SimulatorSettings simulator = attempt(() -> SimulatorOptions.settings(config.simulator()), problems);
        OpenNlpDetector languages = attempt(
                () -> new OpenNlpDetector(separated(config.text().languages().orElse(""))), problems);
        CompactionSettings compaction = attempt(() -> compaction(config), problems);
        attempt(() -> x(config, config.x().baseUrl(), config.x().bearerToken().orElse("none")), problems);
        attempt(() -> new ApiToken(config.api().token()), problems);
        attempt(() -> new HostNames(true, hosts(config.api())), problems);
        attempt(() -> exports(config.api()), problems);
        attempt(() -> exportPatience(config.api()), problems);
        attempt(() -> HttpDeadlines.of(config.http()), problems);
        attempt(() -> leaseTerm(config), problems);
        attempt(() -> ApiWiring.limits(config.sql()), problems);
        attempt(() -> starSchema(config), problems);
        attempt(() -> SpendWiring.budget(config.budget()), problems);
        requireWritable("hashlake.data-directory", config.dataDirectory(), problems);
        if (!hasBucket && deployment != null && deployment.hasLake()) {
            requireWritable("hashlake.lake.directory", config.lake().directory(), problems);
        }
        requireWritable("hashlake.dead-letter.directory", config.deadLetter().directory(), problems);
        if (!problems.isEmpty()) {
            throw new StartProblems(problems);
        }
        return new Settings(
                config, deployment, routes, bus, gaps, lake, raw, s3, streams, simulator, languages, compaction);
    }

    /** How long a lease of a source lasts without being renewed. */
    Duration leaseTerm() {
        return leaseTerm(config);
    }

    private static Duration leaseTerm(HashlakeConfig config) {
        Duration term = config.lease().term();
        boolean isAllowed = term.compareTo(Duration.ofSeconds(3)) >= 0 && term.compareTo(Duration.ofMinutes(10)) <= 0;
        require(isAllowed, "hashlake.lease.term", term, "3 s to 10 min");
        return term;
    }

    static XSettings x(HashlakeConfig config, URI base, String token) {
        XConfig x = config.x();
        return new XSettings(
                base,
                new BearerToken(token),
                x.vocabulary(),
                x.connectTimeout(),
                x.readTimeout(),
                x.totalTimeout(),
                x.maxBodyBytes());
    }

    private static List<RouteFile> routes(Path directory, Deployment deployment) {
        try {
            List<RouteFile> files = RouteFiles.in(directory, deployment);
            RouteLint.require(files);
            return files;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static SearchSettings searches(SearchConfig search) {
        try {
            return new SearchSettings(Scope.RECENT, search.delay(), search.lookBack(), 100, search.settling());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("hashlake.search: " + e.getMessage(), e);
        }
    }

    private static GapSettings gaps(GapsConfig gaps) {
        return new GapSettings(gaps.delay(), gaps.pages(), gaps.listedAfter(), gaps.verify());
    }

    private static int exports(ApiConfig api) {
        int exports = api.exports();
        require(exports >= 1 && exports <= 32, "hashlake.api.exports", exports, "1 to 32");
        return exports;
    }

    private static Duration exportPatience(ApiConfig api) {
        Duration patience = api.exportPatience();
        require(patience.toSeconds() >= 1, "hashlake.api.export-patience", patience, "1 s or more");
        return patience;
    }

    private static BusSettings bus(KafkaConfig kafka) {
        int unacknowledged = kafka.maxUnacknowledged();
        require(unacknowledged >= 1, "hashlake.kafka.max-unacknowledged", unacknowledged, "1 or more");
        OptionalInt replication =
                kafka.replication().stream().mapToInt(Integer::intValue).findFirst();
        return new BusSettings(
                separated(kafka.brokers().orElseThrow()), kafka.topic(), kafka.partitions(), replication);
    }

    /** The names of {@code hashlake.api.hosts}. */
    static List<String> hosts(ApiConfig api) {
        return separated(api.hosts().orElse(""));
    }

    private static List<String> separated(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static LakeSettings lake(LakeConfig lake) {
        return new LakeSettings(
                lake.rotationRows(), lake.rotationBytes(), lake.rotationAge(), lake.window(), lake.rememberedIds());
    }

    private static StreamSettings streams(StreamConfig stream, boolean keepsPayloads) {
        require(stream.silence().toSeconds() >= 1, "hashlake.stream.silence", stream.silence(), "1 s or more");
        require(stream.maxLineBytes() >= 1024, "hashlake.stream.max-line-bytes", stream.maxLineBytes(), "1024 or more");
        StreamSettings usual = StreamSettings.DEFAULT;
        return new StreamSettings(
                new StreamSettings.Rules(
                        stream.tagPrefix(),
                        stream.maxRules(),
                        stream.maxRuleLength(),
                        stream.ruleDelay(),
                        usual.rules().checkEvery()),
                new StreamSettings.Batches(
                        stream.batchSize(), stream.batchAge(), usual.batches().quiet(), keepsPayloads),
                new StreamSettings.Buffer(usual.buffer().lines(), stream.bufferBytes()),
                usual.reconnect(),
                stream.lateness());
    }

    /** An offset is no zone, and PostgreSQL takes its sign the other way round. */
    private static StarSchemaConfig starSchema(HashlakeConfig config) {
        String zone = config.zone().getId();
        require(
                ZoneId.getAvailableZoneIds().contains(zone) && !zone.startsWith("SystemV/"),
                "hashlake.zone",
                zone,
                "a time zone such as America/Sao_Paulo or UTC");
        Duration every = config.starSchema().every();
        require(every.toSeconds() >= 1, "hashlake.star-schema.every", every, "1 s or more");
        return config.starSchema();
    }

    private static CompactionSettings compaction(HashlakeConfig config) {
        CompactionConfig compaction = config.compaction();
        Duration every = compaction.every();
        require(every.toSeconds() >= 1, "hashlake.compaction.every", every, "1 s or more");
        Duration marts = config.marts().every();
        require(marts.toSeconds() >= 1, "hashlake.marts.every", marts, "1 s or more");
        return new CompactionSettings(
                compaction.minFiles(),
                compaction.targetSize(),
                compaction.settleAge(),
                compaction.overlap(),
                CompactionSettings.defaults().rowsInMemory());
    }

    private static Rotation raw(RawConfig raw) {
        return new Rotation(raw.rotationRows(), raw.rotationBytes(), raw.rotationAge());
    }

    private static void require(boolean isAllowed, String key, Object value, String allowed) {
        if (!isAllowed) {
            throw new IllegalArgumentException(key + " = " + value + ": allowed is " + allowed);
        }
    }

    private static <T> T attempt(Supplier<T> part, List<String> problems) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return null;
        }
    }

    private static void requireWritable(String key, Path directory, List<String> problems) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".hashlake", ".probe"));
        } catch (IOException e) {
            problems.add(key + " = " + directory + ": cannot be written ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + "); allowed is a directory in which this user may create files");
        }
    }
}
