package io.hashlake.app.settings;

import io.hashlake.app.settings.ConfigKeys.Property;
import io.hashlake.core.SinkFactory;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The configuration as far as it can be read, so that what is wrong with the rest of it can be told at the same time.
 *
 * @param source with defaults in place of what cannot be read
 * @param problems what cannot be read or breaks a constraint, and which properties are not known
 */
record ReadConfig(SmallRyeConfig source, Collection<String> problems) {

    /** Extent of the checks. The library checks no constraint of an interface of which it cannot read a value. */
    private enum Checks {
        ALL,
        CONSTRAINTS,
        NONE
    }

    <C> C of(Class<C> type) {
        return source.getConfigMapping(type);
    }

    ConfiguredSink<?> configured(SinkFactory<?> sink) {
        return ConfiguredSink.of(sink, source);
    }

    static ReadConfig of(SmallRyeConfig source) {
        Map<String, String> problems = new TreeMap<>(ConfigProblems.ofValues(source));
        for (Checks checks : Checks.values()) {
            try {
                return new ReadConfig(mapped(source, problems, checks), problems.values());
            } catch (ConfigValidationException e) {
                problems.putAll(ConfigProblems.describe(e));
            }
        }
        throw new StartException(List.copyOf(problems.values()));
    }

    private static SmallRyeConfig mapped(SmallRyeConfig source, Map<String, String> problems, Checks checks) {
        List<ConfigSource> sources = new ArrayList<>();
        source.getConfigSources().forEach(sources::add);
        sources.add(overriding(problems, checks == Checks.ALL));
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withSources(sources)
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withConverter(ZoneId.class, ConfigProblems.CONVERTER_PRIORITY, ConfigProblems::zone)
                .withValidator(checks == Checks.NONE ? ConfigValidator.EMPTY : new Constraints(source));
        ConfigKeys.mappings().forEach(builder::withMapping);
        return builder.build();
    }

    /** Unknown properties are noted here, together with all else, and so not by Quarkus. */
    private static ConfigSource overriding(Map<String, String> problems, boolean isStrict) {
        Map<String, Property> known = ConfigKeys.all();
        Map<String, String> values = new HashMap<>();
        values.put(SmallRyeConfig.SMALLRYE_CONFIG_MAPPING_VALIDATE_UNKNOWN, Boolean.toString(isStrict));
        problems.keySet().stream()
                .filter(known::containsKey)
                .forEach(key -> values.put(key, known.get(key).byDefault()));
        return new PropertiesConfigSource(values, "overriding", Integer.MAX_VALUE);
    }
}
