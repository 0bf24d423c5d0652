package io.hashlake.simulator.stream;

import io.hashlake.simulator.feed.Outflow;
import io.hashlake.simulator.feed.StreamContent;
import io.hashlake.simulator.feed.StreamFaults;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.SimulatedStreamSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Life of an open stream. What a client has not read yet is not buffered but made when it is due, so a slow client
 * costs no memory.
 */
final class StreamFlow {

    /** Time for which a client that does not read anything may still read why the stream ends. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ServedStream connection;
    private final ServedStream.Output source;
    private final StreamWriter writer;
    private final Rules rules;

    /** Rules by which the stream behaves. */
    record Rules(SimulatedStreamSettings settings, StreamFaults faults, Clock clock) {}

    StreamFlow(ServedStream connection, StreamWriter writer, Rules rules) {
        this.connection = connection;
        this.source = connection.source();
        this.writer = writer;
        this.rules = rules;
    }

    /** Goes on until the stream ends; returns how it did. */
    String run() throws IOException {
        while (!connection.isEnded()) {
            Instant now = rules.clock().instant();
            Optional<FaultKind> fault = rules.faults().now(now);
            Optional<String> end = fault.isPresent() ? Optional.of(end(fault.get(), now)) : send(now);
            if (end.isPresent()) {
                return end.get();
            }
            if (connection.isProbed()
                    || writer.nanosSinceLastWrite()
                            >= rules.settings().heartbeat().toNanos()) {
                writer.heartbeat(now);
            }
            connection.pause();
        }
        return ServedStream.CLOSED;
    }

    boolean isStuck(Instant now) {
        Instant since = writer.writingSince();
        return since != null
                && since.plus(rules.settings().buffer()).plus(GRACE).isBefore(now);
    }

    /** Sends what there is; returns how the stream ends, if it does. */
    private Optional<String> send(Instant now) throws IOException {
        StreamContent.Filter filter = source.feed().at(now);
        Outflow.Item item;
        while ((item = source.outflow().poll(filter, now)) != null) {
            Optional<String> end = send(item, now);
            if (end.isEmpty() && writer.isFull()) {
                writer.flush(rules.clock().instant());
                end = ending(now);
            }
            if (end.isPresent()) {
                return end;
            }
        }
        writer.flush(now);
        return Optional.empty();
    }

    private Optional<String> ending(Instant since) throws IOException {
        if (connection.isEnded()) {
            return Optional.of(ServedStream.CLOSED);
        }
        Instant now = rules.clock().instant();
        return now.isAfter(since.plus(rules.settings().buffer()))
                ? Optional.of(end(FaultKind.SLOW_READER, now))
                : Optional.empty();
    }

    private Optional<String> send(Outflow.Item item, Instant now) throws IOException {
        Optional<FaultKind> fault = item.isFresh() ? rules.faults().at(item.plan(), now) : Optional.empty();
        if (fault.isPresent()) {
            return spoil(item, fault.get(), now);
        }
        writer.post(item, now);
        return Optional.empty();
    }

    private Optional<String> spoil(Outflow.Item item, FaultKind fault, Instant now) throws IOException {
        switch (fault) {
            case LATE_LINE ->
                source.outflow().postpone(item, now.plus(rules.settings().latest()));
            case DUPLICATE_LINE -> {
                writer.post(item, now);
                writer.post(item, now);
            }
            case BROKEN_LINE -> {
                writer.broken(item, now);
                writer.post(item, now);
            }
            case CUT_LINE, RESET_LINE -> {
                writer.half(item, now);
                return Optional.of(end(fault, now));
            }
            default -> {
                return Optional.of(end(fault, now));
            }
        }
        return Optional.empty();
    }

    private String end(FaultKind fault, Instant now) throws IOException {
        switch (fault) {
            case CUT_LINE -> writer.flush(now);
            case RESET_LINE -> {
                writer.flush(now);
                writer.drop();
            }
            case STALL -> stall(now);
            default -> {
                writer.disconnect(type(fault));
                writer.flush(now);
            }
        }
        return fault.toString();
    }

    private void stall(Instant now) throws IOException {
        writer.flush(now);
        while (!connection.isEnded()) {
            if (connection.isProbed()) {
                writer.heartbeat(now);
            }
            connection.pause();
        }
    }

    /** X's {@code disconnect_type}, such as {@code ForceDisconnect}. */
    private static String type(FaultKind fault) {
        return Arrays.stream(fault.toString().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
