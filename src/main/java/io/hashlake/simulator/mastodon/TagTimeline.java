package io.hashlake.simulator.mastodon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.simulator.world.World;
import io.hashlake.tweet.Hashtag;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Timelines of hashtags at one moment. */
final class TagTimeline {

    static final String PATH = "/api/v1/timelines/tag/";

    private static final Pattern MIN_ID = Pattern.compile("min_id=(\\d+)");
    private static final int PAGE = 40;

    private final World world;
    private final Statuses statuses;
    private final Instant now;
    private final List<Long> listed;

    TagTimeline(World world, Statuses statuses, LongStream numbers, Instant now) {
        this.world = world;
        this.statuses = statuses;
        this.now = now;
        this.listed = numbers.boxed()
                .filter(number -> !statuses.arrival(number).isAfter(now))
                .sorted(Comparator.comparing(statuses::id))
                .toList();
    }

    /** The newest first: those right behind min_id, or the newest of all. */
    ArrayNode page(URI uri) {
        Matcher minId = MIN_ID.matcher(String.valueOf(uri.getQuery()));
        List<Long> tagged = tagged(uri);
        if (!minId.find()) {
            return json(tagged.subList(Math.max(0, tagged.size() - PAGE), tagged.size()));
        }
        long after = Long.parseLong(minId.group(1));
        return json(tagged.stream()
                .filter(number -> statuses.id(number) > after)
                .limit(PAGE)
                .toList());
    }

    ArrayNode oldest(URI uri) {
        List<Long> tagged = tagged(uri);
        return json(tagged.subList(0, Math.min(PAGE, tagged.size())));
    }

    ArrayNode broken(URI uri) {
        ArrayNode page = page(uri);
        if (!page.isEmpty()) {
            ((ObjectNode) page.get(0)).remove("content");
        }
        return page;
    }

    private List<Long> tagged(URI uri) {
        String hashtag = Hashtag.canonical(uri.getPath().substring(PATH.length()));
        return listed.stream()
                .filter(number -> world.hashtags(world.plan(number)).contains(hashtag))
                .toList();
    }

    private ArrayNode json(List<Long> oldestFirst) {
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        List<Long> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        newestFirst.forEach(number -> page.add(statuses.status(number, now)));
        return page;
    }
}
