package io.hashlake.kinesis;

import io.hashlake.tweet.Hashtag;
import io.hashlake.tweet.Tweet;

/** Choice of a record's shard. */
public enum PartitionKey {
    /** The post's id: posts spread evenly over the shards. */
    POST {
        @Override
        String of(Tweet post) {
            return Long.toString(post.id());
        }
    },
    /** The first followed hashtag, else the post's first one, else its id: posts of one hashtag are in one shard. */
    HASHTAG {
        @Override
        String of(Tweet post) {
            return post.followed().stream()
                    .findFirst()
                    .or(() -> post.entities().hashtags().stream()
                            .map(Hashtag::canonical)
                            .findFirst())
                    .orElseGet(() -> POST.of(post));
        }
    };

    abstract String of(Tweet post);
}
