package io.hashlake.app.command;

import io.hashlake.app.runtime.EmbeddedServices;
import io.hashlake.app.runtime.ProcessEnd;
import io.hashlake.app.settings.HttpPort;
import io.hashlake.app.settings.Settings;
import io.hashlake.app.settings.StartException;
import io.hashlake.pipeline.RootCause;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line. {@code hashlake} alone runs the pipeline; its subcommands do one thing and end.
 *
 * <p>What can be known to be wrong is found before the application is booted, so that it is said in one message.
 */
@QuarkusMain
@Command(
        name = "hashlake",
        description = "Follows hashtags on X, and lands every post in a lake and a warehouse.",
        synopsisSubcommandLabel = "[COMMAND]",
        versionProvider = Version.class,
        subcommands = {
            ValidateCommand.class,
            DoctorCommand.class,
            GapsCommand.class,
            SpendCommand.class,
            ReplayCommand.class,
            JobCommand.class,
            DatasetCommand.class,
            ForgetCommand.class,
            SimulatorCommand.class,
            RehearseCommand.class,
            CompletionCommand.class
        },
        footer = {"", "Configuration: docs/configuration.md"})
public final class Hashlake implements Callable<Integer> {

    private static final Logger LOG = Logger.getLogger(Hashlake.class);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help and ends.")
    boolean isHelpWanted;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version and ends.")
    boolean isVersionWanted;

    Hashlake() {}

    public static void main(String[] args) {
        OpenFiles.problem().ifPresent(problem -> {
            System.err.println(new StartException(List.of(problem)).getMessage());
            System.exit(1);
        });
        int exitCode = execute(commands(), args);
        ProcessEnd.reached();
        System.exit(exitCode);
    }

    static CommandLine commands() {
        CommandLine commands = new CommandLine(new Hashlake()).setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof StartException) {
                command.getErr().println(problem.getMessage());
                return 1;
            }
            throw problem;
        });
        return commands;
    }

    /** An error that nobody caught would leave threads behind that keep the process from ending. */
    private static int execute(CommandLine commands, String... args) {
        try {
            return commands.execute(args);
        } catch (Error e) {
            System.err.println("Hashlake ends: " + StartException.describe(e));
            return 1;
        }
    }

    /** Boots the application, and returns its exit code when it has ended. */
    static int run(Class<? extends QuarkusApplication> application, String... arguments) {
        AtomicInteger exitCode = new AtomicInteger();
        Quarkus.run(
                application,
                (code, problem) -> {
                    exitCode.set(code);
                    if (problem != null) {
                        tell(problem);
                    }
                },
                arguments);
        return exitCode.get();
    }

    private static void tell(Throwable problem) {
        Throwable root = RootCause.of(problem);
        System.err.println(
                root instanceof ConfigurationException
                        ? root.getMessage()
                        : new StartException(List.of(StartException.describe(problem))).getMessage());
        LOG.debug("Hashlake cannot start", problem);
    }

    /** @throws StartException if the configuration cannot be used */
    static Settings settings() {
        Settings settings = Settings.read(StartConfig.read());
        settings.forRoutes().forEach(System::setProperty);
        return settings;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        HttpPort.requireFree(StartConfig.read());
        EmbeddedServices.start(settings);
        return run(HashlakeApplication.class);
    }
}
