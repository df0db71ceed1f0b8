/// Makes rows anew from the documents they follow from: all of them, or what is damaged.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.repair;
