package io.hashlake;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets every wait without a time of its own last long enough for a busy machine; found by the service loader. */
public final class SlowMachineWaits implements BeforeAllCallback {

    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(MAX_WAIT);
    }
}
