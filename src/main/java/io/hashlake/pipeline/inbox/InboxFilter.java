package io.hashlake.pipeline.inbox;

import io.hashlake.core.HiddenPaths;
import io.hashlake.files.PostFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.jboss.logging.Logger;

/** Takes the files of posts that lie in a directory, and tells of each other one once. */
public final class InboxFilter extends DefaultPollingConsumerPollStrategy implements GenericFileFilter<File> {

    private static final Logger LOG = Logger.getLogger(InboxFilter.class);

    /** Directories of files that were read. */
    private static final Set<String> OWN = Set.of(Inbox.DONE, Inbox.FAILED);

    /** Time after which a file is no longer being written, and so not renamed. */
    private static final Duration AT_REST = Duration.ofMinutes(1);

    private final Clock clock;
    private final Consumer<String> told;
    private final Map<Path, Set<Path>> passedOver = new ConcurrentHashMap<>();

    public InboxFilter(Clock clock) {
        this(clock, LOG::warn);
    }

    /** @param told takes what is to be told */
    InboxFilter(Clock clock, Consumer<String> told) {
        this.clock = clock;
        this.told = told;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        return PostFiles.refusal(file.getFile().toPath()).isEmpty();
    }

    @Override
    public boolean begin(org.apache.camel.Consumer consumer, Endpoint endpoint) {
        if (endpoint instanceof FileEndpoint files) {
            lookInto(files.getFile().toPath());
        }
        return super.begin(consumer, endpoint);
    }

    private void lookInto(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            Set<Path> others = all.filter(path -> !HiddenPaths.isHidden(directory, path) && !isOwn(path))
                    .filter(path -> PostFiles.refusal(path).isPresent())
                    .filter(this::isAtRest)
                    .collect(Collectors.toSet());
            Set<Path> known = passedOver.put(directory, others);
            others.stream()
                    .filter(path -> known == null || !known.contains(path))
                    .sorted()
                    .forEach(this::tell);
        } catch (IOException e) {
            LOG.debugf("%s cannot be listed: %s", directory, e);
        }
    }

    private static boolean isOwn(Path path) {
        String name = path.getFileName().toString();
        return OWN.contains(name) || name.endsWith(".camelLock");
    }

    private boolean isAtRest(Path path) {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(clock.instant().minus(AT_REST));
        } catch (IOException e) {
            return false;
        }
    }

    private void tell(Path path) {
        PostFiles.refusal(path).ifPresent(reason -> told.accept(path + " is skipped: " + reason));
    }
}
