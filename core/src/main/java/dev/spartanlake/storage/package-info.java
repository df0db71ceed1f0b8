/// The disk: the few operations a commit is made of, and the lock that lets one writer in.
///
/// Everything in which platforms differ (renaming over an open file, forcing a directory, locks) is in this
/// package and nowhere else.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.storage;
