package io.hashlake.api.response;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Tag of a body, by which caches tell whether it has changed. It is weak: proxies may compress what they pass on. */
record BodyTag(String value) {

    private static final int BYTES = 15;

    static BodyTag of(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return new BodyTag(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String header() {
        return "W/\"" + value + '"';
    }

    /** Status that takes the body's place because of If-None-Match or If-Match. */
    Optional<Status> unmet(ContainerRequestContext context) {
        Request request = context.getRequest();
        return status(request.evaluatePreconditions(new EntityTag(value, true)))
                .or(() -> context.getHeaderString(HttpHeaders.IF_MATCH) == null
                        ? status(request.evaluatePreconditions(new EntityTag(value)))
                        : Optional.empty());
    }

    /** If-None-Match compares weakly: the framework, exactly. */
    private static Optional<Status> status(Response.ResponseBuilder unmet) {
        return Optional.ofNullable(unmet)
                .map(response -> Status.fromStatusCode(response.build().getStatus()));
    }
}
