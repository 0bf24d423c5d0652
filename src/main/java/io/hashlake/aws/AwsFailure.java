package io.hashlake.aws;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what failed requests to one service mean and what to do about them. */
public final class AwsFailure {

    private static final String CREDENTIALS = "the access key or the secret key is wrong";
    private static final String EXPIRED = "the credentials have expired";

    /** Explanations by error code that services have in common. */
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("InvalidAccessKeyId", CREDENTIALS),
            Map.entry("SignatureDoesNotMatch", CREDENTIALS),
            Map.entry("UnrecognizedClientException", CREDENTIALS),
            Map.entry("InvalidSignatureException", CREDENTIALS),
            Map.entry("ExpiredToken", EXPIRED),
            Map.entry("ExpiredTokenException", EXPIRED),
            Map.entry("RequestTimeTooSkewed", "this machine's clock is wrong"));

    private final Map<String, String> meanings;

    /** @param own explanations by the service's own error codes */
    public AwsFailure(Map<String, String> own) {
        meanings = new HashMap<>(COMMON);
        meanings.putAll(own);
    }

    /** Returns one line without secrets. */
    public String describe(SdkException e) {
        if (e instanceof AwsServiceException response) {
            return meaning(response);
        }
        if (String.valueOf(e.getMessage()).contains("Unable to load credentials")) {
            return "no credentials are configured, and AWS's standard chain has none";
        }
        return "no answer: " + firstLine(innermost(e));
    }

    /** Returns the service's error code; empty where the response has none. */
    public static String code(AwsServiceException response) {
        String code = response.awsErrorDetails() == null
                ? null
                : response.awsErrorDetails().errorCode();
        return code == null ? "" : code;
    }

    private String meaning(AwsServiceException response) {
        String code = code(response);
        String status = "HTTP " + response.statusCode() + (code.isEmpty() ? "" : " " + code);
        String known = meanings.get(code);
        if (known != null) {
            return known + " (" + status + ")";
        }
        String message = response.awsErrorDetails() == null
                ? null
                : response.awsErrorDetails().errorMessage();
        return message == null ? status : status + ": " + message;
    }

    private static Throwable innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String firstLine(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
