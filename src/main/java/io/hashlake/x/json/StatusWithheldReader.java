package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import io.hashlake.tweet.Withheld;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads where a status is withheld, which v1.1 spreads over three fields. */
final class StatusWithheldReader {

    private StatusWithheldReader() {}

    /** Returns what is known after this field, given what was known before; skips any other field. */
    static Withheld read(JsonParser json, String field, Withheld before) throws IOException, UnusableValueException {
        Withheld known = before == null ? new Withheld(false, List.of(), null) : before;
        return switch (field) {
            case "withheld_copyright" ->
                JsonValues.flag(json, field) ? new Withheld(true, known.countryCodes(), known.scope()) : before;
            case "withheld_in_countries" -> inCountries(countries(json, field), known, before);
            case "withheld_scope" -> new Withheld(known.copyright(), known.countryCodes(), scope(json, field));
            default -> {
                json.skipChildren();
                yield before;
            }
        };
    }

    private static Withheld inCountries(List<String> countries, Withheld known, Withheld before) {
        return countries.isEmpty() ? before : new Withheld(known.copyright(), countries, known.scope());
    }

    private static List<String> countries(JsonParser json, String field) throws IOException, UnusableValueException {
        List<String> countries = new ArrayList<>();
        JsonValues.array(json, field, () -> {
            String country = JsonValues.text(json, "a country code");
            if (country != null) {
                countries.add(country);
            }
        });
        return countries;
    }

    /** v2 says {@code tweet} where v1.1 says {@code status}. */
    private static String scope(JsonParser json, String field) throws IOException, UnusableValueException {
        String scope = JsonValues.text(json, field);
        return "status".equals(scope) ? "tweet" : scope;
    }
}
