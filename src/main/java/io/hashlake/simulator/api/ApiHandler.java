package io.hashlake.simulator.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.hashlake.simulator.feed.Faults;
import io.hashlake.simulator.request.InvalidRequestException;
import io.hashlake.simulator.request.Parameters;
import io.hashlake.simulator.request.VocabularyChoice;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.Vocabulary;
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

    private final Map<String, Endpoint> endpoints;
    private final Gate gate;
    private final Delivery delivery;
    private final Faults faults;
    private final ServiceLog log;
    private final Vocabulary vocabulary;
    private final Clock clock;

    public ApiHandler(
            Map<String, Endpoint> endpoints, SimulatorSettings settings, Faults faults, ServiceLog log, Clock clock) {
        this.endpoints = endpoints;
        this.gate = new Gate(settings, endpoints.values());
        this.delivery = new Delivery(settings.gzip());
        this.vocabulary = new VocabularyChoice(settings.vocabularies()).otherwise();
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Endpoint endpoint = endpoints.get(exchange.getRequestMethod() + " " + path);
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
        Answer answer = isKnown ? Problems.methodNotAllowed() : Problems.notFound();
        log.requests().add(isKnown ? path : ELSEWHERE, Integer.toString(answer.status()));
        delivery.send(exchange, answer, Optional.empty(), () -> {});
    }

    private void serve(HttpExchange exchange, Endpoint endpoint, Gate.Passing passing) throws IOException {
        Reply reply = reply(exchange, endpoint, passing);
        String fault = passing.fault().map(kind -> " " + kind).orElse("");
        int status = reply instanceof Answer answer ? answer.status() : 200;
        log.requests().add(name(exchange), status + fault);
        if (reply instanceof OpenStream stream) {
            stream.connection().run(exchange);
        } else if (reply instanceof Answer answer) {
            Answer shaped = endpoint.isLegacy() && status >= 400 ? Problems.legacy(answer) : answer;
            delivery.send(exchange, shaped, passing.fault(), () -> log.served(shaped.served(), passing.now()));
        }
    }

    /** The path, behind its method unless that is GET. */
    private static String name(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        return method.equals("GET") ? path : method + " " + path;
    }

    private Reply reply(HttpExchange exchange, Endpoint endpoint, Gate.Passing passing) throws IOException {
        Optional<Answer> refusal =
                gate.refusal(endpoint, exchange.getRequestHeaders(), exchange.getResponseHeaders(), passing);
        return refusal.isPresent() ? refusal.get() : answer(exchange, endpoint, passing);
    }

    private Reply answer(HttpExchange exchange, Endpoint endpoint, Gate.Passing passing) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        try {
            if (body.length > LONGEST_BODY) {
                throw new InvalidRequestException("body", "", "The body is longer than " + LONGEST_BODY + " bytes");
            }
            return endpoint.answer(new Request(Parameters.parse(query), body, passing.now(), passing.fault()));
        } catch (InvalidRequestException e) {
            return Problems.invalid(e, vocabulary);
        } catch (RuntimeException e) {
            LOG.error("the simulator failed on " + query, e);
            return Problems.internalError();
        }
    }
}
