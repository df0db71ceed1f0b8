/// The API's match-stats document: its shape as records, its rules as constraints, its text as canonical bytes.
///
/// Only what the warehouse derives columns from is mirrored here; the whole document is stored beside it, so
/// nothing else is lost.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.document;
