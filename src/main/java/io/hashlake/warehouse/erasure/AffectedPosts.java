package io.hashlake.warehouse.erasure;

import io.hashlake.warehouse.erasure.Tombstone.Kind;
import io.hashlake.warehouse.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Posts that go with others: all posts of a user, all versions of an edited post, and the retweets of what somebody wants to be
 * forgotten. X reports retweets of deleted posts itself.
 */
final class AffectedPosts {

    private static final String OF_USERS = Sql.load("select-posts-of-users");
    private static final String VERSIONS = Sql.load("select-versions");
    private static final String RETWEETS = Sql.load("select-retweets");

    private final Connection connection;

    AffectedPosts(Connection connection) {
        this.connection = connection;
    }

    Set<Tombstone> of(Collection<Tombstone> tombstones) throws SQLException {
        Set<Tombstone> affected = new HashSet<>();
        Map<String, List<Tombstone>> byReason = tombstones.stream().collect(Collectors.groupingBy(Tombstone::reason));
        for (List<Tombstone> same : byReason.values()) {
            Set<Long> posts = new HashSet<>(ids(same, Kind.POST));
            posts.addAll(select(OF_USERS, ids(same, Kind.USER)));
            posts.addAll(select(VERSIONS, posts));
            if (same.get(0).reason().equals(Tombstone.FORGOTTEN)) {
                posts.addAll(select(RETWEETS, posts));
            }
            posts.forEach(post -> affected.add(same.get(0).ofPost(post)));
        }
        return affected;
    }

    private static Set<Long> ids(List<Tombstone> tombstones, Kind kind) {
        return tombstones.stream()
                .filter(tombstone -> tombstone.kind() == kind)
                .map(Tombstone::id)
                .collect(Collectors.toSet());
    }

    private Set<Long> select(String sql, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<Long> found = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }
}
