package dev.spartanlake.query;

import dev.spartanlake.query.result.ResultColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a statement came to, up to one row more than the limit.
record Answer(List<ResultColumn> columns, List<List<@Nullable Object>> rows) {}
