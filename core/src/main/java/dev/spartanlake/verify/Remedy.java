package dev.spartanlake.verify;

import java.util.Locale;

/// What to do about a finding.
public enum Remedy {
    /// A repair mends it.
    REPAIR("mend it with: spartanlake repair"),
    /// A rebuild derives it anew from what was obtained.
    REBUILD("derive it anew with: spartanlake rebuild"),
    /// The document has to be brought in once more.
    INGEST_AGAIN(
            "bring these matches in again with: spartanlake ingest PATH; or from a backup, with: spartanlake merge BACKUP"),
    /// Refused documents wait to be mended.
    MEND("mend the documents where they are, and bring them in with: spartanlake ingest PATH"),
    /// The next command that writes sees to it.
    WRITE("nothing is lost; the next command that writes sees to it"),
    /// Links inside a warehouse are not supported.
    MOVE_HERE("links inside a warehouse are not supported: move what it points to here, in the place of the link"),
    /// What was put aside can go when nobody needs it.
    DELETE("delete it when you do not need it");

    private final String text;

    Remedy(String text) {
        this.text = text;
    }

    /// The stable name, in kebab case.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What to do, in words.
    public String text() {
        return text;
    }
}
