package dev.spartanlake.commit;

import dev.spartanlake.fact.MatchRows;
import java.util.List;

/// Takes matches in the order in which they were obtained: of two contents of one match the later stands.
public interface MatchSink {

    /// Takes in the next matches.
    ///
    /// @return what each match means for the warehouse, in the same order
    List<Disposition> stage(List<MatchRows> matches);
}
