package io.hashlake.dataset.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimal number that is kept exactly.
 *
 * @param precision how many digits it may have
 * @param scale how many of them stand behind the mark
 */
public record DecimalValue(DecimalStyle style, int precision, int scale, Range<BigDecimal> range)
        implements ValueFormat {

    /** Digits that PostgreSQL keeps and people mean; the time to read a number grows with their square. */
    public static final int MAX_PRECISION = 100;

    public DecimalValue {
        if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
            throw new IllegalArgumentException("precision " + precision + " does not go with scale " + scale);
        }
    }

    @Override
    public String sqlType() {
        return "numeric(" + precision + "," + scale + ")";
    }

    @Override
    public String canonical(String text) throws InvalidValueException {
        if (text.length() > 2 * MAX_PRECISION) {
            throw new InvalidValueException("must have at most " + precision + " digits");
        }
        String plain = style.plain(text)
                .orElseThrow(() -> new InvalidValueException("must be a number such as " + style.example()));
        BigDecimal value = scaled(new BigDecimal(plain));
        range.require(value);
        return value.toPlainString();
    }

    private BigDecimal scaled(BigDecimal value) throws InvalidValueException {
        if (value.stripTrailingZeros().scale() > scale) {
            throw new InvalidValueException("must have at most " + scale + " decimal places");
        }
        BigDecimal scaled = value.setScale(scale, RoundingMode.UNNECESSARY);
        if (scaled.precision() > precision) {
            throw new InvalidValueException(
                    "must have at most " + (precision - scale) + " digits before the decimal mark");
        }
        return scaled;
    }
}
