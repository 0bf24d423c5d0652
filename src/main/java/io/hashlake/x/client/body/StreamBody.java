package io.hashlake.x.client.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A body that is read while it arrives. It is given up when nothing arrives for too long, and takes from the network no more
 * than is read: who does not read holds the sender up. For one reading thread, which may be interrupted.
 */
public final class StreamBody extends InputStream implements BodySubscriber<StreamBody> {

    private static final List<ByteBuffer> END = List.of();

    private final Duration silence;
    private final BlockingQueue<List<ByteBuffer>> received = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> current = new ArrayDeque<>();
    private volatile Throwable failure;
    private volatile Flow.Subscription subscription;
    private boolean closed;
    private boolean ended;

    /** @param silence the longest time without a byte */
    public StreamBody(Duration silence) {
        this.silence = silence;
    }

    @Override
    public CompletionStage<StreamBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received.add(buffers);
    }

    @Override
    public void onError(Throwable cause) {
        failure = cause;
        received.add(END);
    }

    @Override
    public void onComplete() {
        received.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (current.isEmpty()) {
            if (ended) {
                return -1;
            }
            receive();
        }
        ByteBuffer buffer = current.peek();
        int count = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, count);
        if (!buffer.hasRemaining()) {
            current.remove();
        }
        return count;
    }

    private void receive() throws IOException {
        List<ByteBuffer> next = await();
        if (next == null) {
            throw new SocketTimeoutException("nothing was received for " + silence.toMillis() + " ms");
        }
        if (next == END) {
            ended = true;
            throwFailure();
            return;
        }
        next.stream().filter(ByteBuffer::hasRemaining).forEach(current::add);
        subscription.request(1);
    }

    private List<ByteBuffer> await() throws IOException {
        try {
            return received.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for more");
        }
    }

    private void throwFailure() throws IOException {
        if (failure != null) {
            String said = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            throw new IOException("connection lost: " + said, failure);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
