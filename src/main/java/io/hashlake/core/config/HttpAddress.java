package io.hashlake.core.config;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;

/** Address of an HTTP server, to which paths are added; null is none. */
@Target({ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HttpAddress.Validator.class)
public @interface HttpAddress {

    String message() default "must be http(s)://host[:port], without credentials, query and fragment";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the parts of an address. */
    final class Validator implements ConstraintValidator<HttpAddress, URI> {

        @Override
        public boolean isValid(URI address, ConstraintValidatorContext context) {
            return address == null || isServer(address);
        }

        private static boolean isServer(URI address) {
            return isHttp(address)
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        }

        private static boolean isHttp(URI address) {
            return "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        }
    }
}
