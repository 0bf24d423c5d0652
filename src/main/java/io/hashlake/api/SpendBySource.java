package io.hashlake.api;

import io.hashlake.warehouse.ledger.SpendView;
import java.io.IOException;
import java.util.List;

/** Says what reading each source has cost. */
@FunctionalInterface
public interface SpendBySource {

    /** @throws IOException if it cannot be read just now; try again later */
    List<SpendView> now() throws IOException;
}
