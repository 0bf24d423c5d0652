package io.hashlake.api;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Hashtags that are followed through route files which this process may write. */
public interface SourceRoutes {

    /**
     * Follows a hashtag within seconds.
     *
     * @param template of the route, such as {@code x-search}
     * @return the name of the file that was written
     * @throws IllegalArgumentException if the hashtag or the template cannot be used; the message says why
     * @throws FileAlreadyExistsException if it is followed already
     * @throws AccessDeniedException if no file can be written
     * @throws FileSystemException if this process follows nothing
     */
    String add(String hashtag, String template) throws IOException;

    /**
     * Follows a source no longer.
     *
     * @throws NoSuchFileException if it is not followed
     * @throws AccessDeniedException if no file can be removed
     * @throws FileSystemException if a file with others follows it
     */
    void remove(String source) throws IOException;
}
