package io.hashlake.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/** A flight recording of one stage, where {@code -Dbench.flight-recording=true} asks for it. */
final class FlightRecording implements AutoCloseable {

    private static final boolean WANTED = Boolean.getBoolean("hashlake.bench.flight-recording");

    private final Recording recording;

    private FlightRecording(Recording recording) {
        this.recording = recording;
    }

    /** @param file where it is written at its end */
    static FlightRecording start(Path file) throws IOException, ParseException {
        if (!WANTED) {
            return new FlightRecording(null);
        }
        Recording recording = new Recording(Configuration.getConfiguration("profile"));
        recording.setDestination(file);
        recording.start();
        System.out.println("flight recording: " + file);
        return new FlightRecording(recording);
    }

    @Override
    public void close() {
        if (recording != null) {
            recording.close();
        }
    }
}
