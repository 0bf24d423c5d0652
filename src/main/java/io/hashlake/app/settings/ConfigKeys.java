package io.hashlake.app.settings;

import io.hashlake.app.config.HashlakeConfig;
import io.hashlake.core.SinkFactory;
import io.hashlake.pipeline.Sinks;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Every key of the configuration, with what its property takes. */
public final class ConfigKeys {

    /**
     * A property.
     *
     * @param byDefault its value where none is given; empty if there is none
     */
    record Property(Class<?> type, boolean isOptional, String byDefault) {

        private static Property of(Method method) {
            WithDefault given = method.getAnnotation(WithDefault.class);
            boolean isOptional = method.getReturnType() == Optional.class;
            return new Property(typeOf(method), isOptional, given == null ? "" : given.value());
        }
    }

    private ConfigKeys() {}

    public static Map<String, Property> all() {
        Map<String, Property> keys = new TreeMap<>();
        mappings().forEach(mapping -> collect(prefix(mapping), mapping, keys));
        return keys;
    }

    /** The interfaces that declare the properties: the application's, and that of every sink. */
    public static List<Class<?>> mappings() {
        return Stream.concat(
                        Stream.of(HashlakeConfig.class),
                        Sinks.installed().all().stream().map(SinkFactory::config))
                .toList();
    }

    static String prefix(Class<?> mapping) {
        return mapping.getAnnotation(ConfigMapping.class).prefix();
    }

    /** The durations that are configured. A number alone means seconds here, but milliseconds in a route. */
    public static Map<String, Duration> durations(Config config) {
        Map<String, Duration> durations = new TreeMap<>();
        all().forEach((key, property) -> {
            if (property.type() == Duration.class) {
                config.getOptionalValue(key, Duration.class).ifPresent(duration -> durations.put(key, duration));
            }
        });
        return durations;
    }

    private static void collect(String prefix, Class<?> group, Map<String, Property> keys) {
        for (Method property : group.getDeclaredMethods()) {
            String key = prefix + "." + kebab(property.getName());
            Class<?> type = typeOf(property);
            if (type.isInterface() && type.getPackage() == group.getPackage()) {
                collect(key, type, keys);
            } else {
                keys.put(key, Property.of(property));
            }
        }
    }

    private static Class<?> typeOf(Method property) {
        if (property.getReturnType() == Optional.class) {
            return (Class<?>) ((ParameterizedType) property.getGenericReturnType()).getActualTypeArguments()[0];
        }
        return property.getReturnType();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
