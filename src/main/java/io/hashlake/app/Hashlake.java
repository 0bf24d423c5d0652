package io.hashlake.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The way in. {@code hashlake} runs the pipeline, {@code hashlake simulator} only a simulated X for others to use.
 *
 * <p>What can be known to be wrong is found before the application is booted, so that it is said in one message.
 */
@QuarkusMain
public final class Hashlake {

    private Hashlake() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            Settings settings = Settings.read(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class));
            run(settings, args);
        } catch (StartProblems problems) {
            System.err.println(problems.getMessage());
            System.exit(1);
        }
    }

    private static void run(Settings settings, String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals("simulator")) {
            SimulatorCommand.run(settings);
            return;
        }
        EmbeddedServices.start(settings);
        Quarkus.run(HashlakeApplication.class, args);
    }
}
