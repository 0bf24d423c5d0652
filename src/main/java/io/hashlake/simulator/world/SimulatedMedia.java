package io.hashlake.simulator.world;

import java.util.List;

/**
 * Picture or video that a post has attached.
 *
 * @param type as X calls it
 * @param altText null if the author gave none
 */
public record SimulatedMedia(String key, String type, String url, String altText) {

    private static final int WITH_PHOTOS = 8;
    private static final int WITH_VIDEO = 35;

    /** Those of a post and all its versions: of few posts two photos, of fewer a video. */
    public static List<SimulatedMedia> of(Post post) {
        long number = post.plan().original();
        if (number % WITH_VIDEO == 0) {
            return List.of(
                    new SimulatedMedia("7_" + number, "video", "https://pbs.twimg.com/thumb/" + number + ".jpg", null));
        }
        if (number % WITH_PHOTOS != 0) {
            return List.of();
        }
        return List.of(photo(2 * number, "A chart of number " + number), photo(2 * number + 1, null));
    }

    private static SimulatedMedia photo(long number, String altText) {
        return new SimulatedMedia("3_" + number, "photo", "https://pbs.twimg.com/media/" + number + ".jpg", altText);
    }

    /** The field in which X gives the address. */
    public String urlField() {
        return type.equals("photo") ? "url" : "preview_image_url";
    }
}
