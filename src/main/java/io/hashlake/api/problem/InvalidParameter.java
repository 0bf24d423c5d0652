package io.hashlake.api.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Fault of a parameter.
 *
 * @param value as it was given, or its beginning
 * @param allowed what could stand in its place
 */
@Schema(description = "What is wrong with a parameter")
public record InvalidParameter(String parameter, String value, String allowed) {

    private static final int LONGEST = 100;

    public InvalidParameter {
        parameter = shortened(parameter);
        value = shortened(value);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
