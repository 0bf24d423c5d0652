package io.hashlake.app.settings;

import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.app.settings.ConfigKeys.Property;
import io.smallrye.config.ConfigValidationException;
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
 * @param config with defaults in place of what cannot be read
 * @param problems what cannot be read, and which properties are not known
 */
record ReadConfig(HashlakeConfig config, Collection<String> problems) {

    static ReadConfig of(SmallRyeConfig source) {
        Map<String, String> problems = new TreeMap<>(ConfigProblems.ofValues(source));
        try {
            return new ReadConfig(mapped(source, problems, true), problems.values());
        } catch (ConfigValidationException e) {
            problems.putAll(ConfigProblems.describe(e));
        }
        try {
            return new ReadConfig(mapped(source, problems, false), problems.values());
        } catch (ConfigValidationException e) {
            throw new StartProblems(List.copyOf(problems.values()));
        }
    }

    private static HashlakeConfig mapped(SmallRyeConfig source, Map<String, String> problems, boolean isStrict) {
        List<ConfigSource> sources = new ArrayList<>();
        source.getConfigSources().forEach(sources::add);
        sources.add(defaults(problems));
        return new SmallRyeConfigBuilder()
                .withSources(sources)
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withConverter(ZoneId.class, ConfigProblems.CONVERTER_PRIORITY, ConfigProblems::zone)
                .withValidateUnknown(isStrict)
                .withMapping(HashlakeConfig.class)
                .build()
                .getConfigMapping(HashlakeConfig.class);
    }

    private static ConfigSource defaults(Map<String, String> problems) {
        Map<String, Property> known = ConfigKeys.of(HashlakeConfig.class);
        Map<String, String> defaults = new HashMap<>();
        problems.keySet().stream()
                .filter(known::containsKey)
                .forEach(key -> defaults.put(key, known.get(key).byDefault()));
        return new PropertiesConfigSource(defaults, "defaults", Integer.MAX_VALUE);
    }
}
