package io.hashlake.simulator.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.simulator.settings.FaultKind;
import io.hashlake.simulator.world.Burst;
import java.io.IOException;
import java.time.Duration;

/**
 * A fault that is asked for, as {@code {"kind":"slow","count":3}} or {@code {"kind":"slow","seconds":20}}.
 *
 * @param count of requests that it strikes
 * @param duration after which it is over
 */
public record FaultOrder(FaultKind kind, int count, Duration duration) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Duration LONGEST = Duration.ofDays(1);

    public FaultOrder {
        if (kind == null || count < 1 || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a fault needs a kind and, if any, a positive count or seconds of up to " + LONGEST.toSeconds());
        }
    }

    /** Throws {@link IllegalArgumentException} if this is none. */
    public static FaultOrder parse(byte[] json) {
        FaultKind kind = null;
        int count = 0;
        Duration duration = null;
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                parser.nextToken();
                switch (parser.currentName()) {
                    case "kind" -> kind = FaultKind.of(parser.getText());
                    case "count" -> count = parser.getIntValue();
                    case "seconds" -> duration = Duration.ofSeconds(parser.getIntValue());
                    default -> throw new IllegalArgumentException("unknown field '" + parser.currentName() + "'");
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no fault: " + e.getMessage(), e);
        }
        return of(kind, count, duration);
    }

    /**
     * A burst that begins now, as {@code {"factor":20,"seconds":10}}; throws {@link IllegalArgumentException} if this is
     * none.
     */
    public static Burst parseBurst(byte[] json) {
        double factor = 0;
        long seconds = 0;
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                parser.nextToken();
                switch (parser.currentName()) {
                    case "factor" -> factor = parser.getDoubleValue();
                    case "seconds" -> seconds = parser.getLongValue();
                    default -> throw new IllegalArgumentException("unknown field '" + parser.currentName() + "'");
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no burst: " + e.getMessage(), e);
        }
        return new Burst(Duration.ZERO, Duration.ofSeconds(seconds), factor);
    }

    /** One request if nothing else is said. */
    private static FaultOrder of(FaultKind kind, int count, Duration duration) {
        if (duration == null) {
            return new FaultOrder(kind, count == 0 ? 1 : count, LONGEST);
        }
        return new FaultOrder(kind, count == 0 ? Integer.MAX_VALUE : count, duration);
    }
}
