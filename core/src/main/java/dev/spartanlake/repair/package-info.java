/// Makes rows anew from what they follow from: all of them, what is damaged, or what follows from other rules.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.repair;
