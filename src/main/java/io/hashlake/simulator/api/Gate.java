package io.hashlake.simulator.api;

import com.sun.net.httpserver.Headers;
import io.hashlake.simulator.api.RateLimiter.Allowance;
import io.hashlake.simulator.request.VocabularyDetector;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.settings.SimulatorSettings;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides who may pass: by token, by rate and by fault. */
final class Gate {

    private static final int RESET_AFTER_FAULT = 3;

    private final SimulatorSettings settings;
    private final Map<SimulatedEndpoint, RateLimiter> limiters;
    private final SimulatorVocabulary vocabulary;

    Gate(SimulatorSettings settings, Collection<SimulatedEndpoint> endpoints) {
        this.settings = settings;
        this.vocabulary = new VocabularyDetector(settings.vocabularies()).otherwise();
        this.limiters = endpoints.stream()
                .collect(Collectors.toMap(
                        endpoint -> endpoint, endpoint -> new RateLimiter(endpoint, settings.rateLimits())));
    }

    /** The refusal of a request; empty if it may pass. Its limit is written into the response's headers. */
    Optional<CompleteReply> refusal(SimulatedEndpoint endpoint, Headers request, Headers response, Passing passing) {
        String authorization = request.getFirst("Authorization");
        if (!(endpoint.isLegacy() ? isSigned(authorization) : isAuthorized(authorization))) {
            return Optional.of(ErrorReplies.unauthorized());
        }
        Allowance allowance = limiters.get(endpoint).take(passing.now());
        if (passing.fault().filter(FaultKind.RATE_LIMITED::equals).isPresent()) {
            Instant reset = passing.now().plusSeconds(RESET_AFTER_FAULT);
            allowance = new Allowance(allowance.limit(), 0, reset, true);
        }
        response.set("x-rate-limit-limit", Integer.toString(allowance.limit()));
        response.set("x-rate-limit-remaining", Integer.toString(allowance.remaining()));
        response.set("x-rate-limit-reset", Long.toString(seconds(allowance.reset())));
        return allowance.isExceeded()
                ? Optional.of(ErrorReplies.tooManyRequests())
                : passing.fault().flatMap(this::refusal);
    }

    /** A request's time and fault. */
    record Passing(Instant now, Optional<FaultKind> fault) {}

    private Optional<CompleteReply> refusal(FaultKind fault) {
        return switch (fault) {
            case USAGE_CAPPED -> Optional.of(ErrorReplies.usageCapped(vocabulary));
            case CREDITS_DEPLETED -> Optional.of(ErrorReplies.creditsDepleted(vocabulary));
            case UNAUTHORIZED -> Optional.of(ErrorReplies.unauthorized());
            case FORBIDDEN -> Optional.of(ErrorReplies.forbidden(vocabulary));
            case UNAVAILABLE -> Optional.of(ErrorReplies.unavailable());
            default -> Optional.empty();
        };
    }

    /** Whole seconds, rounded up: who waits until then has waited long enough. */
    private static long seconds(Instant reset) {
        return reset.plusMillis(999).getEpochSecond();
    }

    /** Returns whether there is an OAuth 1 signature; whose it is does not matter. */
    private static boolean isSigned(String header) {
        return header != null
                && header.startsWith("OAuth ")
                && header.contains("oauth_consumer_key=")
                && header.contains("oauth_signature=");
    }

    private boolean isAuthorized(String header) {
        if (settings.bearerToken() == null) {
            return true;
        }
        byte[] expected = ("Bearer " + settings.bearerToken()).getBytes(StandardCharsets.UTF_8);
        return header != null && MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
    }
}
