package io.hashlake.pipeline.reload;

import io.hashlake.pipeline.Deployment;
import io.hashlake.pipeline.RouteFiles;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.pipeline.route.RouteLint;
import io.hashlake.pipeline.route.SourceRoute;
import io.hashlake.tweet.Hashtag;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Route files with one hashtag each, written into and removed from the user's directory while Hashlake runs. Whoever compares the
 * route files next brings the change into force.
 */
public final class HashtagFiles {

    private static final String FOLDER = "hashtags/";
    private static final String TEMPLATE_NAME = "[A-Za-z0-9._-]+";

    /** Of a file name, which ends at 255 bytes. */
    private static final int MAX_NAME = 200;

    private final Path directory;
    private final Deployment deployment;

    public HashtagFiles(Path directory, Deployment deployment) {
        this.directory = directory;
        this.deployment = deployment;
    }

    /**
     * Writes a file that follows the hashtag by the template.
     *
     * @return the file's name
     * @throws IllegalArgumentException if that would be refused; the message says why
     * @throws FileAlreadyExistsException if the hashtag is followed already; the message says where
     * @throws AccessDeniedException if the directory cannot be written
     */
    public synchronized String add(String hashtag, String template) throws IOException {
        RouteLint.require(RouteLint.problemOfHashtag(hashtag).stream());
        if (!template.matches(TEMPLATE_NAME)) {
            throw new IllegalArgumentException("'" + template + "' is no name of a routeTemplate");
        }
        List<RouteFile> files = new ArrayList<>(RouteFiles.in(directory, deployment));
        String source = sourceOf(hashtag, template, files);
        String name = nameOf(source);
        RouteFile added = file(name, hashtag, template);
        Optional<SourceRoute> standing = following(files, source);
        if (standing.isPresent()) {
            throw new FileAlreadyExistsException(
                    name, null, "it is followed already, in " + standing.get().location());
        }
        files.removeIf(file -> file.name().equals(name));
        List<String> before = RouteLint.problemsOf(files);
        files.add(added);
        RouteLint.require(RouteLint.problemsOf(files).stream().filter(problem -> !before.contains(problem)));
        write(name, added.yaml());
        return name;
    }

    /**
     * Removes the file that follows nothing but this.
     *
     * @param name of the source
     * @throws NoSuchFileException if it is not followed
     * @throws AccessDeniedException if the directory cannot be written
     * @throws FileSystemException if it is followed by a built-in file, or in one with others; the reason says where
     */
    public synchronized void remove(String name) throws IOException {
        SourceRoute route = following(RouteFiles.in(directory, deployment), name)
                .orElseThrow(() -> new NoSuchFileException(name, null, "it is not followed"));
        String file = route.file().name();
        if (route.file().isBuiltIn()) {
            throw new FileSystemException(
                    file,
                    null,
                    "the " + route.location() + " follows it: put a " + file + " of your own in " + directory);
        }
        if (!route.isAlone()) {
            throw new FileSystemException(
                    file, null, route.location() + " follows it, in a file that holds more: remove it there");
        }
        if (RouteFiles.isBuiltIn(file)) {
            // Without a file of this name the built-in one would come into force.
            write(file, "[]\n");
        } else {
            delete(directory.resolve(file));
        }
    }

    /** The name of the source that the template makes of the hashtag: those of other networks than X begin with the network. */
    private String sourceOf(String hashtag, String template, List<RouteFile> files) {
        RouteFile wanted = file(nameOf(Hashtag.bare(hashtag)), hashtag, template);
        return SourceRoute.in(Stream.concat(files.stream(), Stream.of(wanted)).toList()).stream()
                .filter(route -> route.file().equals(wanted))
                .map(SourceRoute::name)
                .findFirst()
                .orElseGet(() -> Hashtag.bare(hashtag));
    }

    private RouteFile file(String name, String hashtag, String template) {
        return new RouteFile(name, directory.resolve(name).toString(), yaml(hashtag, template));
    }

    private static Optional<SourceRoute> following(List<RouteFile> files, String name) {
        return SourceRoute.in(files).stream().filter(route -> route.makes(name)).findFirst();
    }

    /** In ASCII, so that any file system can name it. */
    private static String nameOf(String source) {
        String name = URLEncoder.encode(Hashtag.canonical(source), StandardCharsets.UTF_8);
        if (name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "no file can be named after a hashtag this long: write it into hashtags.yaml by hand");
        }
        return FOLDER + name + ".yaml";
    }

    private static String yaml(String hashtag, String template) {
        String bare = Hashtag.bare(hashtag);
        return """
                # Written by the API, which also removes it.
                - templatedRoute:
                    routeId: "%s-%s"
                    routeTemplateRef: %s
                    parameters:
                      - name: hashtag
                        value: "%s"
                """.formatted(template, Hashtag.canonical(bare), template, bare);
    }

    /** The file appears at once and complete; a hidden one is no route file. */
    private void write(String name, String yaml) throws IOException {
        Path file = directory.resolve(name);
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(unfinished, yaml);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw denied(e);
        }
    }

    private void delete(Path file) throws IOException {
        try {
            Files.delete(file);
        } catch (FileSystemException e) {
            throw denied(e);
        }
    }

    private AccessDeniedException denied(FileSystemException e) {
        String why = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
        return new AccessDeniedException(
                directory.toString(), null, "hashlake.routes = " + directory + " cannot be written (" + why + ")");
    }
}
