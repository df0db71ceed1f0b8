package dev.spartanlake.commit;

import dev.spartanlake.duck.Engine;
import java.util.Collection;

/// The matches whose stored rows go.
final class ReplacedMatches {

    /// Their table.
    static final String TABLE = "replaced";

    private static final String IDS = "(SELECT match_id FROM " + TABLE + ")";

    private final Engine engine;
    private boolean any;

    ReplacedMatches(Engine engine) {
        this.engine = engine;
    }

    /// Says which they are.
    void are(Collection<String> matchIds) {
        any = !matchIds.isEmpty();
        if (any) {
            engine.execute("CREATE OR REPLACE TABLE " + TABLE + " AS SELECT unnest(" + Engine.literals(matchIds)
                    + "::VARCHAR[]) AS match_id");
        }
    }

    /// Whether no stored row goes.
    boolean areNone() {
        return !any;
    }

    /// A condition on a row's `match_id` that only stored rows meet that go.
    String goes() {
        return any ? "match_id IN " + IDS : "false";
    }

    /// A condition on a row's `match_id` that only stored rows meet that stay.
    String stays() {
        return any ? "match_id NOT IN " + IDS : "true";
    }
}
