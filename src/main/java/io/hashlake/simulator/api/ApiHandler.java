package io.hashlake.simulator.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.hashlake.simulator.feed.Faults;
import io.hashlake.simulator.request.InvalidRequestException;
import io.hashlake.simulator.request.RequestParameters;
import io.hashlake.simulator.request.VocabularyDetector;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.simulator.truth.ServiceLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Everything that X has: finds the endpoint, lets faults strike, answers and keeps the log. */
public final class ApiHandler implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(ApiHandler.class);
    private static final String ELSEWHERE = "other";

    /** A thousand rules of a thousand characters fit into it, each written as six bytes. */
    private static final int LONGEST_BODY = 8_000_000;

    private final Map<String, SimulatedEndpoint> endpoints;
    private final Gate gate;
    private final ReplyDelivery delivery;
    private final Faults faults;
    private final ServiceLog log;
    private final SimulatorVocabulary vocabulary;
    private final Clock clock;

    public ApiHandler(
            Map<String, SimulatedEndpoint> endpoints,
            SimulatorSettings settings,
            Faults faults,
            ServiceLog log,
            Clock clock) {
        this.endpoints = endpoints;
        this.gate = new Gate(settings, endpoints.values());
        this.delivery = new ReplyDelivery(settings.gzip());
        this.vocabulary = new VocabularyDetector(settings.vocabularies()).otherwise();
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            SimulatedEndpoint endpoint = endpoints.get(exchange.getRequestMethod() + " " + path);
            if (endpoint == null) {
                refuse(exchange, path);
            } else {
                Instant now = clock.instant();
                serve(exchange, endpoint, new Gate.Passing(now, faults.next(endpoint::canFail, now)));
            }
        }
    }

    private void refuse(HttpExchange exchange, String path) throws IOException {
        boolean isKnown = endpoints.keySet().stream().anyMatch(name -> name.endsWith(" " + path));
        CompleteReply answer = isKnown ? ErrorReplies.methodNotAllowed() : ErrorReplies.notFound();
        log.requests().add(isKnown ? path : ELSEWHERE, Integer.toString(answer.status()));
        delivery.send(exchange, answer, Optional.empty(), () -> {});
    }

    private void serve(HttpExchange exchange, SimulatedEndpoint endpoint, Gate.Passing passing) throws IOException {
        SimulatedReply reply = reply(exchange, endpoint, passing);
        String fault = passing.fault().map(kind -> " " + kind).orElse("");
        int status = reply instanceof CompleteReply answer ? answer.status() : 200;
        log.requests().add(name(exchange), status + fault);
        if (reply instanceof OpenStream stream) {
            stream.connection().run(exchange);
        } else if (reply instanceof CompleteReply answer) {
            CompleteReply shaped = endpoint.isLegacy() && status >= 400 ? ErrorReplies.legacy(answer) : answer;
            delivery.send(exchange, shaped, passing.fault(), () -> log.served(shaped.served(), passing.now()));
        }
    }

    /** The path, behind its method unless that is GET. */
    private static String name(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        return method.equals("GET") ? path : method + " " + path;
    }

    private SimulatedReply reply(HttpExchange exchange, SimulatedEndpoint endpoint, Gate.Passing passing)
            throws IOException {
        Optional<CompleteReply> refusal =
                gate.refusal(endpoint, exchange.getRequestHeaders(), exchange.getResponseHeaders(), passing);
        return refusal.isPresent() ? refusal.get() : answer(exchange, endpoint, passing);
    }

    private SimulatedReply answer(HttpExchange exchange, SimulatedEndpoint endpoint, Gate.Passing passing)
            throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        try {
            if (body.length > LONGEST_BODY) {
                throw new InvalidRequestException("body", "", "The body is longer than " + LONGEST_BODY + " bytes");
            }
            return endpoint.answer(new Request(RequestParameters.parse(query), body, passing.now(), passing.fault()));
        } catch (InvalidRequestException e) {
            return ErrorReplies.invalid(e, vocabulary);
        } catch (RuntimeException e) {
            LOG.error("the simulator failed on " + query, e);
            return ErrorReplies.internalError();
        }
    }
}
