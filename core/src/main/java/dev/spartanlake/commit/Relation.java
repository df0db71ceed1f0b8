package dev.spartanlake.commit;

import dev.spartanlake.duck.RowFeed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Incoming rows as something that a statement can select from, until it is closed.
final class Relation implements AutoCloseable {

    private final String sql;
    private final @Nullable Instant sortedFrom;
    private final RowFeed<?>.@Nullable Loan loan;

    private Relation(String sql, @Nullable Instant sortedFrom, RowFeed<?>.@Nullable Loan loan) {
        this.sql = sql;
        this.sortedFrom = sortedFrom;
        this.loan = loan;
    }

    /// Rows of a table of the engine, in any order.
    static Relation ofTable(String select) {
        return new Relation("(" + select + ")", null, null);
    }

    /// Rows in Java, in any order.
    static Relation of(RowFeed<?>.Loan loan) {
        return new Relation(loan.relation(), null, loan);
    }

    /// Rows in Java, in the order of their table.
    ///
    /// @param earliest the start of the first match; the end of time where there are no rows
    static Relation sorted(RowFeed<?>.Loan loan, Instant earliest) {
        return new Relation(loan.relation(), earliest, loan);
    }

    /// The relation, for a `FROM`.
    String sql() {
        return sql;
    }

    /// Whether the rows are in the order of their table.
    boolean isSorted() {
        return sortedFrom != null;
    }

    /// Whether the rows are in the order of their table, and all of them come after a moment.
    boolean isSortedAfter(Instant moment) {
        return sortedFrom != null && sortedFrom.isAfter(moment);
    }

    @Override
    public void close() {
        if (loan != null) {
            loan.close();
        }
    }
}
