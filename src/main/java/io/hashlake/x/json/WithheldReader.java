package io.hashlake.x.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.hashlake.tweet.Withheld;
import io.hashlake.x.json.value.FieldOrder;
import io.hashlake.x.json.value.JsonValues;
import io.hashlake.x.json.value.UnusableValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads where a tweet is withheld. */
final class WithheldReader {

    private static final FieldOrder ORDER = new FieldOrder("withheld");

    private boolean copyright;
    private final List<String> countries = new ArrayList<>();
    private String scope;

    private WithheldReader() {}

    /** Null where not given. */
    static Withheld read(JsonParser json) throws IOException, UnusableValueException {
        if (!JsonValues.isGiven(json, JsonToken.START_OBJECT, ORDER.kind())) {
            return null;
        }
        WithheldReader reader = new WithheldReader();
        JsonValues.object(json, ORDER, field -> reader.readField(json, field));
        boolean isWithheld = reader.copyright || !reader.countries.isEmpty() || reader.scope != null;
        return isWithheld ? new Withheld(reader.copyright, reader.countries, reader.scope) : null;
    }

    private void readField(JsonParser json, String field) throws IOException, UnusableValueException {
        switch (field) {
            case "copyright" -> copyright = JsonValues.flag(json, field);
            case "country_codes" -> JsonValues.array(json, field, () -> readCountry(json));
            case "scope" -> scope = scope(JsonValues.text(json, field));
            default -> json.skipChildren();
        }
    }

    private void readCountry(JsonParser json) throws IOException, UnusableValueException {
        String country = JsonValues.text(json, "a country code");
        if (country != null) {
            countries.add(country);
        }
    }

    /** OpenAPI 2.167 says {@code post} where it was {@code tweet} before. */
    private static String scope(String given) {
        return "post".equals(given) ? "tweet" : given;
    }
}
