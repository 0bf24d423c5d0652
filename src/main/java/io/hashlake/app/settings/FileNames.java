package io.hashlake.app.settings;

import io.hashlake.lake.store.LocalObjectStore;
import io.hashlake.tweet.Hashtag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that directories can be named after what is followed. */
public final class FileNames {

    private FileNames() {}

    /** Names the followed hashtags that no directory can be named after, and says what to do; empty if there are none. */
    public static Optional<String> warning(Settings settings, List<Hashtag> followed) {
        if (settings.bucket().isPresent() || !settings.deployment().hasLake()) {
            return Optional.empty();
        }
        List<String> unnameable = followed.stream()
                .map(Hashtag::canonical)
                .filter(hashtag -> !LocalObjectStore.isNameable(hashtag))
                .toList();
        return unnameable.isEmpty() ? Optional.empty() : Optional.of(warning(unnameable));
    }

    private static String warning(List<String> hashtags) {
        return hashtags.stream()
                .collect(Collectors.joining(
                        ", #",
                        "The file system's encoding is " + LocalObjectStore.names()
                                + ", in which the lake cannot name directories after #",
                        ": their posts go to the dead letter. Start with LC_ALL=C.UTF-8 in the environment"));
    }
}
