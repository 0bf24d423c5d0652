package io.hashlake.simulator.mastodon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hashlake.simulator.world.Mark;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.Post;
import io.hashlake.simulator.world.PostKind;
import io.hashlake.simulator.world.SimulatedAccount;
import io.hashlake.simulator.world.SimulatedProfile;
import io.hashlake.simulator.world.Text;
import io.hashlake.simulator.world.World;
import java.time.Instant;
import java.util.List;

/** Statuses as one server has them, each of which follows from the world and a post's number. */
final class Statuses {

    /** Servers of which the authors are. */
    private static final List<String> DOMAINS = List.of("one.example", "two.example", "three.example");

    private static final int BETWEEN_LATE = 7;
    private static final long LATE_MILLIS = 700;
    private static final int ONE_OF = 4;

    private final World world;
    private final int server;
    private final ObjectMapper json = new ObjectMapper();

    /** @param server number of the server: which posts do not reach it depends on it */
    Statuses(World world, int server) {
        this.world = world;
        this.server = server;
    }

    boolean isKnown(long number) {
        return world.plan(number).kind() != PostKind.REPOST && number % ONE_OF != server % ONE_OF;
    }

    /** Returns the time at which it reaches the server; some are late. */
    Instant arrival(long number) {
        Instant created = world.timeline().createdAt(number);
        return number % BETWEEN_LATE == server % BETWEEN_LATE ? created.plusMillis(LATE_MILLIS) : created;
    }

    /** Grows with the arrival. */
    long id(long number) {
        return arrival(number).toEpochMilli() * 1_000 + number % 1_000;
    }

    TrueStatus truth(long number) {
        return new TrueStatus(uri(number), world.timeline().createdAt(number), world.hashtags(world.plan(number)));
    }

    private String uri(long number) {
        SimulatedAccount author = author(number);
        return "https://" + domain(author) + "/users/" + author.username() + "/statuses/" + number;
    }

    private SimulatedAccount author(long number) {
        return world.crowd().account(world.plan(number).author());
    }

    private static String domain(SimulatedAccount author) {
        return DOMAINS.get(author.rank() % DOMAINS.size());
    }

    ObjectNode status(long number, Instant now) {
        Plan plan = world.plan(number);
        Post post = world.post(plan);
        ObjectNode status = json.createObjectNode()
                .put("id", Long.toString(id(number)))
                .put("uri", uri(number))
                .put("created_at", post.createdAt().toString())
                .put("edited_at", (String) null)
                .put("content", html(post.whole()))
                .put("spoiler_text", "")
                .put("sensitive", false)
                .put("visibility", "public")
                .put("language", plan.language().code())
                .put("reblogs_count", world.metrics(plan, now).retweets())
                .put("replies_count", world.metrics(plan, now).replies())
                .put("favourites_count", world.metrics(plan, now).likes());
        status.putNull("reblog");
        status.putArray("media_attachments");
        status.putArray("mentions");
        ArrayNode tags = status.putArray("tags");
        world.hashtags(plan).forEach(tag -> tags.addObject().put("name", tag));
        status.set("account", account(post.author(), now));
        return status;
    }

    private ObjectNode account(SimulatedAccount author, Instant now) {
        SimulatedProfile profile = world.crowd().profile(author, now);
        return json.createObjectNode()
                .put("id", Long.toString(author.rank()))
                .put("acct", author.username() + "@" + domain(author))
                .put("display_name", profile.name())
                .put("note", "<p>" + escaped(profile.description()) + "</p>")
                .put("url", "https://" + domain(author) + "/@" + author.username())
                .put("created_at", world.crowd().createdAt(author).toString())
                .put("followers_count", profile.followers())
                .put("following_count", profile.following())
                .put("statuses_count", profile.posts());
    }

    /** A paragraph in which hashtags are links. */
    private static String html(Text text) {
        StringBuilder html = new StringBuilder("<p>");
        int[] points = text.text().codePoints().toArray();
        int at = 0;
        for (Mark mark : text.marks()) {
            if (mark.type() == Mark.Type.HASHTAGS) {
                html.append(escaped(new String(points, at, mark.start() - at)))
                        .append("<a href=\"https://one.example/tags/x\" class=\"mention hashtag\" rel=\"tag\">#<span>")
                        .append(escaped(text.covered(mark).substring(1)))
                        .append("</span></a>");
                at = mark.end();
            }
        }
        return html.append(escaped(new String(points, at, points.length - at)))
                .append("</p>")
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br />");
    }
}
