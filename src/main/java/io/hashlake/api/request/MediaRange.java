package io.hashlake.api.request;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An element of an Accept header; one that cannot be read is as good as none. */
public record MediaRange(String type, double quality) {

    private static final Pattern QUALITY = Pattern.compile(";\\s*q=([01](?:\\.\\d{0,3})?)\\s*(?:;|$)");

    public static MediaRange of(String element) {
        String lower = element.strip().toLowerCase(Locale.ROOT);
        Matcher quality = QUALITY.matcher(lower);
        return new MediaRange(
                lower.replaceFirst("(?s)\\s*;.*", ""), quality.find() ? Double.parseDouble(quality.group(1)) : 1);
    }

    public boolean matches(String mediaType) {
        return exactness() == 0
                || type.equals(mediaType)
                || exactness() == 1 && mediaType.startsWith(type.substring(0, type.length() - 1));
    }

    /** 0 for any type, 1 for any subtype, 2 for one type. */
    public int exactness() {
        if (type.equals("*/*")) {
            return 0;
        }
        return type.endsWith("/*") ? 1 : 2;
    }
}
