package io.hashlake.api.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Everything that can be wrong, as docs/api.md lists it. */
public enum ProblemType {
    INVALID_PARAMETERS(400, "Parameters are wrong"),
    INVALID_REQUEST(400, "The request is wrong"),
    INVALID_STATEMENT(400, "The statement is wrong"),
    UNAUTHORIZED(401, "A token is needed"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Nothing is here"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    NOT_ACCEPTABLE(406, "No such format"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    CONFLICT(409, "Not now"),
    PRECONDITION_FAILED(412, "The tag is another one"),
    TOO_LARGE(413, "The request is too large"),
    URI_TOO_LONG(414, "The request line is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of another type"),
    MISDIRECTED(421, "Not a name of this process"),
    LIMIT_EXCEEDED(422, "The statement takes more than it may"),
    TOO_MANY_REQUESTS(429, "Too many at once"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    NOT_CONFIGURED(501, "Not configured"),
    UNAVAILABLE(503, "The warehouse is out"),
    INDEX_UNAVAILABLE(503, "The index is unavailable"),
    DYNAMODB_UNAVAILABLE(503, "DynamoDB is unavailable");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String uri() {
        return "urn:hashlake:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Problem because(String detail) {
        return because(detail, List.of());
    }

    public Problem because(String detail, List<InvalidParameter> errors) {
        return new Problem(uri(), title, status, detail, errors, null, null);
    }

    /** The one for a status that the framework has chosen. */
    static ProblemType of(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status && type != INVALID_PARAMETERS)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL_ERROR : INVALID_REQUEST);
    }
}
