package io.hashlake.app.command;

import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.settings.ConfigKeys;
import io.hashlake.app.settings.StartException;
import io.hashlake.warehouse.embedded.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads the classes that the service needs, for a JVM that writes them into an archive. */
@Command(
        name = "rehearse",
        description = "Starts, stores posts of the simulator in a temporary directory, and ends.",
        footer = {
            "",
            "Every property has its default meanwhile. The JVM that is told to writes the classes of the run into an archive, with"
                    + " which later starts are faster: java -XX:ArchiveClassesAtExit=hashlake.jsa -jar ... rehearse",
            "",
            "Exit code: 0 if posts were stored, 1 if not."
        })
final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try {
            Path directory = Files.createTempDirectory("hashlake-rehearsal-");
            try {
                return rehearse(directory);
            } finally {
                Directories.delete(directory);
            }
        } catch (IOException e) {
            throw new StartException(List.of(e.getMessage()));
        }
    }

    private static int rehearse(Path directory) {
        ConfigKeys.defaults().forEach(System::setProperty);
        System.setProperty("hashlake.data-directory", directory.toString());
        System.setProperty("hashlake.routes", directory.resolve("routes").toString());
        System.setProperty("quarkus.http.port", "0");
        EmbeddedServices.start(Hashlake.settings());
        return Hashlake.run(RehearsalApplication.class);
    }
}
