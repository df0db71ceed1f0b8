package dev.spartanlake.commit;

import dev.spartanlake.duck.RowFeed;
import org.jspecify.annotations.Nullable;

/// Incoming rows as something that a statement can select from, until it is closed.
final class Relation implements AutoCloseable {

    private final String sql;
    private final boolean sorted;
    private final RowFeed<?>.@Nullable Loan loan;

    private Relation(String sql, boolean sorted, RowFeed<?>.@Nullable Loan loan) {
        this.sql = sql;
        this.sorted = sorted;
        this.loan = loan;
    }

    /// Rows of a table of the engine, in any order.
    static Relation ofTable(String select) {
        return new Relation("(" + select + ")", false, null);
    }

    /// Rows in Java.
    ///
    /// @param sorted whether they are in the order of their table
    static Relation of(RowFeed<?>.Loan loan, boolean sorted) {
        return new Relation(loan.relation(), sorted, loan);
    }

    /// The relation, for a `FROM`.
    String sql() {
        return sql;
    }

    /// Whether the rows are in the order of their table.
    boolean isSorted() {
        return sorted;
    }

    @Override
    public void close() {
        if (loan != null) {
            loan.close();
        }
    }
}
