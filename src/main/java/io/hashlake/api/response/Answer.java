package io.hashlake.api.response;

import java.util.List;
import java.util.Map;

/** What is answered, before it is written in some format. */
public sealed interface Answer {

    /** One thing, a record. */
    record One(Record value) implements Answer {}

    /**
     * Any number of things of one kind.
     *
     * @param next parameters that lead to the next page; empty where there is none
     */
    record Many<T extends Record>(Class<T> type, List<T> rows, Map<String, String> next) implements Answer {

        public Many {
            rows = List.copyOf(rows);
        }
    }

    static <T extends Record> Many<T> many(Class<T> type, List<T> rows) {
        return new Many<>(type, rows, Map.of());
    }
}
