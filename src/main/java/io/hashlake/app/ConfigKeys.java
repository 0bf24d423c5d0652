package io.hashlake.app;

import io.hashlake.app.config.HashlakeConfig;
import io.smallrye.config.ConfigMapping;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** Every key of a configuration mapping, with its type. */
final class ConfigKeys {

    private ConfigKeys() {}

    static Map<String, Class<?>> of(Class<?> mapping) {
        Map<String, Class<?>> keys = new TreeMap<>();
        collect(mapping.getAnnotation(ConfigMapping.class).prefix(), mapping, keys);
        return keys;
    }

    /** The durations that are configured. A number alone means seconds here, but milliseconds in a route. */
    static Map<String, Duration> durations(Config config) {
        Map<String, Duration> durations = new TreeMap<>();
        of(HashlakeConfig.class).forEach((key, type) -> {
            if (type == Duration.class) {
                config.getOptionalValue(key, Duration.class).ifPresent(duration -> durations.put(key, duration));
            }
        });
        return durations;
    }

    private static void collect(String prefix, Class<?> group, Map<String, Class<?>> keys) {
        for (Method property : group.getDeclaredMethods()) {
            String key = prefix + "." + kebab(property.getName());
            Class<?> type = typeOf(property);
            if (type.isInterface() && type.getPackage() == HashlakeConfig.class.getPackage()) {
                collect(key, type, keys);
            } else {
                keys.put(key, type);
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
