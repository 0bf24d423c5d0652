package io.hashlake.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hashlake.api.json.Json;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Problem, for the person who asked: the problem details of RFC 9457.
 *
 * @param errors what is wrong with each parameter
 * @param sqlState PostgreSQL's code for what is wrong with a statement
 * @param position where in the statement, in characters from 1
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What went wrong, RFC 9457")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<InvalidParameter> errors,
        String sqlState,

        @Schema(description = "Character of the statement, from 1")
        Integer position) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(List<InvalidParameter> errors) {
        String detail = errors.size() == 1 ? "one parameter is wrong" : errors.size() + " parameters are wrong";
        return ProblemType.INVALID_PARAMETERS.because(detail, errors);
    }

    /** There is nothing at an address. */
    public static Problem notFound(String detail) {
        return ProblemType.NOT_FOUND.because(detail);
    }

    /** A request breaks the rules of HTTP. */
    public static Problem invalidRequest(String detail) {
        return ProblemType.INVALID_REQUEST.because(detail);
    }

    /** A request did not arrive in time. */
    public static Problem requestTimeout(String detail) {
        return ProblemType.REQUEST_TIMEOUT.because(detail);
    }

    /** The problem in its media type. */
    public byte[] json() {
        return Json.bytes(this);
    }

    public ProblemException thrown() {
        return new ProblemException(this);
    }
}
