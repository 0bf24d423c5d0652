package io.hashlake.core.spend;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amount of money, exact to a millionth of a dollar.
 *
 * @param micros millionths of a dollar
 */
public record Dollars(long micros) implements Comparable<Dollars> {

    public static final Dollars ZERO = new Dollars(0);

    private static final int DECIMALS = 6;
    private static final int CENTS = 2;

    /** @throws IllegalArgumentException if the amount has more than six decimals */
    public static Dollars of(BigDecimal amount) {
        try {
            return new Dollars(amount.setScale(DECIMALS).unscaledValue().longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(amount + " dollars: at most six decimals are kept", e);
        }
    }

    public Dollars plus(Dollars other) {
        return new Dollars(Math.addExact(micros, other.micros));
    }

    public Dollars minus(Dollars other) {
        return new Dollars(Math.subtractExact(micros, other.micros));
    }

    public Dollars times(long count) {
        return new Dollars(Math.multiplyExact(micros, count));
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(micros, DECIMALS);
    }

    @Override
    public int compareTo(Dollars other) {
        return Long.compare(micros, other.micros);
    }

    /** Returns the exact amount, with two decimals or more: {@code $12.50}, {@code $0.005}. */
    @Override
    public String toString() {
        BigDecimal shortest = decimal().stripTrailingZeros();
        return "$"
                + shortest.setScale(Math.max(CENTS, shortest.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString();
    }
}
