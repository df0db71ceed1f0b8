package dev.spartanlake.cli.command;

import java.util.Locale;
import java.util.function.Supplier;

/// The forms in which a report can be had.
enum ReportFormat {
    /// Words for people.
    TEXT,
    /// One object for programs.
    JSON;

    /// A report in this form.
    String of(Supplier<String> text, Supplier<String> json) {
        return switch (this) {
            case TEXT -> text.get();
            case JSON -> json.get();
        };
    }

    /// The name as users write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
