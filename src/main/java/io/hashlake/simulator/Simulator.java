package io.hashlake.simulator;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.hashlake.simulator.api.ApiHandler;
import io.hashlake.simulator.api.ComplianceFiles;
import io.hashlake.simulator.api.ComplianceJobs;
import io.hashlake.simulator.api.Endpoints;
import io.hashlake.simulator.api.SimulatedEndpoint;
import io.hashlake.simulator.feed.Faults;
import io.hashlake.simulator.feed.RuleSnapshot;
import io.hashlake.simulator.feed.Sample;
import io.hashlake.simulator.feed.SimulatedRule;
import io.hashlake.simulator.feed.StreamContent;
import io.hashlake.simulator.query.HashtagIndex;
import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.query.ParsedQuery;
import io.hashlake.simulator.query.QueryParser;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.stream.ServedStreams;
import io.hashlake.simulator.truth.BilledDay;
import io.hashlake.simulator.truth.Billing;
import io.hashlake.simulator.truth.RequestLog;
import io.hashlake.simulator.truth.Search;
import io.hashlake.simulator.truth.ServiceLog;
import io.hashlake.simulator.truth.StreamDelivery;
import io.hashlake.simulator.truth.StreamLog;
import io.hashlake.simulator.truth.StreamSession;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.simulator.truth.Truth;
import io.hashlake.simulator.world.Burst;
import io.hashlake.simulator.world.Folding;
import io.hashlake.simulator.world.World;
import io.hashlake.thread.DaemonThreads;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running simulator. It serves on the loopback address until it is closed. See {@code docs/simulator.md} for what it
 * serves. Safe for use by many threads.
 */
public final class Simulator implements AutoCloseable {

    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final int THREADS = 32;
    private static final String LOOPBACK = "127.0.0.1";
    private static final int BACKLOG = 100;
    private static final Duration BURST_DELAY = Duration.ofMillis(100);

    private final World world;
    private final StreamContent.Filter sample;
    private final Truth truth;
    private final StreamLog streams;
    private final ServedStreams connections;
    private final Faults faults;
    private final RequestLog requests = new RequestLog();
    private final Billing billing = new Billing();
    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService threads = threads();

    private Simulator(SimulatorSettings settings, Clock clock, int port) throws IOException {
        this.clock = clock;
        this.world = new World(settings.world(), clock.instant());
        this.faults = new Faults(settings.world().seed(), settings.faults());
        this.sample = new Sample(settings);
        HashtagIndex index = new HashtagIndex(world);
        Search search = new Search(world, index, false);
        this.truth = new Truth(world, search);
        this.streams = new StreamLog(world);
        this.server = listen(port);
        ServiceLog log = new ServiceLog(requests, billing, truth, streams);
        this.connections = new ServedStreams(world, settings, faults, log, clock);
        ComplianceJobs compliance = new ComplianceJobs(world, clock, this::baseUri);
        Map<String, SimulatedEndpoint> endpoints = new Endpoints(world, settings)
                .withSearch(search, index)
                .withUsage(billing)
                .withStreams(connections)
                .withCompliance(compliance)
                .all();
        serve("/", new ApiHandler(endpoints, settings, faults, log, clock));
        serve(ComplianceFiles.PATH, new ComplianceFiles(compliance));
        serve("/simulator/", new ControlHandler(this));
        server.setExecutor(threads);
    }

