/// The answers once more: plain folds over raw rows, which share with the library only the shapes of answers and
/// filters.
@NullMarked
package dev.spartanlake.analytics.oracle;

import org.jspecify.annotations.NullMarked;
