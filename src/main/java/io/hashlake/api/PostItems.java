package io.hashlake.api;

import io.hashlake.api.problem.ProblemType;
import io.hashlake.dynamodb.ItemReader;
import io.hashlake.dynamodb.StoredItem;
import io.hashlake.dynamodb.UserItemsQuery;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Items of DynamoDB, read on demand. */
public final class PostItems {

    private static final Logger LOG = Logger.getLogger(PostItems.class);

    private final Optional<ItemReader> reader;

    /** @param reader empty where no table is configured */
    public PostItems(Optional<ItemReader> reader) {
        this.reader = reader;
    }

    StoredItem item(String hash) {
        return read(items -> items.item(hash)).orElseThrow(() -> ProblemType.NOT_FOUND
                .because("no item with the hash " + hash + " is known")
                .thrown());
    }

    List<StoredItem> ofUser(UserItemsQuery query, int limit) {
        return read(items -> items.ofUser(query, limit));
    }

    private <T> T read(Reading<T> reading) {
        ItemReader items = reader.orElseThrow(() -> ProblemType.NOT_FOUND
                .because("there are no items, as hashlake.dynamodb.table is not set")
                .thrown());
        try {
            return reading.of(items);
        } catch (IOException e) {
            LOG.warnf("Items cannot be read: %s", e.getMessage());
            throw ProblemType.DYNAMODB_UNAVAILABLE
                    .because("DynamoDB cannot be asked or takes too long just now; try again")
                    .thrown();
        }
    }

    private interface Reading<T> {
        T of(ItemReader items) throws IOException;
    }
}
