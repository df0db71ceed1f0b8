package dev.spartanlake.cli.shell;

/// One statement of a text.
///
/// @param sql the statement, without what stands around it
/// @param line the line of the text that it begins in, from 1
record Statement(String sql, int line) {}
