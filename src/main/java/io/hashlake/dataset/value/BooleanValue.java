package io.hashlake.dataset.value;

/** Yes or no, in two words of which letters of any case are taken. */
public record BooleanValue(String yes, String no) implements ValueFormat {

    /** @throws IllegalArgumentException if it does not have the form {@code yes/no} */
    public static BooleanValue of(String format) {
        String[] words = format.split("/", -1);
        if (words.length != 2 || words[0].isBlank() || words[1].isBlank() || words[0].equalsIgnoreCase(words[1])) {
            throw new IllegalArgumentException("must be two words such as true/false, S/N or 1/0");
        }
        return new BooleanValue(words[0].strip(), words[1].strip());
    }

    @Override
    public String sqlType() {
        return "boolean";
    }

    @Override
    public String canonical(String text) throws InvalidValueException {
        if (text.equalsIgnoreCase(yes)) {
            return "true";
        }
        if (text.equalsIgnoreCase(no)) {
            return "false";
        }
        throw new InvalidValueException("must be " + yes + " or " + no);
    }
}
