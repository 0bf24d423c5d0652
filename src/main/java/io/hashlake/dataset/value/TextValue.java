package io.hashlake.dataset.value;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text.
 *
 * @param maxLength in characters
 * @param pattern which all of it must match; null for any text
 * @param allowed the only values there are; empty for any
 */
public record TextValue(int maxLength, Pattern pattern, List<String> allowed) implements ValueFormat {

    public TextValue {
        allowed = List.copyOf(allowed);
    }

    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public String canonical(String text) throws InvalidValueException {
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw new InvalidValueException("must have at most " + maxLength + " characters");
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            throw new InvalidValueException("must match " + pattern);
        }
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            throw new InvalidValueException("must be among " + String.join(", ", allowed));
        }
        return text;
    }
}
