package io.hashlake.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Hashlake. */
@QuarkusMain
public final class Hashlake {

    private Hashlake() {}

    public static void main(String[] args) {
        Quarkus.run(args);
    }
}
