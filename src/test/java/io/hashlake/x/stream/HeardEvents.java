package io.hashlake.x.stream;

import java.util.List;

/** Writes down what it hears. */
record HeardEvents(List<String> heard) implements StreamListener {

    @Override
    public void connected(String stream) {
        heard.add("connected");
    }

    @Override
    public void disconnected(String stream, String type) {
        heard.add("disconnected " + type);
    }

    @Override
    public void failed(String stream) {
        heard.add("failed");
    }

    @Override
    public void dropped(String stream, int posts) {
        heard.add("dropped " + posts);
    }
}
