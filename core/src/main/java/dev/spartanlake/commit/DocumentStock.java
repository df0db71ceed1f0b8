package dev.spartanlake.commit;

import dev.spartanlake.fact.MatchRows;
import java.time.YearMonth;
import java.util.List;

/// Where the documents come from that rows are derived from anew.
@FunctionalInterface
public interface DocumentStock {

    /// The matches that started in a month (UTC) and whose documents there are, in the order of their starts.
    List<MatchRows> ofMonth(YearMonth month);
}
