package dev.spartanlake.cli.shell;

/// What may stand at the cursor.
///
/// @param text the whole word
/// @param detail what to know about it, such as a column's type; may be empty
record Proposal(String text, String detail) {

    /// A word that speaks for itself.
    static Proposal of(String text) {
        return new Proposal(text, "");
    }
}
