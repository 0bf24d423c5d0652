package io.hashlake.app.audit;

import io.hashlake.app.audit.AuditLog.Area;
import io.hashlake.pipeline.reload.RefusedFile;
import io.hashlake.pipeline.reload.ReloadListener;
import io.hashlake.pipeline.reload.RoutesInForce;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps account of changed route files: the owner of the file, and the hashtags that are followed or not any more. */
public final class AuditedRoutes implements ReloadListener {

    private final ReloadListener next;
    private final RoutesInForce inForce;
    private final Path directory;
    private final AuditLog log;
    private Set<String> followed;

    public AuditedRoutes(ReloadListener next, RoutesInForce inForce, Path directory, AuditLog log) {
        this.next = next;
        this.inForce = inForce;
        this.directory = directory;
        this.log = log;
        this.followed = followed();
    }

    @Override
    public void applied(String file) {
        Set<String> now = followed();
        log.record(Area.ROUTE, "applied", file + changes(followed, now), owner(file));
        followed = now;
        next.applied(file);
    }

    @Override
    public void refused(RefusedFile file) {
        log.record(Area.ROUTE, "refused", file.name(), owner(file.name()));
        next.refused(file);
    }

    private Set<String> followed() {
        return inForce.followed().stream().map(Hashtag::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String changes(Set<String> before, Set<String> now) {
        return Stream.concat(
                        now.stream().filter(tag -> !before.contains(tag)).map(tag -> " +" + tag),
                        before.stream().filter(tag -> !now.contains(tag)).map(tag -> " -" + tag))
                .collect(Collectors.joining());
    }

    /** A file that is gone has none: the directory's owner could delete it. */
    private String owner(String file) {
        Path path = directory.resolve(file);
        try {
            return "owner "
                    + Files.getOwner(Files.exists(path) ? path : directory).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "an unknown owner";
        }
    }
}
