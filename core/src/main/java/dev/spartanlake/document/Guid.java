package dev.spartanlake.document;

import io.avaje.validation.constraints.Constraint;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The text is a GUID as [dev.spartanlake.match.MatchId] has them, or null.
@Constraint
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Guid {

    /// What was expected, in words that fit after "expected".
    String message() default "a GUID";

    /// When the constraint applies; always, if empty.
    Class<?>[] groups() default {};
}
