/// Read-only SQL over one state of the warehouse, behind a fence.
///
/// [QueryEngine] is the whole of it. [SqlGuard] reads a statement before anything runs; the fence, raised before
/// the first
/// statement of a user runs, is what holds when the guard is wrong: everything a statement can see is in memory,
/// and
/// the engine has no way out of it.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.query;
