/// The packaged command in real processes, which are killed, signalled, crowded and cut off from their disk; what they
/// leave behind is looked at by further processes.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.e2e;
