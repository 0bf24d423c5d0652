package io.hashlake.app.settings;

import io.hashlake.core.config.DurationRange;
import io.hashlake.core.config.HttpAddress;
import io.hashlake.core.config.NamedZone;
import io.hashlake.x.spend.Prices;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import io.smallrye.config.ConfigMapping.NamingStrategy;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigValidationException.Problem;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.DefaultValuesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Checks the constraints that properties are annotated with. ValidationMessages.properties holds the words for those that are not
 * Hashlake's own. The configuration is read before CDI starts, so the validator is made here.
 */
@RegisterForReflection(
        targets = {
            DecimalMax.class,
            DecimalMin.class,
            Max.class,
            Min.class,
            Pattern.class,
            Range.class,
            DurationRange.class,
            DurationRange.Validator.class,
            HttpAddress.class,
            HttpAddress.Validator.class,
            NamedZone.class,
            NamedZone.Validator.class,
            Prices.class
        },
        classNames = {
            "org.hibernate.validator.internal.constraintvalidators.bv.PatternValidator",
            "org.hibernate.validator.internal.constraintvalidators.bv.number.bound.MaxValidatorForInteger",
            "org.hibernate.validator.internal.constraintvalidators.bv.number.bound.MaxValidatorForLong",
            "org.hibernate.validator.internal.constraintvalidators.bv.number.bound.MinValidatorForInteger",
            "org.hibernate.validator.internal.constraintvalidators.bv.number.bound.MinValidatorForLong",
            "org.hibernate.validator.internal.constraintvalidators.bv.number.bound.decimal.DecimalMaxValidatorForDouble",
            "org.hibernate.validator.internal.constraintvalidators.bv.number.bound.decimal.DecimalMinValidatorForBigDecimal",
            "org.hibernate.validator.internal.constraintvalidators.bv.number.bound.decimal.DecimalMinValidatorForDouble",
            "org.hibernate.validator.internal.util.logging.Log_$logger",
            "org.hibernate.validator.internal.util.logging.Messages_$bundle"
        })
@RegisterResourceBundle(bundleName = "ValidationMessages")
final class Constraints implements BeanValidationConfigValidator {

    /** Made when the first value is checked. */
    private static final class Loaded {

        private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }

    private final SmallRyeConfig source;

    /** @param source has the values as they were given */
    Constraints(SmallRyeConfig source) {
        this.source = source;
    }

    @Override
    public Validator getValidator() {
        return Loaded.VALIDATOR;
    }

    /** Only values that were given are checked: a test checks the defaults, and a sixth of the start is saved. */
    @Override
    public void validatePropertyValue(
            Property property, String prefix, NamingStrategy naming, Object mapping, List<Problem> problems) {
        ConfigValue value = source.getConfigValue(prefix + "." + naming.apply(property.getPropertyName()));
        if (value.getValue() != null && !DefaultValuesConfigSource.NAME.equals(value.getConfigSourceName())) {
            BeanValidationConfigValidator.super.validatePropertyValue(property, prefix, naming, mapping, problems);
        }
    }

    /** No interface has a constraint as a whole, so a second pass over all of its properties is saved. */
    @Override
    public void validateMappingClass(Object mapping, List<Problem> problems, String prefix) {
        // each property has been checked by itself
    }

    @Override
    public String interpolateMessage(
            String prefix, NamingStrategy naming, Property property, ConstraintViolation<?> violation) {
        String key = prefix + "." + naming.apply(property.getPropertyName());
        String given = source.getConfigValue(key).getValue();
        return ConfigProblems.wrong(
                key, given == null ? violation.getInvalidValue().toString() : given, violation.getMessage());
    }
}
