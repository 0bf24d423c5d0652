package io.hashlake.pipeline;

/** Hashtags that are followed where nobody has written a hashtags.yaml. */
public enum Demo {
    /** Hashtags on X, or in the simulator without a token. */
    X("hashtags.yaml"),
    /** Hashtags on Bluesky: real posts without a key. */
    BLUESKY("demo/bluesky.yaml");

    private final String resource;

    Demo(String resource) {
        this.resource = resource;
    }

    String resource() {
        return resource;
    }
}
