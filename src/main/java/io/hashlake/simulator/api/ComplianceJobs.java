package io.hashlake.simulator.api;

import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.PostTimeline;
import io.hashlake.simulator.world.Removals;
import io.hashlake.simulator.world.World;
import io.hashlake.tweet.Snowflake;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** The jobs that were created, and what they find. */
public final class ComplianceJobs {

    private static final Duration EXPIRY = Duration.ofDays(7);
    private static final long FIRST_ID = 1_420_000_000_000_000_000L;

    private final World world;
    private final Clock clock;
    private final Supplier<URI> base;
    private final List<Job> jobs = new CopyOnWriteArrayList<>();

    /** @param base address under which files are uploaded and downloaded */
    public ComplianceJobs(World world, Clock clock, Supplier<URI> base) {
        this.world = world;
        this.clock = clock;
        this.base = base;
    }

    /** One job. */
    final class Job {
        private final long id;
        private final String type;
        private final String name;
        private final Instant created;
        private volatile List<Long> ids = List.of();
        private final AtomicBoolean wasAsked = new AtomicBoolean();
        private volatile boolean isUploaded;

        private Job(long id, String type, String name, Instant created) {
            this.id = id;
            this.type = type;
            this.name = name;
            this.created = created;
        }

        long id() {
            return id;
        }

        String type() {
            return type;
        }

        String name() {
            return name;
        }

        Instant created() {
            return created;
        }

        Instant expires() {
            return created.plus(EXPIRY);
        }

        /** Whoever asks first is told that the work is under way, whatever time it is in the simulated world. */
        String status() {
            if (!isUploaded) {
                return "created";
            }
            return wasAsked.getAndSet(true) ? "complete" : "in_progress";
        }

        String address(String action) {
            return base.get() + ComplianceFiles.PATH + action + "/" + id + "?signature=" + signature();
        }

        boolean isSigned(String query) {
            return ("signature=" + signature()).equals(query);
        }

        private String signature() {
            return Long.toHexString(id * 0x9E3779B97F4A7C15L);
        }

        void upload(List<Long> given) {
            ids = List.copyOf(given);
            isUploaded = true;
        }

        /** Returns those of the uploaded posts or accounts that are gone by now. */
        List<Finding> findings() {
            Function<Long, Optional<Finding>> finding =
                    type.equals("users") ? ComplianceJobs.this::account : ComplianceJobs.this::post;
            return ids.stream().map(finding).flatMap(Optional::stream).toList();
        }
    }

    /** A post or account that is not as it was. */
    record Finding(long id, Instant created, Instant removed, String reason) {}

    Job create(String type, String name) {
        Job job = new Job(FIRST_ID + jobs.size(), type, name, clock.instant());
        jobs.add(job);
        return job;
    }

    List<Job> all() {
        return List.copyOf(jobs);
    }

    Optional<Job> job(String id) {
        return jobs.stream().filter(job -> Long.toString(job.id()).equals(id)).findFirst();
    }

    private Optional<Finding> account(long id) {
        return world.removals()
                .ofAccount(id)
                .map(removal -> new Finding(id, Snowflake.time(id), removal.at(), removal.reason()));
    }

    private Optional<Finding> post(long id) {
        PostTimeline timeline = world.timeline();
        if (!timeline.has(id)) {
            return Optional.empty();
        }
        Plan plan = world.plan(timeline.number(id));
        Optional<Removals.Removal> removal = world.removal(plan);
        Instant gone = removal.map(Removals.Removal::at).orElseGet(() -> world.deletedAt(plan));
        return gone.isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(new Finding(
                        id,
                        timeline.createdAt(plan.number()),
                        gone,
                        removal.map(Removals.Removal::reason).orElse("deleted")));
    }
}
