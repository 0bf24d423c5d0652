package io.hashlake.api.response;

import io.hashlake.api.problem.ProblemType;
import io.hashlake.api.request.Parameters;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Makes responses of answers: parameters, format, tag for caches, link to the next page. */
public final class Responder {

    private final Clock clock;
    private final ZoneId usualZone;

    /** @param usualZone for requests that name none */
    public Responder(Clock clock, ZoneId usualZone) {
        this.clock = clock;
        this.usualZone = usualZone;
    }

    /** Maps parameters to an answer. */
    public interface Question {

        /** @throws IOException if the warehouse cannot be asked just now */
        Answer ask(Parameters parameters) throws IOException;
    }

    public Response answer(UriInfo uri, HttpHeaders headers, Question question) throws IOException {
        Parameters parameters = parameters(uri.getQueryParameters());
        Encoding encoding = encoding(parameters, headers, Format.ROWS);
        Answer answer = question.ask(parameters);
        byte[] body = Writing.bytes(answer, encoding);
        String tag = tag(body);
        Response.ResponseBuilder response = isKnown(tag, headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                ? Response.notModified()
                : Response.ok(body)
                        .header(HttpHeaders.CONTENT_TYPE, encoding.format().mediaType());
        if (answer instanceof Answer.Many<?> many && !many.next().isEmpty()) {
            response.header(
                    HttpHeaders.LINK, Links.next(uri.getRequestUri().getRawPath(), parameters.given(), many.next()));
        }
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    public Parameters parameters(Map<String, List<String>> given) {
        return new Parameters(given, clock, usualZone);
    }

    /** Reads {@code format} and {@code bom}. A byte order mark that would break another format is refused. */
    public static Encoding encoding(Parameters parameters, HttpHeaders headers, List<Format> among) {
        Format format = format(parameters, headers, among);
        boolean bom = parameters.flag("bom");
        if (bom && format != Format.CSV) {
            parameters.refuse("bom", "true", "it goes with format=csv only");
        }
        return new Encoding(format, bom && format == Format.CSV);
    }

    /** Returns the format that the parameter {@code format} names, or else the one that is accepted. */
    private static Format format(Parameters parameters, HttpHeaders headers, List<Format> among) {
        String allowed = "one of " + Format.ids(among);
        return parameters
                .one("format", allowed, value -> Format.of(value, among).orElseThrow())
                .or(() -> Format.accepted(headers.getHeaderString(HttpHeaders.ACCEPT), among))
                .orElseThrow(() -> ProblemType.NOT_ACCEPTABLE
                        .because("there is " + Format.ids(among) + "; the header Accept wants something else")
                        .thrown());
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 15)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isKnown(String tag, String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || weak(known).equals(tag));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }
}
