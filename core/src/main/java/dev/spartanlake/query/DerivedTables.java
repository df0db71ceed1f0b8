package dev.spartanlake.query;

import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The relations that follow from others and are few: each a view at first, a table from the first statement on that
/// names it.
///
/// **Threads**: not safe; the engine holds a lock.
final class DerivedTables {

    private final Map<Relation.Derived, Form> forms = new LinkedHashMap<>();
    private final TableStatements statements;

    /// What a relation is in DuckDB.
    private enum Form {
        /// A view, to become a table.
        VIEW,
        /// A table with the rows that follow now.
        TABLE,
        /// A table with rows that followed once.
        OUTDATED_TABLE,
        /// A view for want of memory.
        VIEW_FOR_GOOD;

        Form outdated() {
            return kind().equals("TABLE") ? OUTDATED_TABLE : VIEW;
        }

        String kind() {
            return this == TABLE || this == OUTDATED_TABLE ? "TABLE" : "VIEW";
        }
    }

    DerivedTables(PresentRelations relations, TableStatements statements) {
        for (Relation relation : relations.all()) {
            if (relation instanceof Relation.Derived few) {
                forms.put(few, Form.VIEW);
            }
        }
        this.statements = statements;
    }

    /// Takes note that other rows follow now.
    void becomeOutdated() {
        forms.replaceAll((_, form) -> form.outdated());
    }

    /// Makes tables of those that a statement names. Where memory has no room for one, it becomes a view.
    void prepare(Set<RelationName> named, BoundedRun<?> bounds) throws SQLException {
        for (Map.Entry<Relation.Derived, Form> entry : forms.entrySet()) {
            boolean isWanted = entry.getValue() == Form.VIEW || entry.getValue() == Form.OUTDATED_TABLE;
            if (isWanted && named.contains(entry.getKey().name())) {
                entry.setValue(derived(entry.getKey(), entry.getValue(), bounds));
            }
        }
    }

    private Form derived(Relation.Derived few, Form form, BoundedRun<?> bounds) throws SQLException {
        try {
            replace(few, form, "TABLE", bounds);
            return Form.TABLE;
        } catch (SQLException failure) {
            if (!TableStatements.isOutOfMemory(failure)) {
                throw failure;
            }
        }
        replace(few, form, "VIEW", bounds);
        return Form.VIEW_FOR_GOOD;
    }

    /// Makes all of them views.
    void showViews(BoundedRun<?> bounds) throws SQLException {
        for (Map.Entry<Relation.Derived, Form> entry : forms.entrySet()) {
            showView(entry, bounds);
        }
    }

    /// Makes views of those whose rows followed once.
    void showOutdatedAsViews(BoundedRun<?> bounds) throws SQLException {
        for (Map.Entry<Relation.Derived, Form> entry : forms.entrySet()) {
            if (entry.getValue() == Form.OUTDATED_TABLE) {
                showView(entry, bounds);
            }
        }
    }

    private void showView(Map.Entry<Relation.Derived, Form> entry, BoundedRun<?> bounds) throws SQLException {
        if (entry.getValue().kind().equals("TABLE")) {
            replace(entry.getKey(), entry.getValue(), "VIEW", bounds);
            entry.setValue(Form.VIEW);
        }
    }

    private void replace(Relation.Derived few, Form form, String kind, BoundedRun<?> bounds) throws SQLException {
        String name = few.name().quoted();
        statements.together(
                List.of("DROP " + form.kind() + " " + name, "CREATE " + kind + " " + name + " AS " + few.sql()),
                bounds);
    }
}
