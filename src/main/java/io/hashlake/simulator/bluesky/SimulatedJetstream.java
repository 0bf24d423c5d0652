package io.hashlake.simulator.bluesky;

import io.hashlake.simulator.world.World;
import io.hashlake.simulator.world.WorldSettings;
import io.hashlake.thread.DaemonThreads;
import io.hashlake.tweet.Snowflake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running Jetstream instance. It serves on the loopback address until it is closed. Safe for use by many threads. */
public final class SimulatedJetstream implements AutoCloseable {

    private final World world;
    private final SkeetFrames frames;
    private final Duration retention;
    private final Clock clock;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("simulated-jetstream"));
    private final Queue<JetstreamFault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private SimulatedJetstream(WorldSettings settings, Duration retention, Clock clock, int port) throws IOException {
        this.world = new World(settings, clock.instant());
        this.frames = new SkeetFrames(world);
        this.retention = retention;
        this.clock = clock;
        this.server = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
    }

    /**
     * Starts one.
     *
     * @param retention how far back a cursor reaches; an older one is moved there without a word, as on the public ones
     * @param port 0 for any
     */
    public static SimulatedJetstream start(WorldSettings settings, Duration retention, Clock clock, int port)
            throws IOException {
        SimulatedJetstream started = new SimulatedJetstream(settings, retention, clock, port);
        started.threads.execute(started::accept);
        return started;
    }

    public URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/subscribe");
    }

    /** Lets the next frame of any connection go wrong. */
    public void fail(JetstreamFault fault) {
        faults.add(fault);
    }

    /** Returns the request lines and headers that came, oldest first. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns every post of an interval, oldest first. */
    public List<TrueSkeet> truth(Instant from, Instant to) {
        List<TrueSkeet> truth = new ArrayList<>();
        long end = firstFrom(to);
        for (long number = firstFrom(from); number < end; number++) {
            if (frames.isPost(number)) {
                truth.add(new TrueSkeet(
                        frames.uri(number),
                        world.timeline().createdAt(number),
                        world.post(world.plan(number)).whole().text(),
                        world.hashtags(world.plan(number)),
                        frames.isDeleted(number)));
            }
        }
        return truth;
    }

    private long firstFrom(Instant time) {
        return world.timeline().firstFrom(Snowflake.firstAt(time));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed, or a connection that did not come about.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = WebSocketReply.head(socket);
            requests.add(head);
            WebSocketReply reply = WebSocketReply.accept(head, socket);
            Instant begin = SubscribeRequest.begin(head, clock.instant(), retention);
            new SkeetStream(frames, faults, world.timeline(), clock).send(firstFrom(begin), begin, reply);
        } catch (IOException e) {
            // The client has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    /** Ends every connection that stands. */
    public void hangUp() {
        open.forEach(SimulatedJetstream::close);
    }

    private static void close(AutoCloseable closed) {
        try {
            closed.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        close(server);
        hangUp();
        threads.shutdownNow();
    }
}
