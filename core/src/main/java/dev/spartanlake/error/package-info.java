/// What can go wrong, in one vocabulary: a code, a kind, a place and a message that says what to do next.
///
/// A leaf: every other package may use it, it uses none.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.error;
