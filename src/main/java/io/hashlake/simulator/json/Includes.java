package io.hashlake.simulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hashlake.simulator.request.FieldSelection;
import io.hashlake.simulator.truth.Served;
import io.hashlake.simulator.world.Details;
import io.hashlake.simulator.world.Mark;
import io.hashlake.simulator.world.Plan;
import io.hashlake.simulator.world.Post;
import io.hashlake.simulator.world.PostKind;
import io.hashlake.simulator.world.SimulatedAccount;
import io.hashlake.simulator.world.SimulatedMedia;
import io.hashlake.simulator.world.SimulatedPlace;
import io.hashlake.simulator.world.Text;
import io.hashlake.simulator.world.World;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a page's posts refer to and was asked to be expanded, once each. */
public final class Includes {

    private final World world;
    private final FieldSelection selection;
    private final Instant now;
    private final Set<SimulatedAccount> users = new LinkedHashSet<>();
    private final Set<Long> posts = new LinkedHashSet<>();
    private final Set<SimulatedPlace> places = new LinkedHashSet<>();
    private final Set<SimulatedMedia> media = new LinkedHashSet<>();

    public Includes(World world, FieldSelection selection, Instant now) {
        this.world = world;
        this.selection = selection;
        this.now = now;
    }

    public void add(Post post) {
        if (expands("author_id")) {
            users.add(post.author());
        }
        if (expands("in_reply_to_user_id") && post.repliedTo() != null) {
            users.add(post.repliedTo());
        }
        if (expands("entities.mentions.username")) {
            addMentioned(post.text());
        }
        if (expands("entities.note.mentions.username")) {
            addMentioned(post.whole());
        }
        if (expands("geo.place_id")) {
            addPlace(post);
        }
        if (expands("attachments.media_keys")) {
            media.addAll(SimulatedMedia.of(post));
        }
        addPosts(post.plan());
    }

    public void write(JsonGenerator json) throws IOException {
        if (users.isEmpty() && posts.isEmpty() && places.isEmpty() && media.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("includes");
        writeUsers(json);
        writePosts(json);
        writePlaces(json);
        if (!media.isEmpty()) {
            new MediaJson(selection.mediaFields()).write(json, media);
        }
        json.writeEndObject();
    }

    /** Returns these posts, by number, with what was collected. */
    public Served servedWith(List<Long> numbers) {
        return new Served(
                numbers,
                Set.copyOf(posts),
                users.stream().map(SimulatedAccount::rank).toList(),
                0);
    }

    private void addMentioned(Text text) {
        for (Mark mark : text.marks()) {
            if (mark.type() == Mark.Type.MENTIONS) {
                users.add(world.crowd().account(mark.value()));
            }
        }
    }

    private void addPlace(Post post) {
        SimulatedPlace place = Details.of(world, post).place();
        if (place != null) {
            places.add(place);
        }
    }

    private void addPosts(Plan plan) {
        if (plan.kind() != PostKind.ORIGINAL && selection.expandsReferences()) {
            posts.add(plan.target());
            if (expands("referenced_tweets.id.attachments.media_keys")) {
                media.addAll(SimulatedMedia.of(world.post(world.target(plan))));
            }
            if (selection.expandsReferencedAuthors()) {
                users.add(world.crowd().account(world.target(plan).author()));
            }
        }
        if (expands("edit_history_tweet_ids")) {
            world.versions(plan, now).forEach(id -> posts.add(world.timeline().number(id)));
            posts.remove(plan.number());
        }
    }

    private void writeUsers(JsonGenerator json) throws IOException {
        if (users.isEmpty()) {
            return;
        }
        UserJson writer = new UserJson(world.crowd(), selection, now);
        json.writeArrayFieldStart("users");
        for (SimulatedAccount user : users) {
            writer.write(json, user);
        }
        json.writeEndArray();
    }

    private void writePosts(JsonGenerator json) throws IOException {
        if (posts.isEmpty()) {
            return;
        }
        PostJson writer = new PostJson(world, selection, now);
        json.writeArrayFieldStart(selection.vocabulary().name("tweets"));
        for (long number : posts) {
            writer.write(json, world.post(world.plan(number)));
        }
        json.writeEndArray();
    }

    private void writePlaces(JsonGenerator json) throws IOException {
        if (places.isEmpty()) {
            return;
        }
        PlaceJson writer = new PlaceJson(selection.placeFields());
        json.writeArrayFieldStart("places");
        for (SimulatedPlace place : places) {
            writer.write(json, place);
        }
        json.writeEndArray();
    }

    private boolean expands(String expansion) {
        return selection.expansions().contains(expansion);
    }
}
