package dev.spartanlake.commit;

import dev.spartanlake.career.PerformanceScores;
import dev.spartanlake.career.Sessions;

/// By what rules derived columns are made.
///
/// @param sessions how careers are cut into sessions
/// @param scores how matches are scored
public record CommitSettings(Sessions sessions, PerformanceScores scores) {}
