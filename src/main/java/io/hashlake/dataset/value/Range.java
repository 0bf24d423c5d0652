package io.hashlake.dataset.value;

/**
 * Range of values, both ends included.
 *
 * @param min null for none
 * @param max null for none
 */
public record Range<T extends Comparable<? super T>>(T min, T max) {

    public Range {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("min " + min + " is more than max " + max);
        }
    }

    void require(T value) throws InvalidValueException {
        if (min != null && value.compareTo(min) < 0) {
            throw new InvalidValueException("must be " + min + " or more");
        }
        if (max != null && value.compareTo(max) > 0) {
            throw new InvalidValueException("must be " + max + " or less");
        }
    }
}
