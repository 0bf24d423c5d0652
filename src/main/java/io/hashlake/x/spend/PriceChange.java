package io.hashlake.x.spend;

import io.hashlake.core.spend.Dollars;
import io.hashlake.core.spend.Resource;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * Prices that change on a day.
 *
 * @param from first UTC day on which they apply
 */
public record PriceChange(LocalDate from, Map<Resource, Dollars> prices) {

    public PriceChange {
        prices = Map.copyOf(prices);
    }

    /**
     * Reads a change such as {@code 2026-01-01 post=0.005 user=0.010}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PriceChange parse(CharSequence text) {
        String[] words = text.toString().strip().split("\\s+");
        Map<Resource, Dollars> prices = new EnumMap<>(Resource.class);
        for (int i = 1; i < words.length; i++) {
            String[] sides = words[i].split("=", 2);
            put(prices, resource(sides[0]), dollars(sides.length == 2 ? sides[1] : "", words[i]));
        }
        return new PriceChange(date(words[0]), prices);
    }

    /** A post that comes with another one costs what a post costs. */
    private static void put(Map<Resource, Dollars> prices, Resource resource, Dollars price) {
        prices.put(resource, price);
        if (resource == Resource.POST) {
            prices.put(Resource.INCLUDED_POST, price);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date such as 2026-01-01", e);
        }
    }

    private static Resource resource(String name) {
        return switch (name) {
            case "post" -> Resource.POST;
            case "user" -> Resource.USER;
            case "counts-recent" -> Resource.COUNTS_RECENT;
            case "counts-all" -> Resource.COUNTS_ALL;
            case "owned-read" -> Resource.OWNED_READ;
            default ->
                throw new IllegalArgumentException(
                        "'" + name + "' has no price: write post, user, counts-recent, counts-all or owned-read");
        };
    }

    private static Dollars dollars(String text, String word) {
        try {
            Dollars price = Dollars.of(new BigDecimal(text));
            if (price.micros() >= 0) {
                return price;
            }
        } catch (NumberFormatException e) {
            // Told below, as for a price below zero.
        }
        throw new IllegalArgumentException("'" + word + "' is not a price such as post=0.005");
    }
}
