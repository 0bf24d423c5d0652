package io.hashlake.app.command;

import io.hashlake.lake.parquet.Release;
import picocli.CommandLine.IVersionProvider;

/** Versions that {@code --version} prints. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"hashlake " + Release.VERSION, "Java " + Runtime.version()};
    }
}
