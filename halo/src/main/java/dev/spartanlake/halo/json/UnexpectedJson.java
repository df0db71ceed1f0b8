package dev.spartanlake.halo.json;

/// An answer that is not JSON or not of the shape it should have. Never shows a text, because a
/// text may be a token.
public final class UnexpectedJson extends Exception {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final String what;

    /// @param where a JSON pointer, a line and column, or empty for the whole
    /// @param what what was expected and what was found
    public UnexpectedJson(String where, String what) {
        super((where.isEmpty() ? "" : where + ": ") + what);
        this.where = where;
        this.what = what;
    }

    /// The place: a JSON pointer, a line and column, or empty for the whole.
    public String where() {
        return where;
    }

    /// What was expected and what was found.
    public String what() {
        return what;
    }
}
