/// The commands, one class each: arguments in, a typed answer from the library, its rendering out.
///
/// Commands know nothing of exit codes; they say how they went, and errors are exceptions.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.cli.command;
