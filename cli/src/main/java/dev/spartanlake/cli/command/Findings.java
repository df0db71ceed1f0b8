package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.DurabilityJson;
import dev.spartanlake.cli.render.VerificationText;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Verification;

/// The answer of commands that look for damage.
final class Findings {

    private Findings() {}

    /// Verifies, and tells what was found.
    static Outcome show(Session session, Warehouse warehouse, Depth depth, ReportFormat format) {
        Verification verification = in(session, warehouse, depth);
        session.report(
                format,
                () -> new VerificationText(verification, warehouse.directory(), session.messages())
                        .text(session.screen()),
                () -> DurabilityJson.of(verification, warehouse.directory()));
        return outcome(verification);
    }

    /// How a command ends that has looked for damage only.
    static Outcome outcome(Verification verification) {
        return verification.isSound() ? Outcome.DONE : Outcome.DAMAGE_FOUND;
    }

    /// Verifies, and shows how far it has come.
    static Verification in(Session session, Warehouse warehouse, Depth depth) {
        try (ProgressLine progress = ProgressLine.ofFiles(session)) {
            return warehouse.verify(depth, progress);
        }
    }
}
