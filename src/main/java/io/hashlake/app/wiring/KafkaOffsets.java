package io.hashlake.app.wiring;

import io.hashlake.bus.GroupCursors;
import io.hashlake.observability.Meters;
import io.hashlake.pipeline.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the sinks' groups have committed. */
@ApplicationScoped
public class KafkaOffsets {

    private final Map<Role, GroupCursors> groups = new ConcurrentHashMap<>();

    @Inject
    Meters meters;

    GroupCursors of(Role sink) {
        return groups.computeIfAbsent(sink, this::newGroup);
    }

    private GroupCursors newGroup(Role sink) {
        GroupCursors cursors = new GroupCursors();
        meters.busLag(sink.id(), cursors::lag);
        return cursors;
    }
}
