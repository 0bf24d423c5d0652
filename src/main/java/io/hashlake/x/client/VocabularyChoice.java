package io.hashlake.x.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which vocabulary the server speaks. */
final class VocabularyChoice {

    private final Set<Vocabulary> refused = ConcurrentHashMap.newKeySet();
    private volatile Vocabulary current;

    public VocabularyChoice(Vocabulary first) {
        this.current = first;
    }

    Vocabulary current() {
        return current;
    }

    void accepted() {
        refused.clear();
    }

    /** The server refuses these names; false if it refused the other ones too, since any were accepted. */
    boolean turnFrom(Vocabulary names) {
        refused.add(names);
        current = names.other();
        return !refused.contains(current);
    }
}
