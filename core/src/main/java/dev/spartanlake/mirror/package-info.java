/// The second copies of what cannot be derived from anything else: the documents, each file as a whole, and the
/// metadata database, of which only the pages that a writer has changed are copied.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.mirror;
