package io.hashlake.dataset.value;

/** Whole number of 64 bits. */
public record IntegerValue(Range<Long> range) implements ValueFormat {

    @Override
    public String sqlType() {
        return "bigint";
    }

    @Override
    public String canonical(String text) throws InvalidValueException {
        long value = parse(text);
        range.require(value);
        return Long.toString(value);
    }

    private static long parse(String text) throws InvalidValueException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidValueException("must be a whole number such as 1234");
        }
    }
}
