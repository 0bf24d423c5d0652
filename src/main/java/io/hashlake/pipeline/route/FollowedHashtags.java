package io.hashlake.pipeline.route;

import io.hashlake.pipeline.route.YamlNode.Entry;
import io.hashlake.tweet.Hashtag;
import io.hashlake.x.query.SearchQuery;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hashtags that the route files follow, whether their routes run or not: the parameter {@code hashtag} of what is made
 * of a template, and those in the query of an {@code x:} endpoint.
 */
public final class FollowedHashtags {

    private static final Pattern QUERY = Pattern.compile("[?&]query=([^&]*)");

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
        String uri = from.get("uri").text();
        if (!uri.startsWith("x:")) {
            return Stream.empty();
        }
        Matcher inUri = QUERY.matcher(uri);
        String query = inUri.find()
                ? URLDecoder.decode(inUri.group(1), StandardCharsets.UTF_8)
                : from.get("parameters").get("query").text();
        return isGiven(query) ? new SearchQuery(query).hashtags().stream() : Stream.empty();
    }

    /** What a placeholder stands for is not known here. */
    private static boolean isGiven(String value) {
        return !value.isBlank() && !value.contains("{{");
    }
}
