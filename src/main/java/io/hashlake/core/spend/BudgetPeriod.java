package io.hashlake.core.spend;

import java.util.Locale;

/** Period of a budget. All begin and end at midnight UTC. */
public enum BudgetPeriod {
    DAY("day"),
    MONTH("month"),
    CYCLE("billing cycle");

    private final String noun;

    BudgetPeriod(String noun) {
        this.noun = noun;
    }

    /** Returns the word for sentences. */
    public String noun() {
        return noun;
    }

    /** Returns the name in properties, metrics and the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
