package io.hashlake.api.response;

import io.hashlake.api.request.MediaRange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Format of a response. */
public enum Format {
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    CSV("text/csv; charset=utf-8"),
    TEXT("text/plain; charset=utf-8");

    /** Meaning of the parameter {@code format}, for the API's description. */
    static final String MEANING = "The format, whatever the header Accept says";

    private static final Set<String> ALSO_NDJSON = Set.of("application/ndjson", "application/jsonl");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The media type without its parameters. */
    public String bareMediaType() {
        return mediaType.replaceFirst(";.*", "");
    }

    /** The one of that {@link #id}. */
    public static Format ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String ids(List<Format> formats) {
        return formats.stream().map(Format::id).collect(Collectors.joining(", "));
    }

    /** The one of that name. */
    static Format of(Enum<?> constant) {
        return valueOf(constant.name());
    }

    /** The one of them that an Accept header likes best, the first of several that it likes as much. */
    public static Optional<Format> accepted(String header, List<Format> among) {
        if (header == null || header.isBlank()) {
            return Optional.of(among.get(0));
        }
        List<MediaRange> ranges =
                Arrays.stream(header.split(",")).map(MediaRange::of).toList();
        Format best = null;
        double most = 0;
        for (Format format : among) {
            double quality = format.quality(ranges);
            if (quality > most) {
                best = format;
                most = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of the ranges that match, the most exact one counts. */
    private double quality(List<MediaRange> ranges) {
        return ranges.stream()
                .filter(range -> range.matches(bareMediaType()) || this == NDJSON && ALSO_NDJSON.contains(range.type()))
                .max(java.util.Comparator.comparingInt(MediaRange::exactness))
                .map(MediaRange::quality)
                .orElse(0.0);
    }
}
