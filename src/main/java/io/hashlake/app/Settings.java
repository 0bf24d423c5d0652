package io.hashlake.app;

import io.hashlake.bus.BusSettings;
import io.hashlake.lake.LakeSettings;
import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.Role;
import io.hashlake.simulator.SimulatorSettings;
import io.hashlake.x.BearerToken;
import io.hashlake.x.XSettings;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Optional<BusSettings> bus,
        LakeSettings lake,
        SimulatorSettings simulator) {

    /** @throws StartProblems if anything is wrong with it */
    static Settings read(SmallRyeConfig source) {
        HashlakeConfig config = mapped(source);
        List<String> problems = new ArrayList<>();
        boolean isKafka = config.kafka().brokers().isPresent();
        Deployment deployment = attempt(() -> Deployment.of(separated(config.roles()), isKafka), problems);
        Optional<BusSettings> bus =
                isKafka ? Optional.ofNullable(attempt(() -> bus(config.kafka()), problems)) : Optional.empty();
        LakeSettings lake = attempt(() -> lake(config.lake()), problems);
        SimulatorSettings simulator = attempt(() -> SimulatorOptions.settings(config.simulator()), problems);
        attempt(() -> x(config, config.x().baseUrl(), config.x().bearerToken().orElse("none")), problems);
        requireWritable("hashlake.data-directory", config.dataDirectory(), problems);
        if (deployment != null && deployment.does(Role.LAKE)) {
            requireWritable("hashlake.lake.directory", config.lake().directory(), problems);
        }
        requireWritable("hashlake.dead-letter.directory", config.deadLetter().directory(), problems);
        if (!problems.isEmpty()) {
            throw new StartProblems(problems);
        }
        return new Settings(config, deployment, bus, lake, simulator);
    }

    static XSettings x(HashlakeConfig config, URI base, String token) {
        HashlakeConfig.X x = config.x();
        return new XSettings(
                base,
                new BearerToken(token),
                x.vocabulary(),
                x.connectTimeout(),
                x.readTimeout(),
                x.totalTimeout(),
                x.maxBodyBytes());
    }

    private static BusSettings bus(HashlakeConfig.Kafka kafka) {
        if (kafka.maxUnacknowledged() < 1) {
            throw new IllegalArgumentException(
                    "hashlake.kafka.max-unacknowledged = " + kafka.maxUnacknowledged() + ": allowed is 1 or more");
        }
        OptionalInt replication =
                kafka.replication().stream().mapToInt(Integer::intValue).findFirst();
        return new BusSettings(
                separated(kafka.brokers().orElseThrow()), kafka.topic(), kafka.partitions(), replication);
    }

    private static List<String> separated(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static LakeSettings lake(HashlakeConfig.Lake lake) {
        return new LakeSettings(
                lake.rotationRows(), lake.rotationBytes(), lake.rotationAge(), lake.window(), lake.rememberedIds());
    }

    private static HashlakeConfig mapped(SmallRyeConfig source) {
        List<org.eclipse.microprofile.config.spi.ConfigSource> sources = new ArrayList<>();
        source.getConfigSources().forEach(sources::add);
        try {
            return new SmallRyeConfigBuilder()
                    .withSources(sources)
                    .addDiscoveredConverters()
                    .addDefaultInterceptors()
                    .withMapping(HashlakeConfig.class)
                    .build()
                    .getConfigMapping(HashlakeConfig.class);
        } catch (ConfigValidationException e) {
            throw new StartProblems(ConfigProblems.describe(e));
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
        } catch (java.io.IOException e) {
            problems.add(key + " = " + directory + ": cannot be written ("
                    + e.getClass().getSimpleName() + ": " + e.getMessage()
                    + "); allowed is a directory in which this user may create files");
        }
    }
}
