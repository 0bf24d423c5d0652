package io.hashlake.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.hashlake.simulator.api.CompleteReply;
import io.hashlake.simulator.api.ErrorReplies;
import io.hashlake.simulator.api.ReplyDelivery;
import io.hashlake.simulator.feed.SimulatedRule;
import io.hashlake.simulator.json.TruthJson;
import io.hashlake.simulator.query.IdBounds;
import io.hashlake.simulator.query.ParsedQuery;
import io.hashlake.simulator.request.FaultOrder;
import io.hashlake.simulator.request.InvalidRequestException;
import io.hashlake.simulator.request.Narrowing;
import io.hashlake.simulator.request.RemovalOrder;
import io.hashlake.simulator.request.RequestParameters;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.simulator.truth.TruePost;
import io.hashlake.simulator.world.Burst;
import io.hashlake.simulator.world.Folding;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Handler of the endpoints that X does not have, under {@code /simulator/}: the truth, the log, and faults on demand.
 */
final class ControlHandler implements HttpHandler {

    private static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_REMOVAL = 10_000_000;

    private final Simulator simulator;
    private final ReplyDelivery delivery = new ReplyDelivery(false);
    private final JsonFactory json = new JsonFactory();

    ControlHandler(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerOrRefuse(exchange);
        }
    }

    private void answerOrRefuse(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (InvalidRequestException e) {
            send(exchange, ErrorReplies.invalid(e, SimulatorVocabulary.TWEET));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /simulator/truth" -> sendTruth(exchange);
            case "GET /simulator/requests" -> send(exchange, CompleteReply.json(200, this::writeRequests));
            case "GET /simulator/bill" ->
                sendLines(
                        exchange,
                        lines -> simulator.bill().forEach(day -> writeLine(lines, () -> TruthJson.write(lines, day))));
            case "GET /simulator/streams" -> sendSessions(exchange);
            case "GET /simulator/deliveries" -> sendDeliveries(exchange);
            case "POST /simulator/faults" -> addFault(exchange);
            case "POST /simulator/removals" -> addRemovals(exchange);
            case "POST /simulator/bursts" -> addBurst(exchange);
            case "DELETE /simulator/faults" -> {
                simulator.heal();
                exchange.sendResponseHeaders(204, -1);
            }
            default -> send(exchange, ErrorReplies.notFound());
        }
    }

    private void sendTruth(HttpExchange exchange) throws IOException {
        RequestParameters parameters =
                RequestParameters.parse(exchange.getRequestURI().getRawQuery());
        parameters.allowOnly(List.of("query", "source", "from", "to", "format"));
        parameters.oneOf("format", List.of("ndjson"), "ndjson");
        String source = parameters.oneOf("source", List.of("search", "stream", "sample"), "search");
        IdBounds interval = simulator.interval(
                parameters.time("from").orElse(Instant.MIN),
                parameters.time("to").orElse(Instant.MAX));
        Consumer<Consumer<TruePost>> truth =
                switch (source) {
                    case "stream" -> {
                        ParsedQuery query = Narrowing.query(parameters, SimulatedRule.LONGEST, Folding.STREAM);
                        yield action -> simulator.streamTruth(query, interval, action);
                    }
                    case "sample" -> action -> simulator.sampleTruth(interval, action);
                    default -> {
                        ParsedQuery query = Narrowing.query(parameters);
                        yield action -> simulator.truth(query, interval, action);
                    }
                };
        sendLines(exchange, lines -> truth.accept(post -> writeLine(lines, () -> TruthJson.write(lines, post))));
    }

    private void sendDeliveries(HttpExchange exchange) throws IOException {
        sendLines(
                exchange,
                lines -> simulator.forEachDelivery(
                        delivery -> writeLine(lines, () -> TruthJson.write(lines, delivery))));
    }

    private void sendSessions(HttpExchange exchange) throws IOException {
        sendLines(exchange, lines -> simulator
                .streams()
                .forEach(session -> writeLine(lines, () -> TruthJson.write(lines, session))));
    }

    /** Sends JSON objects, one per line, as they are written. */
    private void sendLines(HttpExchange exchange, Consumer<JsonGenerator> writer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody());
                JsonGenerator lines = json.createGenerator(out)) {
            lines.setRootValueSeparator(null);
            writer.accept(lines);
        }
    }

    /** Writes a JSON object. */
    @FunctionalInterface
    private interface Line {
        void write() throws IOException;
    }

    private static void writeLine(JsonGenerator lines, Line line) {
        try {
            line.write();
            lines.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addRemovals(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REMOVAL);
        try {
            RemovalOrder order = RemovalOrder.parse(body);
            simulator.remove(order.ids(), order.reason());
            simulator.removeAccounts(order.users(), order.reason());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("body", "", e.getMessage());
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private void addBurst(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        try {
            Burst burst = FaultOrder.parseBurst(body);
            simulator.burst(burst.factor(), burst.length());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("body", new String(body, StandardCharsets.UTF_8), e.getMessage());
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private void writeRequests(JsonGenerator json) throws IOException {
        for (Map.Entry<String, Map<String, Long>> path : simulator.requests().entrySet()) {
            json.writeObjectFieldStart(path.getKey());
            for (Map.Entry<String, Long> outcome : path.getValue().entrySet()) {
                json.writeNumberField(outcome.getKey(), outcome.getValue());
            }
            json.writeEndObject();
        }
    }

    private void addFault(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        try {
            FaultOrder order = FaultOrder.parse(body);
            simulator.fail(order.kind(), order.count(), order.duration());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("body", new String(body, StandardCharsets.UTF_8), e.getMessage());
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private void send(HttpExchange exchange, CompleteReply answer) throws IOException {
        delivery.send(exchange, answer, Optional.empty(), () -> {});
    }
}
