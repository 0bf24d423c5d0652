package io.hashlake.core;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the values of a group of settings, so that all of it is told at once. */
public final class Mistakes {

    /** Between two mistakes in one message, which is an item of a list. */
    public static final String SEPARATOR = "\n  - ";

    private final List<String> found = new ArrayList<>();

    /** Notes a value that is not allowed. */
    public Mistakes unless(boolean isAllowed, String key, Object value, String allowed) {
        if (!isAllowed) {
            found.add(key + " = " + value + ": allowed is " + allowed);
        }
        return this;
    }

    /** Notes a number below 1. */
    public Mistakes unlessPositive(String key, long value) {
        return unless(value >= 1, key, value, "1 or more");
    }

    /** Notes a duration that is missing or not longer than nothing. */
    public Mistakes unlessPositive(String key, Duration value) {
        boolean isPositive = value != null && !value.isZero() && !value.isNegative();
        return unless(isPositive, key, value, "longer than 0");
    }

    /** Notes a duration below a second. */
    public Mistakes unlessSecond(String key, Duration value) {
        return unless(value.toSeconds() >= 1, key, value, "1 s or more");
    }

    /** Notes an address that is not of HTTP, or that holds credentials. */
    public Mistakes unlessHttp(String key, URI address) {
        boolean isHttp = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        return unless(
                isHttp && address.getHost() != null && address.getUserInfo() == null,
                key,
                withoutSecrets(address),
                "http(s)://host[:port], without credentials");
    }

    /** Notes an address with a query or a fragment. */
    public Mistakes unlessWithoutQuery(String key, URI address) {
        return unless(
                address.getRawQuery() == null && address.getRawFragment() == null,
                key,
                withoutSecrets(address),
                "an address without query and fragment");
    }

    /** Credentials stand before the host, and keys in a query. */
    private static String withoutSecrets(URI address) {
        return address.toString().replaceFirst("^([^/@]*//)?[^/]*@", "$1***@").replaceFirst("[?#].*", "?***");
    }

    /** @throws IllegalArgumentException if there are any; the message tells all */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(String.join(SEPARATOR, found));
        }
    }
}
