/// Tests of what a statement may say.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.query.statement;
