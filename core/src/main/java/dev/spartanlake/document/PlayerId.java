package dev.spartanlake.document;

import io.avaje.validation.constraints.Constraint;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The text identifies a player, as [PlayerIdAdapter] tells, or is null.
@Constraint
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface PlayerId {

    /// What was expected, in words that fit after "expected".
    String message() default "xuid(digits) or bid(digits)";

    /// When the constraint applies; always, if empty.
    Class<?>[] groups() default {};
}
