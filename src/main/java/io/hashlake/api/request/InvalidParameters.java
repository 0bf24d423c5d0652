package io.hashlake.api.request;

import io.hashlake.api.problem.InvalidParameter;
import io.hashlake.api.problem.Problem;
import io.hashlake.api.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with the parameters of a request, reported at once. */
public final class InvalidParameters {

    private static final int MAX_REPORTED = 100;

    private final List<InvalidParameter> found = new ArrayList<>();

    /** @param allowed what could stand in the value's place */
    public void add(String name, String value, String allowed) {
        if (found.size() < MAX_REPORTED) {
            found.add(new InvalidParameter(name, value, allowed));
        }
    }

    /** Adds that a parameter is missing, unless what was given for it is wrong. */
    public void addMissing(String name, String allowed) {
        if (found.stream().noneMatch(parameter -> parameter.parameter().equals(name))) {
            add(name, "", allowed);
        }
    }

    /** @throws ProblemException if anything is wrong */
    public void refuse() {
        if (!found.isEmpty()) {
            throw Problem.of(List.copyOf(found)).thrown();
        }
    }
}
