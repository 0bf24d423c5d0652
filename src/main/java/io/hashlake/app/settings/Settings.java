package io.hashlake.app.settings;

import io.hashlake.api.access.ApiToken;
import io.hashlake.api.access.HostNames;
import io.hashlake.app.config.ApiConfig;
import io.hashlake.app.config.CompactionConfig;
import io.hashlake.app.config.GapsConfig;
import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.app.config.KafkaConfig;
import io.hashlake.app.config.SearchConfig;
import io.hashlake.app.config.StreamConfig;
import io.hashlake.app.config.XConfig;
import io.hashlake.app.http.HttpDeadlines;
import io.hashlake.bus.BusSettings;
import io.hashlake.core.Mistakes;
import io.hashlake.core.SinkFactory;
import io.hashlake.lake.compaction.CompactionSettings;
import io.hashlake.lake.store.S3Settings;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.pipeline.Sinks;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import io.hashlake.simulator.settings.SimulatorSettings;
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
import java.util.stream.Stream;

/** The configuration, read and found to be good. */
public record Settings(
        HashlakeConfig config,
        Deployment deployment,
        List<RouteFile> routes,
        Optional<BusSettings> bus,
        GapSettings gaps,
        List<ConfiguredSink<?>> sinks,
        Optional<S3Settings> s3,
        StreamSettings streams,
        SimulatorSettings simulator,
        OpenNlpDetector languages,
        CompactionSettings compaction) {

    /** @throws StartException if anything is wrong with it */
    public static Settings read(SmallRyeConfig source) {
        ReadConfig read = ReadConfig.of(source);
        HashlakeConfig config = read.config();
        List<String> problems = new ArrayList<>(read.problems());
        boolean isKafka = config.kafka().brokers().isPresent();
        boolean hasBucket = config.s3().bucket().isPresent();
        Deployment deployment = attempt(() -> Deployment.of(separated(config.roles()), isKafka, hasBucket), problems);
        List<RouteFile> routes =
                deployment == null ? List.of() : attempt(() -> routes(config.routes(), deployment), problems);
        boolean keepsPayloads = deployment != null && deployment.keepsPayloads();
        Optional<BusSettings> bus = isKafka
                ? Optional.ofNullable(attempt(() -> bus(config.kafka()), "hashlake.kafka.", problems))
                        .filter(kafka -> deployment == null || deployment.needsKafka())
                : Optional.empty();
        GapSettings gaps = attempt(() -> gaps(config.gaps()), "hashlake.gaps.", problems);
        List<ConfiguredSink<?>> sinks = sinks(read, deployment, problems);
        Optional<S3Settings> s3 = attempt(() -> Buckets.settings(config.s3()), "hashlake.s3.", problems);
        attempt(() -> Buckets.requireWhole(config.s3()), "hashlake.s3: ", problems);
        if (s3 != null) {
            attempt(() -> Buckets.requireRegion(s3), "hashlake.s3: ", problems);
        }
        attempt(() -> searches(config.search()), "hashlake.search: ", problems);
        StreamSettings streams = attempt(() -> streams(config.stream(), keepsPayloads), "hashlake.stream.", problems);
        SimulatorSettings simulator =
                attempt(() -> SimulatorOptions.settings(config.simulator()), "hashlake.", problems);
        OpenNlpDetector languages = attempt(
                () -> new OpenNlpDetector(separated(config.text().languages().orElse(""))), problems);
        CompactionSettings compaction =
                attempt(() -> compaction(config.compaction()), "hashlake.compaction.", problems);
        attempt(
                () -> x(config, config.x().baseUrl(), config.x().bearerToken().orElse("none")),
                "hashlake.x.",
                problems);
        attempt(() -> new ApiToken(config.api().token()), problems);
        attempt(() -> new HostNames(true, hosts(config.api())), problems);
        attempt(() -> requireRanges(config), problems);
        attempt(() -> HttpPort.of(source), problems);
        attempt(() -> HttpDeadlines.of(config.http()), "hashlake.http.", problems);
        attempt(() -> Limits.sql(config.sql()), "hashlake.sql.", problems);
        attempt(() -> Limits.posts(config.budget()), problems);
        requireWritable("hashlake.data-directory", config.dataDirectory(), problems);
        if (!hasBucket && deployment != null && deployment.hasLake()) {
            requireWritable("hashlake.lake.directory", config.lake().directory(), problems);
        }
        requireWritable("hashlake.dead-letter.directory", config.deadLetter().directory(), problems);
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
        return new Settings(
                config, deployment, routes, bus, gaps, sinks, s3, streams, simulator, languages, compaction);
    }

    /** The sinks at work in this process, in the order in which they get a batch. */
    public List<ConfiguredSink<?>> activeSinks() {
        return sinks.stream()
                .filter(sink -> deployment.sinks().contains(sink.factory()))
                .toList();
    }

    /** Returns the properties of a kind of sink, whether this process has it or not. */
    public <C> C sinkConfig(Class<C> type) {
        return sinks.stream()
                .map(ConfiguredSink::config)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** How long a lease of a source lasts without being renewed. */
    public Duration leaseTerm() {
        return config.lease().term();
    }

    public static XSettings x(HashlakeConfig config, URI base, String token) {
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
        return new SearchSettings(Scope.RECENT, search.delay(), search.lookBack(), 100, search.settling());
    }

    private static GapSettings gaps(GapsConfig gaps) {
        return new GapSettings(gaps.delay(), gaps.pages(), gaps.listedAfter(), gaps.verify());
    }

    private static BusSettings bus(KafkaConfig kafka) {
        OptionalInt replication =
                kafka.replication().stream().mapToInt(Integer::intValue).findFirst();
        return new BusSettings(
                separated(kafka.brokers().orElseThrow()), kafka.topic(), kafka.partitions(), replication);
    }

    /** The names of {@code hashlake.api.hosts}. */
    public static List<String> hosts(ApiConfig api) {
        return separated(api.hosts().orElse(""));
    }

    private static List<String> separated(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Every sink's, so that mistakes are told whether this process has the sink or not. */
    private static List<ConfiguredSink<?>> sinks(ReadConfig read, Deployment deployment, List<String> problems) {
        List<ConfiguredSink<?>> sinks = new ArrayList<>();
        for (SinkFactory<?> factory : Sinks.installed().all()) {
            ConfiguredSink<?> sink = read.configured(factory);
            String group = ConfigKeys.prefix(factory.config()) + ".";
            attempt(sink::checked, group, problems);
            attempt(sink::intake, group, problems);
            if (deployment != null && deployment.sinks().contains(factory)) {
                attempt(sink::checkedActive, group, problems);
            }
            sinks.add(sink);
        }
        return sinks;
    }

    private static StreamSettings streams(StreamConfig stream, boolean keepsPayloads) {
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

    /** Everything that no record of settings checks. */
    private static HashlakeConfig requireRanges(HashlakeConfig config) {
        int exports = config.api().exports();
        int lineBytes = config.stream().maxLineBytes();
        int port = config.simulator().port();
        Duration term = config.lease().term();
        boolean isTerm = term.compareTo(Duration.ofSeconds(3)) >= 0 && term.compareTo(Duration.ofMinutes(10)) <= 0;
        new Mistakes()
                .unless(exports >= 1 && exports <= 32, "hashlake.api.exports", exports, "1 to 32")
                .unless(lineBytes >= 1024, "hashlake.stream.max-line-bytes", lineBytes, "1024 or more")
                .unless(HttpPort.isPort(port), "hashlake.simulator.port", port, HttpPort.ALLOWED)
                .unless(isTerm, "hashlake.lease.term", term, "3 s to 10 min")
                .unless(isZone(config.zone()), "hashlake.zone", config.zone(), ConfigProblems.ZONE)
                .unlessPositive(
                        "hashlake.kafka.max-unacknowledged", config.kafka().maxUnacknowledged())
                .unlessSecond("hashlake.api.export-patience", config.api().exportPatience())
                .unlessSecond("hashlake.reload.every", config.reload().every())
                .unlessSecond("hashlake.stream.silence", config.stream().silence())
                .unlessSecond("hashlake.star-schema.every", config.starSchema().every())
                .unlessSecond("hashlake.compaction.every", config.compaction().every())
                .unlessSecond("hashlake.marts.every", config.marts().every())
                .refuse();
        return config;
    }

    /** An offset is no zone, and PostgreSQL takes its sign the other way round. */
    private static boolean isZone(ZoneId zone) {
        String id = zone.getId();
        return ZoneId.getAvailableZoneIds().contains(id) && !id.startsWith("SystemV/");
    }

    private static CompactionSettings compaction(CompactionConfig compaction) {
        return new CompactionSettings(
                compaction.minFiles(),
                compaction.targetSize(),
                compaction.settleAge(),
                compaction.overlap(),
                CompactionSettings.defaults().rowsInMemory());
    }

    private static <T> T attempt(Supplier<T> part, List<String> problems) {
        return attempt(part, "", problems);
    }

    /** @param group stands before each of the part's mistakes */
    private static <T> T attempt(Supplier<T> part, String group, List<String> problems) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            Stream.of(e.getMessage().split(Mistakes.SEPARATOR)).forEach(mistake -> problems.add(group + mistake));
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
