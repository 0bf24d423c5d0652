package io.hashlake.core.config;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;

/** Time zone with a name that PostgreSQL knows: an offset is none, and PostgreSQL takes its sign the other way round. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NamedZone.Validator.class)
public @interface NamedZone {

    String EXAMPLES = "a time zone such as America/Sao_Paulo or UTC";

    String message() default "must be " + EXAMPLES;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks a zone up by its name. */
    final class Validator implements ConstraintValidator<NamedZone, ZoneId> {

        @Override
        public boolean isValid(ZoneId zone, ConstraintValidatorContext context) {
            String id = zone.getId();
            return ZoneId.getAvailableZoneIds().contains(id) && !id.startsWith("SystemV/");
        }
    }
}
