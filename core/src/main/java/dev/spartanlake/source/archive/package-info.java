/// The entries of zip archives, whole and damaged ones, from files and from pipes.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.source.archive;
