package dev.spartanlake.commit;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.duck.Engine;
import java.util.Collection;
import java.util.List;

/// Reads documents, or skill documents, as they were stored.
///
/// @param engine runs the statement
/// @param relation what rows of `match_documents` or `skill_documents` are selected from
public record ContentQuery(Engine engine, String relation) {

    /// The contents of some matches, in the order of the table; matches without one are left out.
    /// Nothing shows whether a content is what its hash says.
    public List<Ledger.Content> of(Collection<String> matchIds) {
        return engine.query(
                "SELECT match_id, content_sha256, document FROM " + relation + " WHERE match_id IN (SELECT unnest("
                        + Engine.literals(matchIds) + "::VARCHAR[])) ORDER BY start_time, match_id",
                row -> new Ledger.Content(row.getString(1), row.getString(2), row.getString(3)));
    }
}
