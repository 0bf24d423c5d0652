package io.hashlake.pipeline;

import io.hashlake.core.SinkFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The kinds of sinks that there are.
 *
 * @param all in the order in which they get a batch
 */
public record Sinks(List<SinkFactory<?>> all) {

    /** Found once; a native image has found them when it was built. */
    private static final Sinks INSTALLED = foundBy(Sinks.class.getClassLoader());

    public Sinks {
        all = List.copyOf(all);
        Set<String> taken = new HashSet<>(Role.ids());
        for (SinkFactory<?> sink : all) {
            if (!sink.name().matches("[a-z][a-z0-9-]*") || !taken.add(sink.name())) {
                throw new IllegalArgumentException(sink.getClass().getName() + " cannot be named '" + sink.name()
                        + "': use small letters, digits and hyphens, and no name of another sink or role");
            }
        }
    }

    /** Returns those that are listed in {@code META-INF/services}. */
    public static Sinks installed() {
        return INSTALLED;
    }

    List<String> names() {
        return all.stream().<String>map(SinkFactory::name).toList();
    }

    Optional<SinkFactory<?>> named(String name) {
        return all.stream().filter(sink -> sink.name().equals(name)).findFirst();
    }

    static Sinks foundBy(ClassLoader loader) {
        List<SinkFactory<?>> found = new ArrayList<>();
        for (SinkFactory<?> sink : ServiceLoader.load(SinkFactory.class, loader)) {
            found.add(sink);
        }
        return new Sinks(found);
    }
}
