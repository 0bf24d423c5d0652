package io.hashlake.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.feed.RuleBook;
import io.hashlake.simulator.request.InvalidRequestException;
import io.hashlake.simulator.settings.SimulatorVocabulary;
import io.hashlake.simulator.truth.Served;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Every answer by which X refuses a request. */
public final class ErrorReplies {

    private static final String BLANK = "about:blank";

    private ErrorReplies() {}

    public static CompleteReply invalid(InvalidRequestException cause, SimulatorVocabulary vocabulary) {
        return CompleteReply.problem(400, json -> writeInvalid(json, cause, vocabulary));
    }

    /** Writes what an invalid request is answered, without the braces around it. */
    static void writeInvalid(JsonGenerator json, InvalidRequestException cause, SimulatorVocabulary vocabulary)
            throws IOException {
        json.writeArrayFieldStart("errors");
        json.writeStartObject();
        json.writeObjectFieldStart("parameters");
        json.writeArrayFieldStart(cause.parameter());
        json.writeString(cause.value());
        json.writeEndArray();
        json.writeEndObject();
        json.writeStringField("message", cause.getMessage());
        json.writeEndObject();
        json.writeEndArray();
        writeProblem(
                json,
                "Invalid Request",
                "One or more parameters to your request was invalid.",
                vocabulary.problem("invalid-request"));
    }

    static CompleteReply unauthorized() {
        return plain(401, "Unauthorized");
    }

    public static CompleteReply notFound() {
        return plain(404, "Not Found");
    }

    static CompleteReply methodNotAllowed() {
        return plain(405, "Method Not Allowed");
    }

    static CompleteReply tooManyRequests() {
        return plain(429, "Too Many Requests");
    }

    static CompleteReply internalError() {
        return plain(500, "Internal Server Error");
    }

    static CompleteReply creditsDepleted(SimulatorVocabulary vocabulary) {
        return CompleteReply.problem(
                402,
                json -> writeProblem(
                        json,
                        "CreditsDepleted",
                        "Your enrolled account does not have any credits to fulfill this request.",
                        vocabulary.problem("credits")));
    }

    static CompleteReply forbidden(SimulatorVocabulary vocabulary) {
        return CompleteReply.problem(403, json -> {
            writeProblem(
                    json,
                    "Client Forbidden",
                    "Your client app does not have the access that this endpoint requires.",
                    vocabulary.problem("client-forbidden"));
            json.writeStringField("reason", "client-not-enrolled");
            json.writeStringField("registration_url", "https://developer.x.com/en/docs/projects/overview");
        });
    }

    static CompleteReply usageCapped(SimulatorVocabulary vocabulary) {
        return CompleteReply.problem(429, json -> {
            writeProblem(
                    json,
                    "UsageCapExceeded",
                    "Usage cap exceeded: Monthly product cap",
                    vocabulary.problem("usage-capped"));
            json.writeStringField("period", "Monthly");
            json.writeStringField("scope", "Product");
        });
    }

    static CompleteReply tooManyRules(SimulatorVocabulary vocabulary) {
        return CompleteReply.problem(
                400,
                json -> writeProblem(
                        json,
                        "RulesCapExceeded",
                        "Your app may have no more than " + RuleBook.MOST + " rules.",
                        vocabulary.problem("rule-cap")));
    }

    static CompleteReply tooManyConnections(SimulatorVocabulary vocabulary) {
        return connection(
                429,
                "This stream is currently at the maximum allowed connection limit.",
                "TooManyConnections",
                vocabulary);
    }

    static CompleteReply noRules(SimulatorVocabulary vocabulary) {
        return connection(
                409,
                "You must define rules using the POST /2/tweets/search/stream/rules endpoint before connecting to"
                        + " filtered stream.",
                "RuleConfigurationIssue",
                vocabulary);
    }

    private static CompleteReply connection(int status, String detail, String issue, SimulatorVocabulary vocabulary) {
        return CompleteReply.problem(status, json -> {
            writeProblem(json, "ConnectionException", detail, vocabulary.problem("streaming-connection"));
            json.writeStringField("connection_issue", issue);
        });
    }

    static CompleteReply unavailable() {
        String html = "<!DOCTYPE html><html><head><title>X / Over capacity</title></head>"
                + "<body><h1>Over capacity</h1><p>Please try again.</p></body></html>";
        return new CompleteReply(
                503, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), Served.NOTHING);
    }

    /** The same refusal as version 1.1 had it. */
    static CompleteReply legacy(CompleteReply refusal) {
        Legacy legacy = Legacy.of(refusal.status());
        return CompleteReply.json(refusal.status(), json -> {
            json.writeArrayFieldStart("errors");
            json.writeStartObject();
            json.writeNumberField("code", legacy.code());
            json.writeStringField("message", legacy.message());
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private record Legacy(int code, String message) {

        static Legacy of(int status) {
            return switch (status) {
                case 400 -> new Legacy(195, "Missing or invalid url parameter.");
                case 401 -> new Legacy(32, "Could not authenticate you.");
                case 402, 403 ->
                    new Legacy(
                            453,
                            "You currently have access to a subset of X API V2 endpoints and limited v1.1 endpoints"
                                    + " only.");
                case 429 -> new Legacy(88, "Rate limit exceeded");
                case 503 -> new Legacy(130, "Over capacity");
                default -> new Legacy(131, "Internal error");
            };
        }
    }

    private static CompleteReply plain(int status, String title) {
        return CompleteReply.problem(status, json -> {
            writeProblem(json, title, title, BLANK);
            json.writeNumberField("status", status);
        });
    }

    private static void writeProblem(JsonGenerator json, String title, String detail, String type) throws IOException {
        json.writeStringField("title", title);
        json.writeStringField("detail", detail);
        json.writeStringField("type", type);
    }
}
