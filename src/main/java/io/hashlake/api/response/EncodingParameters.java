package io.hashlake.api.response;

import io.hashlake.api.problem.ProblemType;
import io.hashlake.api.request.Checked;
import io.hashlake.api.request.InvalidParameters;
import io.hashlake.api.request.RequestClock;
import java.util.Arrays;
import java.util.List;

/** Parameters by which a client chooses the response's encoding. */
interface EncodingParameters extends Checked {

    /** One of the constants, which are named as those of {@link Format}; null where the header Accept decides. */
    Enum<?> format();

    /** Constants of {@link #format}, the usual one first. */
    Enum<?>[] formats();

    Boolean bom();

    List<String> accept();

    /** A byte order mark that would break another format is refused. */
    @Override
    default void check(InvalidParameters invalid, RequestClock clock) {
        if (hasBom() && chosen() != Format.CSV) {
            invalid.add("bom", "true", "it goes with format=csv only");
        }
    }

    default Encoding encoding() {
        return new Encoding(chosen(), hasBom());
    }

    private boolean hasBom() {
        return Boolean.TRUE.equals(bom());
    }

    private Format chosen() {
        List<Format> among = Arrays.stream(formats()).map(Format::of).toList();
        return format() != null
                ? Format.of(format())
                : Format.accepted(String.join(",", accept()), among).orElseThrow(() -> ProblemType.NOT_ACCEPTABLE
                        .because("there is " + Format.ids(among) + "; the header Accept wants something else")
                        .thrown());
    }
}
