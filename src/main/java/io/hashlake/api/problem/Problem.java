package io.hashlake.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hashlake.api.json.Json;
import java.util.List;

/**
 * What went wrong, for the person who asked: the problem details of RFC 9457.
 *
 * @param errors what is wrong with each parameter
 * @param sqlState PostgreSQL's code for what is wrong with a statement
 * @param position where in the statement, in characters from 1
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<InvalidParameter> errors,
        String sqlState,
        Integer position) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, List.of(), null, null);
    }

    public static Problem of(List<InvalidParameter> errors) {
        ProblemType type = ProblemType.INVALID_PARAMETERS;
        String detail = errors.size() == 1 ? "one parameter is wrong" : errors.size() + " parameters are wrong";
        return new Problem(type.uri(), type.title(), type.status(), detail, errors, null, null);
    }

    /** There is nothing at an address. */
    public static Problem notFound(String detail) {
        return of(ProblemType.NOT_FOUND, detail);
    }

    /** A request breaks the rules of HTTP. */
    public static Problem invalidRequest(String detail) {
        return of(ProblemType.INVALID_REQUEST, detail);
    }

    /** A request did not arrive in time. */
    public static Problem requestTimeout(String detail) {
        return of(ProblemType.REQUEST_TIMEOUT, detail);
    }

    /** The problem in its media type. */
    public byte[] json() {
        return Json.bytes(this);
    }

    public ProblemException thrown() {
        return new ProblemException(this);
    }
}
