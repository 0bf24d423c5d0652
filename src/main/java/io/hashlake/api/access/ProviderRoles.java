package io.hashlake.api.access;

import io.hashlake.api.problem.ProblemType;
import java.util.Set;

/** Roles that tokens of an identity provider need. */
public record ProviderRoles(String read, String write) {

    /** @throws IllegalArgumentException if one is blank, which would open a door to no or to any role */
    public ProviderRoles {
        if (read.isBlank() || write.isBlank()) {
            throw new IllegalArgumentException("hashlake.api.read-role and hashlake.api.write-role must not be blank");
        }
    }

    /** @param roles of the caller */
    public Access check(Door door, Set<String> roles) {
        if (roles.contains(write) || door == Door.READ && roles.contains(read)) {
            return new Access.Granted();
        }
        return new Access.Refused(
                ProblemType.FORBIDDEN.because("the token lacks the role " + (door == Door.READ ? read : write)));
    }
}
