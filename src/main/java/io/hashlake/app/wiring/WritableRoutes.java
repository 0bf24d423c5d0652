package io.hashlake.app.wiring;

import io.hashlake.api.SourceRoutes;
import io.hashlake.pipeline.reload.HashtagFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** Lets the API write route files. */
record WritableRoutes(HashtagFiles files) implements SourceRoutes {

    /** For a process that reads no route files of sources. */
    static final SourceRoutes NONE = new SourceRoutes() {

        @Override
        public String add(String hashtag, String template) throws IOException {
            throw refused(hashtag);
        }

        @Override
        public void remove(String source) throws IOException {
            throw refused(source);
        }

        private static IOException refused(String name) {
            return new FileSystemException(name, null, "this process follows nothing: ask one with the role ingest");
        }
    };

    @Override
    public String add(String hashtag, String template) throws IOException {
        return files.add(hashtag, template);
    }

    @Override
    public void remove(String source) throws IOException {
        files.remove(source);
    }
}
