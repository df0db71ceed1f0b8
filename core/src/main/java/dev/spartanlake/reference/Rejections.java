package dev.spartanlake.reference;

import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.util.ArrayList;
import java.util.List;

/// What was refused of one file so far.
final class Rejections {

    /// Past this many the file is not reference data with mistakes but something else, and the list a waste
    /// of memory.
    private static final int MOST = 10_000;

    private final ReferenceFile file;
    private final List<Rejection> refused = new ArrayList<>();

    Rejections(ReferenceFile file) {
        this.file = file;
    }

    void add(Violation violation) {
        if (refused.size() == MOST) {
            throw file.malformed("more than " + MOST + " broken rules");
        }
        refused.add(new Rejection(file.source(), violation));
    }

    List<Rejection> list() {
        return List.copyOf(refused);
    }
}
