package io.hashlake.app.command;

import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.runtime.WarehouseLogin;
import io.hashlake.app.settings.Settings;
import io.hashlake.app.settings.StartException;
import io.hashlake.pipeline.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Erases posts, people, or everything. */
@Command(
        name = "forget",
        description =
                "Erases posts, all posts of users, or everything, from every store, so that it does not come back.",
        footer = {
            "",
            "What is removed where and when, and what stays: docs/compliance.md. It may run beside the service, but for"
                    + " everything. After an interruption the same command, or the job compliance, goes on.",
            "",
            "Exit code: 0 if it is erased, 1 if something is left to do, 2 if it was not confirmed."
        })
final class ForgetCommand implements Callable<Integer> {

    /** Kinds of what can be forgotten. */
    enum Kind {
        POST,
        USER,
        EVERYTHING
    }

    @Parameters(index = "0", paramLabel = "KIND", description = "post, user or everything")
    Kind kind;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ID",
            description = "Ids of posts, or ids or names of users.")
    List<String> ids = List.of();

    @Option(names = "--dry-run", description = "Tells how much it would be, and erases nothing.")
    boolean isDryRun;

    @Option(names = "--yes", description = "Erases everything without asking.")
    boolean isConfirmed;

    @Spec
    CommandSpec command;

    @Override
    public Integer call() {
        if ((kind == Kind.EVERYTHING) != ids.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    kind == Kind.EVERYTHING ? "everything takes no ID" : "ID is missing: name what is to be forgotten");
        }
        ids.stream()
                .filter(id -> kind == Kind.POST && !id.matches("\\d{1,19}"))
                .findFirst()
                .ifPresent(id -> {
                    throw new ParameterException(command.commandLine(), "'" + id + "' is no id of a post");
                });
        // Another Hashlake may be serving on the port.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("hashlake.roles", Role.JOBS.id());
        startWarehouse(Hashlake.settings());
        return Hashlake.run(ForgetApplication.class, arguments().toArray(String[]::new));
    }

    /** The embedded PostgreSQL of a service that runs is used beside it. */
    private static void startWarehouse(Settings settings) {
        try {
            WarehouseLogin.of(settings)
                    .ifPresentOrElse(WarehouseLogin::configure, () -> EmbeddedServices.startWarehouse(settings));
        } catch (IOException e) {
            throw new StartException(List.of(e.getMessage()));
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add(kind.name().toLowerCase(Locale.ROOT));
        arguments.add(Boolean.toString(isDryRun));
        arguments.add(Boolean.toString(isConfirmed));
        arguments.addAll(ids);
        return arguments;
    }
}
