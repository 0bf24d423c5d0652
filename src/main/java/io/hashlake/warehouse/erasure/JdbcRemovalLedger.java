package io.hashlake.warehouse.erasure;

import io.hashlake.core.erasure.RemovalLedger;
import io.hashlake.warehouse.erasure.Tombstone.Kind;
import io.hashlake.warehouse.jdbc.Sql;
import io.hashlake.warehouse.jdbc.SqlErrors;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** Sets tombstones for the posts among those removed that the warehouse has, or is about to get. */
public final class JdbcRemovalLedger implements RemovalLedger {

    private static final String STORED = Sql.load("select-stored");
    private static final String REASON = "deleted";

    private final DataSource dataSource;
    private final ErasureLedger ledger;
    private final String audited;

    /** @param audited reason that the audit gives */
    public JdbcRemovalLedger(DataSource dataSource, ErasureLedger ledger, String audited) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.audited = audited;
    }

    @Override
    public void note(Set<Long> taken, Set<Long> posts, Set<Long> accounts) throws IOException {
        Set<Long> gone = new HashSet<>(taken);
        gone.addAll(stored(posts, accounts));
        if (!gone.isEmpty()) {
            ledger.set(
                    audited,
                    gone.stream()
                            .map(id -> new Tombstone(Kind.POST, id, REASON))
                            .toList());
        }
    }

    private Set<Long> stored(Set<Long> posts, Set<Long> accounts) throws IOException {
        Set<Long> found = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STORED)) {
            select.setArray(1, connection.createArrayOf("bigint", posts.toArray()));
            select.setArray(2, connection.createArrayOf("bigint", accounts.toArray()));
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
            return found;
        } catch (SQLException e) {
            throw SqlErrors.outage("removed posts cannot be looked up in the warehouse", e);
        }
    }
}
