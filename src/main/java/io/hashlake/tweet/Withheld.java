package io.hashlake.tweet;

import java.util.List;

/**
 * Regions in which a tweet is withheld.
 *
 * @param copyright whether it is withheld for a copyright claim
 * @param countryCodes ISO 3166-1 alpha-2 codes, or {@code XX} and {@code XY} as X uses them for "everywhere"
 * @param scope {@code tweet} or {@code user}; null where not given
 */
public record Withheld(boolean copyright, List<String> countryCodes, String scope) {

    public Withheld {
        countryCodes = List.copyOf(countryCodes);
    }
}
