package io.hashlake.pipeline.reload;

import io.hashlake.pipeline.route.FollowedHashtags;
import io.hashlake.pipeline.route.RouteFile;
import io.hashlake.tweet.Hashtag;
import java.util.List;

/** Route files whose routes this process has, and the hashtags that they follow. Threads share it. */
public final class RoutesInForce {

    private record Version(List<RouteFile> files, List<Hashtag> followed) {}

    private volatile Version version;

    public RoutesInForce(List<RouteFile> files) {
        replace(files);
    }

    public List<RouteFile> files() {
        return version.files();
    }

    /** Returns what is followed, whether the routes run or not. */
    public List<Hashtag> followed() {
        return version.followed();
    }

    void replace(List<RouteFile> files) {
        version = new Version(List.copyOf(files), FollowedHashtags.in(files));
    }
}
