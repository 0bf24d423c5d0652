package io.hashlake.x.stream;

import io.hashlake.source.SourceStatus;
import io.hashlake.thread.DaemonThreads;
import io.hashlake.x.stream.client.StreamApi.Stream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * One of X's streams and everybody who follows it: all sources share the one connection that X allows. It has two threads
 * once it was {@linkplain #start() started}.
 */
public final class StreamHub {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String label;
    private final Followers followers;
    private final EventBuffer buffer;
    private final StreamDispatcher pump;
    private final StreamConnector connector;
    private Thread reading;
    private Thread handingOver;

    public StreamHub(Stream stream, StreamServices services, StreamSettings settings) {
        this.followers = new Followers(services.cursors());
        this.buffer = new EventBuffer(settings.bufferLines(), settings.config().bufferBytes());
        Audience audience = stream == Stream.SAMPLE
                ? new SampleAudience(followers)
                : new RuleAudience(
                        followers,
                        new RuleReconciler(services.api(), settings.config(), services.clock()),
                        settings.checkEvery(),
                        services.clock());
        StreamContext context = new StreamContext(stream, followers, audience, buffer, services, settings);
        this.label = context.label();
        this.pump = new StreamDispatcher(context);
        this.connector = new StreamConnector(context);
    }

    /** From now on the source is followed. */
    public void add(StreamSource source) {
        source.report(new SourceStatus.Starting());
        followers.add(source);
    }

    /**
     * From now on it is not; what came for it before is handed over. Its rule stays with X until the others' rules are looked
     * at again.
     *
     * @return completes when nothing of it is under way any more
     */
    public synchronized CompletionStage<Void> remove(StreamSource source) {
        followers.remove(source);
        source.follow(null);
        if (reading == null) {
            source.leave();
        } else {
            buffer.signal(new StreamEvent.Left(source));
        }
        return source.whenLeft();
    }

    /** Leases of some were taken over from another process. */
    public void takenOver() {
        followers.changed();
    }

    public List<StreamSource> sources() {
        return List.copyOf(followers.all());
    }

    /** Returns the number of bytes that were read and wait to be handed over. */
    public long bufferedBytes() {
        return buffer.bytes();
    }

    /** Begins to connect and to read. */
    public synchronized void start() {
        if (reading == null) {
            handingOver = thread("x-stream-batches-" + label, pump::run);
            reading = thread("x-stream-" + label, connector::run);
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = DaemonThreads.of(name, work);
        thread.start();
        return thread;
    }

    /** Hangs up, and hands over what was read if that does not take long. */
    public synchronized void stop() {
        if (reading == null) {
            return;
        }
        reading.interrupt();
        await(reading);
        buffer.signal(new StreamEvent.Closing());
        await(handingOver);
        handingOver.interrupt();
        await(handingOver);
        reading = null;
    }

    private static void await(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
