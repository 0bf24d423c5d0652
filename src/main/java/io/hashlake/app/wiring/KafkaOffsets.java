package io.hashlake.app.wiring;

import io.hashlake.bus.GroupCursors;
import io.hashlake.observability.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Offsets that the sinks' groups have committed. */
@ApplicationScoped
public class KafkaOffsets {

    private final Map<String, GroupCursors> groups = new ConcurrentHashMap<>();

    @Inject
    Meters meters;

    GroupCursors of(String sink) {
        return groups.computeIfAbsent(sink, this::newGroup);
    }

    private GroupCursors newGroup(String sink) {
        GroupCursors cursors = new GroupCursors();
        meters.busLag(sink, cursors::lag);
        return cursors;
    }
}