    /**
     * Starts a simulator.
     *
     * @param clock what time it is in the simulated world; posts are written as it goes on
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static Simulator start(SimulatorSettings settings, Clock clock, int port) throws IOException {
        Simulator simulator = new Simulator(settings, clock, port);
        simulator.server.start();
        return simulator;
    }

    /** Returns the base of {@code /2/tweets/...}, without a trailing slash. */
    public URI baseUri() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + LOOPBACK + ":" + address.getPort());
    }

    /**
     * Every post that matches a search query and exists now, newest first.
     *
     * @throws IllegalArgumentException if the query cannot be read
     */
    public List<TruePost> truth(String query) {
        List<TruePost> posts = new ArrayList<>();
        truth(QueryParser.parse(query, Folding.SEARCH), IdBounds.until(clock.instant()), posts::add);
        return posts;
    }

    /** Returns the number of requests by path, then by outcome: the status and, after a space, the fault if any. */
    public Map<String, Map<String, Long>> requests() {
        return requests.counts();
    }

    /** Returns what is billed, by day in UTC: each resource once per day. */
    public List<BilledDay> bill() {
        return billing.days();
    }

    /**
     * Every post of an interval that matches a rule of the filtered stream and exists now, newest first; what is told of
     * serving is that of streams.
     *
     * @param from inclusive
     * @param to exclusive
     * @throws IllegalArgumentException if the rule cannot be read
     */
    public List<TruePost> streamTruth(String rule, Instant from, Instant to) {
        List<TruePost> posts = new ArrayList<>();
        streamTruth(new SimulatedRule.Draft(rule, null).query(), interval(from, to), posts::add);
        return posts;
    }

    /** Returns the truth of the sample stream, as {@link #streamTruth} does. */
    public List<TruePost> sampleTruth(Instant from, Instant to) {
        List<TruePost> posts = new ArrayList<>();
        sampleTruth(interval(from, to), posts::add);
        return posts;
    }

    /** The connections to streams so far, the newest ten thousand, in the order of connecting. */
    public List<StreamSession> streams() {
        return streams.sessions();
    }

    /** Returns the posts sent over streams, as far as they are remembered, in the order in which they were sent. */
    public List<StreamDelivery> deliveries() {
        List<StreamDelivery> deliveries = new ArrayList<>();
        streams.forEach(deliveries::add);
        return deliveries;
    }

    /**
     * Lets posts be written faster for a while, from a tenth of a second later on: streams that are under way must not have come
     * that far yet. What was written before does not change.
     */
    public void burst(double factor, Duration length) {
        world.timeline().burst(clock.instant().plus(BURST_DELAY), new Burst(BURST_DELAY, length, factor));
    }

    /** Lets the next requests, or streams, fail. */
    public void fail(FaultKind kind, int count) {
        fail(kind, count, Duration.ofDays(1));
    }

    /** Lets every request fail for a while. */
    public void fail(FaultKind kind, Duration duration) {
        fail(kind, Integer.MAX_VALUE, duration);
    }

    /**
     * Lets posts be gone from now on, as far as there are any of these ids.
     *
     * @param reason as X's compliance jobs give it; scrub_geo takes the place alone
     */
    public void remove(Collection<Long> ids, String reason) {
        ids.stream().filter(world.timeline()::has).forEach(id -> world.removals()
                .addPost(world.timeline().number(id), clock.instant(), reason));
    }

    /**
     * Lets accounts be gone from now on, and their posts with them.
     *
     * @param reason as X's compliance jobs give it
     */
    public void removeAccounts(Collection<Long> ids, String reason) {
        ids.forEach(id -> world.removals().addAccount(id, clock.instant(), reason));
    }

    /** Ends all faults that were asked for. */
    public void heal() {
        faults.clear();
    }

    @Override
    public void close() {
        connections.close();
        server.stop(0);
        threads.shutdownNow();
    }

    World world() {
        return world;
    }

    void truth(ParsedQuery query, IdBounds window, Consumer<TruePost> action) {
        truth.forEach(query, window, action);
    }

    void streamTruth(ParsedQuery query, IdBounds window, Consumer<TruePost> action) {
        RuleSnapshot rule = new RuleSnapshot(world, List.of(new SimulatedRule(0, "", null, query)));
        truth.forEach(rule, window, action);
    }

    void sampleTruth(IdBounds window, Consumer<TruePost> action) {
        truth.forEach(sample, window, action);
    }

    /** Returns the part of an interval, which may be open-ended, that lies in the past. */
    IdBounds interval(Instant from, Instant to) {
        IdBounds now = IdBounds.until(clock.instant());
        return (from.isAfter(Instant.EPOCH) ? now.from(from) : now)
                .before(to.isBefore(clock.instant()) ? to : clock.instant().plusMillis(1));
    }

    void forEachDelivery(Consumer<StreamDelivery> action) {
        streams.forEach(action);
    }

    void fail(FaultKind kind, int count, Duration duration) {
        faults.script(kind, count, clock.instant().plus(duration));
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler).getFilters().add(new LoopbackFilter());
    }

    private static HttpServer listen(int port) throws IOException {
        // The JDK's server sends headers and body apart; without this each answer waits 40 ms for an acknowledgement.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port), BACKLOG);
        } catch (BindException e) {
            throw new IOException(
                    "the simulator cannot listen on " + LOOPBACK + ":" + port + ", choose another port: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Many threads, because some faults hold one for minutes; idle ones go. */
    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new DaemonThreads("simulator"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
