package dev.spartanlake.cli.command;

import java.util.Locale;

/// The forms in which a report can be had.
enum ReportFormat {
    /// Words for people.
    TEXT,
    /// One object for programs.
    JSON;

    /// The name as users write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
