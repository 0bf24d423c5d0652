package io.hashlake.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The way in. {@code hashlake} runs the pipeline, {@code hashlake replay} brings files in, {@code hashlake job} does
 * once what is done now and then, {@code hashlake simulator} is a simulated X for others to use.
 *
 * <p>What can be known to be wrong is found before the application is booted, so that it is said in one message.
 */
@QuarkusMain
@Command(
        name = "hashlake",
        description = "Follows hashtags on X, and lands every post in a lake and a warehouse.",
        subcommands = {ReplayCommand.class, JobCommand.class, SimulatorCommand.class},
        footer = {"", "Configuration: docs/configuration.md"})
public final class Hashlake implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Says what can be given.")
    boolean isHelpWanted;

    Hashlake() {}

    public static void main(String[] args) {
        CommandLine commands = new CommandLine(new Hashlake());
        commands.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof StartProblems) {
                command.getErr().println(problem.getMessage());
                return 1;
            }
            throw problem;
        });
        System.exit(commands.execute(args));
    }

    /** @throws StartProblems if the configuration cannot be used */
    static Settings settings() {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        Settings settings = Settings.read(config);
        ConfigKeys.durations(config).forEach((key, duration) -> System.setProperty(key, duration.toMillis() + "ms"));
        return settings;
    }

    @Override
    public Integer call() {
        EmbeddedServices.start(settings());
        Quarkus.run(HashlakeApplication.class);
        return 0;
    }
}
