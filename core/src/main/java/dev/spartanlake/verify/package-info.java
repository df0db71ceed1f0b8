/// Compares what a warehouse is with what it should be: catalog and disk, rows and documents, careers and what
/// follows from them. Reads only.
///
/// [Verifier] is the whole of it; the checks are its steps.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.verify;
