package dev.spartanlake.query;

import java.util.Set;

/// What a statement needs to be there when it runs.
///
/// @param relations the relations it names
/// @param columns every name it uses that could be a column's, in lower case
/// @param breadth whether these names are all it needs
record StatementScope(Set<RelationName> relations, Set<String> columns, Breadth breadth) {

    enum Breadth {
        /// Columns that are not named are not needed.
        NAMED_COLUMNS,
        /// The statement says `*` or something else that means all columns.
        ALL_COLUMNS
    }

    boolean needs(RelationColumn column) {
        return breadth == Breadth.ALL_COLUMNS || columns.contains(column.name());
    }
}
