package io.hashlake.app;

import io.hashlake.lake.LakeSettings;
import io.hashlake.lake.Rotation;
import io.hashlake.lake.S3Settings;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The configuration, read and found to be good. */
record Settings(
        HashlakeConfig config, LakeSettings lake, Rotation raw, Optional<S3Settings> s3, SimulatorSettings simulator) {

    /** @throws StartProblems if anything is wrong with it */
    static Settings read(SmallRyeConfig source) {
        HashlakeConfig config = mapped(source);
        List<String> problems = new ArrayList<>();
        LakeSettings lake = attempt(() -> lake(config.lake()), problems);
        Rotation raw = attempt(() -> raw(config.raw()), problems);
        Optional<S3Settings> s3 = attempt(() -> Buckets.settings(config.s3()), problems);
        SimulatorSettings simulator = attempt(() -> SimulatorOptions.settings(config.simulator()), problems);
        attempt(() -> x(config, config.x().baseUrl(), config.x().bearerToken().orElse("none")), problems);
        requireWritable("hashlake.data-directory", config.dataDirectory(), problems);
        if (config.s3().bucket().isEmpty()) {
            requireWritable("hashlake.lake.directory", config.lake().directory(), problems);
        }
        requireWritable("hashlake.dead-letter.directory", config.deadLetter().directory(), problems);
        if (!problems.isEmpty()) {
            throw new StartProblems(problems);
        }
        return new Settings(config, lake, raw, s3, simulator);
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

    private static LakeSettings lake(HashlakeConfig.Lake lake) {
        return new LakeSettings(
                lake.rotationRows(), lake.rotationBytes(), lake.rotationAge(), lake.window(), lake.rememberedIds());
    }

    private static Rotation raw(HashlakeConfig.Raw raw) {
        return new Rotation(raw.rotationRows(), raw.rotationBytes(), raw.rotationAge());
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
