/// What the tests of several modules need: recorded data, and oracles that share no code with what they judge.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.testsupport;
