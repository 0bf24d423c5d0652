package io.hashlake.app.doctor;

import java.net.URI;

/**
 * Address of X, or of what stands in for it.
 *
 * @param isSimulated whether that is the simulator, as no token is configured
 */
public record XAccess(URI base, String token, boolean isSimulated) {

    @Override
    public String toString() {
        return base.toString();
    }
}
