package io.hashlake.x.stream.client;

import io.hashlake.x.client.RequestResult;
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
    RequestResult<StreamConnection> open(Stream stream) throws InterruptedException;

    /** Returns all rules of the app, including those of other deployments. */
    RequestResult<List<Rule>> rules() throws InterruptedException;

    /** Adds rules. What X refuses of them is told in the reply. */
    RequestResult<RuleReply> add(List<Rule> rules) throws InterruptedException;

    /** Deletes the rules with these ids. */
    RequestResult<RuleReply> delete(List<String> ids) throws InterruptedException;

    /** Closes every connection that X counts for this app. */
    RequestResult<Boolean> closeConnections() throws InterruptedException;
}
