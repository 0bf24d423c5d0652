package io.hashlake.x.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps each value once, in the order in which it came. Nearly always there are so few that looking through them is the
 * fastest; a hostile payload's many go through a set.
 */
public final class Distinct<T> {

    private static final int FEW = 16;

    private final Function<T, String> key;
    private final List<T> values = new ArrayList<>(2);
    private Set<String> keys;

    public Distinct(Function<T, String> key) {
        this.key = key;
    }

    public void add(T value) {
        if (isNew(key.apply(value))) {
            values.add(value);
        }
    }

    public void addAll(Distinct<T> others) {
        others.values.forEach(this::add);
    }

    public List<T> toList() {
        return List.copyOf(values);
    }

    private boolean isNew(String candidate) {
        if (keys == null && values.size() < FEW) {
            return !isAmongFew(candidate);
        }
        if (keys == null) {
            keys = new HashSet<>();
            values.forEach(value -> keys.add(key.apply(value)));
        }
        return keys.add(candidate);
    }

    private boolean isAmongFew(String candidate) {
        for (int i = 0; i < values.size(); i++) {
            if (key.apply(values.get(i)).equals(candidate)) {
                return true;
            }
        }
        return false;
    }
}
