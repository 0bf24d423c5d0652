package io.hashlake.bus;

import io.hashlake.TestConfig;
import io.hashlake.core.Sink;
import io.hashlake.lake.commit.LakeConfig;
import io.hashlake.lake.commit.LakeSink;
import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.servers.KafkaBroker;
import io.hashlake.servers.ProcessLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that only feeds the lake from Kafka. Started with a number of commits, it dies after so many, before any offset of
 * the last one is committed.
 */
final class LakeProcess implements AutoCloseable {

    private final Process process;

    private LakeProcess(Process process) {
        this.process = process;
    }

    /** @param lastCommit the number of the commit after which it dies; 0 for none */
    static LakeProcess start(KafkaBroker broker, String topic, Path directory, int lastCommit) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ProcessLog.classPath(),
                LakeProcess.class.getName(),
                broker.address(),
                topic,
                directory.toString(),
                Integer.toString(lastCommit)));
        command.addAll(1, ProcessLog.options(directory));
        ProcessLog.configure(directory);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory).toFile()))
                .start();
        return new LakeProcess(process);
    }

    /** What all lake processes of the directory log. */
    static Path log(Path directory) {
        return directory.resolve("lake-process.log");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not stop");
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[2]);
        int lastCommit = Integer.parseInt(arguments[3]);
        BusContext context = new BusContext(arguments[0], arguments[1], directory.resolve("letters"))
                .consume(cursors -> new DyingSink(lake(directory, cursors), lastCommit));
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        Thread.currentThread().join();
    }

    static Sink lake(Path directory, GroupCursors cursors) {
        LakeConfig settings = TestConfig.of(
                LakeConfig.class,
                "rotation-rows=100000",
                "rotation-bytes=67108864",
                "rotation-age=PT10S",
                "window=65536",
                "remembered-ids=2000000");
        LocalObjectStore store = new LocalObjectStore(directory.resolve("lake"));
        return new LakeSink(store, settings, cursors, rejected -> {}, Clock.systemUTC());
    }
}
