package io.hashlake.core.config;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

/** Range of a duration, both ends included, written as properties are: {@code 100ms}, {@code 1s}, {@code 24h}. */
@Target({ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DurationRange.Validator.class)
public @interface DurationRange {

    /** Returns the shortest duration. */
    String min() default "0s";

    /** Returns the longest duration; empty for none. */
    String max() default "";

    /** Says nothing: the validator's own message tells the range. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares a duration with its range. */
    final class Validator implements ConstraintValidator<DurationRange, Duration> {

        private DurationRange range;

        @Override
        public void initialize(DurationRange annotation) {
            range = annotation;
        }

        @Override
        public boolean isValid(Duration value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            boolean isTooLong = !range.max().isEmpty() && value.compareTo(parse(range.max())) > 0;
            if (!isTooLong && value.compareTo(parse(range.min())) >= 0) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message()).addConstraintViolation();
            return false;
        }

        private String message() {
            return "must be " + range.min() + (range.max().isEmpty() ? " or more" : " to " + range.max());
        }

        private static Duration parse(String text) {
            return text.endsWith("ms")
                    ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                    : Duration.parse("PT" + text);
        }
    }
}
