package io.hashlake.lake.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The release of Hashlake that this is, as the build has written it down. */
public final class Release {

    public static final String VERSION = read();

    private static final String RESOURCE = "release.properties";

    private Release() {}

    private static String read() {
        try (InputStream resource = Release.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(resource, RESOURCE));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
