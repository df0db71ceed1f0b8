/// How a refusal of one piece of input is described: where it came from, which place in it, which rule, which
/// value.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.validation;
