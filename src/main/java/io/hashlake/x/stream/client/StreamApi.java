package io.hashlake.x.stream.client;

import io.hashlake.x.client.Verdict;
import java.util.List;

/** Opens streams, and keeps the rules of the filtered one. Each call blocks until the total timeout at most. */
public interface StreamApi {

    /** X's streams; each allows an app one connection. */
    enum Stream {
        /** Posts that match the app's rules. */
        FILTERED,
        /** About one of a hundred of all posts. */
        SAMPLE
    }

    /** A connection, or why there is none. */
    Verdict<StreamConnection> open(Stream stream) throws InterruptedException;

    /** All rules of the app, whoever made them. */
    Verdict<List<Rule>> rules() throws InterruptedException;

    /** Adds rules. What X refuses of them is told in the reply. */
    Verdict<RuleReply> add(List<Rule> rules) throws InterruptedException;

    /** Deletes the rules with these ids. */
    Verdict<RuleReply> delete(List<String> ids) throws InterruptedException;

    /** Closes every connection that X believes this app has. */
    Verdict<Boolean> closeConnections() throws InterruptedException;
}
