package io.hashlake.pipeline.route;

import io.hashlake.pipeline.route.YamlNode.Entry;
import io.hashlake.tweet.Hashtag;
import io.hashlake.x.query.SearchQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The hashtags that the route files follow, whether their routes run or not: the parameter {@code hashtag} of what is made
 * of a template, and those in the query of an {@code x:} endpoint.
 */
public final class FollowedHashtags {

    private FollowedHashtags() {}

    /** Each once, in the order of the files. Files that {@link RouteLint} would refuse may give fewer. */
    public static List<Hashtag> in(List<RouteFile> files) {
        Map<String, Hashtag> found = new LinkedHashMap<>();
        files.stream()
                .flatMap(file -> YamlNode.parse(file).items().stream())
                .flatMap(item -> item.entries().stream())
                .flatMap(FollowedHashtags::hashtags)
                .forEach(hashtag -> found.putIfAbsent(hashtag.canonical(), hashtag));
        return List.copyOf(found.values());
    }

    private static Stream<Hashtag> hashtags(Entry definition) {
        return switch (definition.key()) {
            case "templatedRoute" ->
                definition.value().get("parameters").items().stream()
                        .filter(parameter -> parameter.get("name").text().equals("hashtag"))
                        .map(parameter -> parameter.get("value").text())
                        .filter(FollowedHashtags::isGiven)
                        .map(Hashtag::of);
            case "route" -> queried(definition.value().get("from"));
            default -> Stream.empty();
        };
    }

    private static Stream<Hashtag> queried(YamlNode from) {
        String query = XAddress.of(
                        from.get("uri").text(), from.get("parameters").values())
                .map(XAddress::query)
                .orElse("");
        return isGiven(query) ? SearchQuery.ofAnyLength(query).hashtags().stream() : Stream.empty();
    }

    /** Returns whether the value is known here, as that of a placeholder is not. */
    private static boolean isGiven(String value) {
        return !value.isBlank() && !value.contains("{{");
    }
}
