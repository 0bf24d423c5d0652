package io.hashlake.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Turns whatever ends a request into a problem. Nothing of an unexpected error is told but a number that is in the log too. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int RETRY_SECONDS = 5;

    /** Statuses that are over sooner or later. */
    private static final Set<Integer> PASSING = Set.of(429, 503);

    private Failures() {}

    static Response response(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .entity(problem.json())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (PASSING.contains(problem.status())) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return response.build();
    }

    static Response response(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return response(known.problem());
        }
        if (failure instanceof WebApplicationException framework) {
            return isWrapping(framework) ? response(framework.getCause()) : response(framework);
        }
        if (failure instanceof ClientGoneException gone) {
            LOG.debugf("A client went away: %s", gone.getMessage());
            return Response.noContent().build();
        }
        if (failure instanceof IOException outage) {
            LOG.warnf("The API cannot answer: %s", outage.getMessage());
            return response(ProblemType.UNAVAILABLE.because(
                    "the warehouse cannot be reached or takes too long just now; try again"));
        }
        String number = UUID.randomUUID().toString();
        LOG.errorf(failure, "The API failed, error %s", number);
        return response(ProblemType.INTERNAL_ERROR.because("the log says more about error " + number));
    }

    /** Tells whether a failure comes from writing a stream of which nothing has been sent. */
    private static boolean isWrapping(WebApplicationException framework) {
        return framework.getCause() != null && framework.getResponse().getStatus() == 500;
    }

    private static Response response(WebApplicationException framework) {
        Response original = framework.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        String detail =
                switch (status) {
                    case 404 -> "/api/docs shows what there is";
                    case 405 -> "the header Allow says what can be done";
                    default -> original.getStatusInfo().getReasonPhrase();
                };
        Problem known = ProblemType.of(status).because(detail);
        return response(new Problem(known.type(), known.title(), status, detail, known.errors(), null, null));
    }
}
