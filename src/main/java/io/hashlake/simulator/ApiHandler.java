package io.hashlake.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Everything that X has: finds the endpoint, lets faults strike, answers and keeps the books. */
final class ApiHandler implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(ApiHandler.class);
    private static final String ELSEWHERE = "other";

    private final Map<String, Endpoint> endpoints;
    private final Gate gate;
    private final Delivery delivery;
    private final Faults faults;
    private final Books books;
    private final Vocabulary vocabulary;
    private final Clock clock;

    /** What is written down about requests. */
    record Books(RequestLog requests, UsageLog usage, Truth truth) {}

    ApiHandler(Map<String, Endpoint> endpoints, SimulatorSettings settings, Faults faults, Books books, Clock clock) {
        this.endpoints = endpoints;
        this.gate = new Gate(settings, endpoints.values());
        this.delivery = new Delivery(settings.gzip());
        this.vocabulary = new VocabularyChoice(settings.vocabularies()).otherwise();
        this.faults = faults;
        this.books = books;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Endpoint endpoint = endpoints.get(path);
            if (endpoint == null) {
                books.requests().add(ELSEWHERE, "404");
                delivery.send(exchange, Problems.notFound(), Optional.empty(), () -> {});
            } else {
                Instant now = clock.instant();
                serve(exchange, endpoint, new Gate.Passing(now, faults.next(endpoint, now)));
            }
        }
    }

    private void serve(HttpExchange exchange, Endpoint endpoint, Gate.Passing passing) throws IOException {
        Answer answer = answer(exchange, endpoint, passing);
        String fault = passing.fault().map(kind -> " " + kind).orElse("");
        books.requests().add(exchange.getRequestURI().getPath(), answer.status() + fault);
        delivery.send(exchange, answer, passing.fault(), () -> {
            books.truth().served(answer.served(), passing.now());
            books.usage().add(passing.now(), answer.served().size());
        });
    }

    private Answer answer(HttpExchange exchange, Endpoint endpoint, Gate.Passing passing) {
        if (!exchange.getRequestMethod().equals("GET")) {
            return Problems.methodNotAllowed();
        }
        return gate.refusal(endpoint, exchange.getRequestHeaders(), exchange.getResponseHeaders(), passing)
                .orElseGet(() -> answer(exchange.getRequestURI().getRawQuery(), endpoint, passing));
    }

    private Answer answer(String rawQuery, Endpoint endpoint, Gate.Passing passing) {
        try {
            return endpoint.answer(Parameters.parse(rawQuery), passing.now(), passing.fault());
        } catch (InvalidRequest e) {
            return Problems.invalid(e, vocabulary);
        } catch (RuntimeException e) {
            LOG.error("the simulator failed on " + rawQuery, e);
            return Problems.internalError();
        }
    }
}
