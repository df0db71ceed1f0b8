package dev.spartanlake.document;

import io.avaje.validation.constraints.Constraint;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The number lies between 0 and 100, or is null.
@Constraint
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Percentage {

    /// What was expected, in words that fit after "expected".
    String message() default "a percentage from 0 to 100";

    /// When the constraint applies; always, if empty.
    Class<?>[] groups() default {};
}
