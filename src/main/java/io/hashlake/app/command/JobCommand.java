package io.hashlake.app.command;

import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.pipeline.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a job once, and does nothing else meanwhile. */
@Command(
        name = "job",
        description = "Does once what the role jobs does now and then.",
        footer = {"", "Exit code: 0 if it is done, 1 if it failed or there is no such job."})
final class JobCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The job's name, such as star-schema.")
    String name;

    @Override
    public Integer call() {
        // Another Hashlake may be serving on the port.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("hashlake.roles", Role.JOBS.id());
        EmbeddedServices.startWarehouse(Hashlake.settings());
        return Hashlake.run(JobApplication.class, name);
    }
}
