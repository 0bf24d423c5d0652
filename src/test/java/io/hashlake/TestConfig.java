package io.hashlake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/**
 * Configuration of a feature for tests: every property has its default, unless the test changes it. Constraints are not checked.
 * {@code TestConfig.of(LakeConfig.class, "window=1", "rotation-age=1h")}
 */
public final class TestConfig {

    private TestConfig() {}

    /** @param changed properties without the feature's prefix, each as {@code key=value} */
    public static <C> C of(Class<C> feature, String... changed) {
        String prefix = feature.getAnnotation(ConfigMapping.class).prefix();
        Map<String, String> values = new HashMap<>(Map.of("hashlake.data-directory", "data"));
        for (String property : changed) {
            String[] parts = property.split("=", 2);
            values.put(prefix + "." + parts[0], parts[1]);
        }
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(feature)
                .build()
                .getConfigMapping(feature);
    }
}
