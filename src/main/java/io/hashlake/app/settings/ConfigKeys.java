package io.hashlake.app.settings;

import io.hashlake.api.ApiConfig;
import io.hashlake.app.http.HttpConfig;
import io.hashlake.app.tracing.TracingConfig;
import io.hashlake.bluesky.BlueskyConfig;
import io.hashlake.bus.KafkaConfig;
import io.hashlake.camel.TwitterConfig;
import io.hashlake.core.SinkFactory;
import io.hashlake.dataset.load.DatasetsConfig;
import io.hashlake.files.FilesConfig;
import io.hashlake.iceberg.IcebergConfig;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.compaction.CompactionConfig;
import io.hashlake.lake.marts.MartsConfig;
import io.hashlake.lake.store.S3Config;
import io.hashlake.mastodon.MastodonConfig;
import io.hashlake.pipeline.DeadLetterConfig;
import io.hashlake.pipeline.PipelineConfig;
import io.hashlake.pipeline.Sinks;
import io.hashlake.pipeline.job.RetentionConfig;
import io.hashlake.pipeline.reload.ReloadConfig;
import io.hashlake.simulator.settings.SimulatorConfig;
import io.hashlake.text.TextConfig;
import io.hashlake.warehouse.ledger.LeaseConfig;
import io.hashlake.warehouse.partition.PartitionsConfig;
import io.hashlake.warehouse.sink.WarehouseConfig;
import io.hashlake.warehouse.sql.SqlConfig;
import io.hashlake.warehouse.star.StarSchemaConfig;
import io.hashlake.x.client.XConfig;
import io.hashlake.x.compliance.ComplianceConfig;
import io.hashlake.x.gap.GapsConfig;
import io.hashlake.x.search.SearchConfig;
import io.hashlake.x.spend.BudgetConfig;
import io.hashlake.x.stream.StreamConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Every key of the configuration, with what its property takes. */
public final class ConfigKeys {

    private static final Set<Class<?>> OF_FEATURES = Set.of(
            ApiConfig.class,
            BlueskyConfig.class,
            BudgetConfig.class,
            CompactionConfig.class,
            DatasetsConfig.class,
            ComplianceConfig.class,
            DeadLetterConfig.class,
            FilesConfig.class,
            GapsConfig.class,
            HttpConfig.class,
            IcebergConfig.class,
            KafkaConfig.class,
            LakeConfig.class,
            LeaseConfig.class,
            MartsConfig.class,
            MastodonConfig.class,
            PartitionsConfig.class,
            PipelineConfig.class,
            ReloadConfig.class,
            RetentionConfig.class,
            S3Config.class,
            SearchConfig.class,
            SimulatorConfig.class,
            SqlConfig.class,
            StarSchemaConfig.class,
            StreamConfig.class,
            TextConfig.class,
            TracingConfig.class,
            TwitterConfig.class,
            WarehouseConfig.class,
            XConfig.class);

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
        for (Class<?> mapping : mappings()) {
            for (Method property : mapping.getDeclaredMethods()) {
                keys.put(key(mapping, property), Property.of(property));
            }
        }
        return keys;
    }

    /** Returns every property with its default; empty where it has none. */
    public static Map<String, String> defaults() {
        return all().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, property -> property.getValue()
                .byDefault()));
    }

    /** The interfaces that declare the properties: one of each feature, and that of every sink. */
    public static Set<Class<?>> mappings() {
        return Stream.concat(
                        OF_FEATURES.stream(), Sinks.installed().all().stream().map(SinkFactory::config))
                .collect(Collectors.toSet());
    }

    static String key(Class<?> mapping, Method property) {
        return mapping.getAnnotation(ConfigMapping.class).prefix() + "."
                + ConfigMapping.NamingStrategy.KEBAB_CASE.apply(property.getName());
    }

    /**
     * Values as route files take them, of which Quarkus knows no default where nobody injects the interface. A number alone means
     * seconds in a property, but milliseconds in a route. What has no default, as no secret has, is left out.
     */
    static Map<String, String> forRoutes(Config config) {
        Map<String, String> values = new TreeMap<>();
        all().forEach((key, property) -> {
            if (property.type() == Duration.class) {
                config.getOptionalValue(key, Duration.class)
                        .ifPresent(value -> values.put(key, value.toMillis() + "ms"));
            } else if (!property.byDefault().isEmpty()) {
                config.getOptionalValue(key, String.class).ifPresent(value -> values.put(key, value));
            }
        });
        return values;
    }

    private static Class<?> typeOf(Method property) {
        if (property.getReturnType() != Optional.class) {
            return property.getReturnType();
        }
        Type value = ((ParameterizedType) property.getGenericReturnType()).getActualTypeArguments()[0];
        return (Class<?>) (value instanceof ParameterizedType list ? list.getRawType() : value);
    }
}
