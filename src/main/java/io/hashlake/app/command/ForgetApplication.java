package io.hashlake.app.command;

import io.hashlake.api.Jobs;
import io.hashlake.app.command.ForgetCommand.Kind;
import io.hashlake.app.command.output.Confirmation;
import io.hashlake.app.wiring.JobRunner;
import io.hashlake.core.Quantity;
import io.hashlake.pipeline.RouteLoader;
import io.hashlake.pipeline.erasure.Eraser;
import io.hashlake.pipeline.erasure.Everything;
import io.hashlake.warehouse.erasure.ErasureLedger;
import io.hashlake.warehouse.erasure.StoredIds;
import io.hashlake.warehouse.erasure.Tombstone;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The routes of jobs without their timers: something is erased instead. */
@Typed(ForgetApplication.class)
public class ForgetApplication extends HashlakeApplication {

    private static final int DONE = 0;
    private static final int LEFT = 1;
    private static final int UNCONFIRMED = 2;

    @Inject
    JobRunner jobs;

    @Inject
    ErasureLedger ledger;

    @Inject
    StoredIds stored;

    @Inject
    Eraser eraser;

    @Inject
    Everything everything;

    @Override
    void routesLoaded() {
        RouteLoader.dropSources(camel);
    }

    @Override
    int work(String... arguments) {
        Kind kind = Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        boolean isDryRun = Boolean.parseBoolean(arguments[1]);
        boolean isConfirmed = Boolean.parseBoolean(arguments[2]);
        List<String> ids = Arrays.asList(arguments).subList(3, arguments.length);
        try {
            return kind == Kind.EVERYTHING ? forgetEverything(isDryRun, isConfirmed) : forget(kind, ids, isDryRun);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return LEFT;
        }
    }

    private int forget(Kind kind, List<String> ids, boolean isDryRun) throws IOException {
        List<Tombstone> tombstones = kind == Kind.POST ? Tombstone.forgottenPosts(ids) : stored.users(ids);
        if (isDryRun) {
            System.out.println("Would forget " + new Quantity(stored.posts(tombstones), "post"));
            return DONE;
        }
        long set = ledger.set("forget " + kind.name().toLowerCase(Locale.ROOT), tombstones);
        long removed = eraser.run();
        rebuild();
        System.out.println("Forgot: " + new Quantity(set, "tombstone") + " set, " + new Quantity(removed, "stored copy")
                + " erased");
        return DONE;
    }

    /** Builds anew what is derived from posts: facts and sums, and their files in the lake. */
    private void rebuild() throws IOException {
        for (String job : List.of("star-schema", "marts")) {
            if (jobs.run(job) instanceof Jobs.Outcome.Running) {
                System.out.println("The job " + job + " runs already");
            }
        }
    }

    private int forgetEverything(boolean isDryRun, boolean isConfirmed) throws IOException {
        Map<String, String> contents = everything.contents();
        if (contents.isEmpty()) {
            System.out.println("There is nothing to forget");
            return DONE;
        }
        contents.forEach((store, held) -> System.out.println(store + ": " + held));
        if (isDryRun) {
            return DONE;
        }
        List<String> followers = stored.processes();
        if (!followers.isEmpty()) {
            throw new IOException(
                    "Sources are still followed by " + String.join(", ", followers) + ": stop Hashlake first");
        }
        if (!isConfirmed && !Confirmation.isGiven()) {
            System.out.println("Nothing was erased");
            return UNCONFIRMED;
        }
        ledger.setEverything();
        everything.erase();
        eraser.run();
        System.out.println("Everything was erased; the audit is in ops.erasure");
        return DONE;
    }
}
