package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `spartanlake upgrade`: brings a warehouse to the present format.
@Command(
        name = "upgrade",
        description = {
            "Bring a warehouse of an older format version to the present one.",
            "It is kept as it was in the directory backups of the warehouse. Every other",
            "command but verify and repair does that by itself where it is needed."
        },
        footerHeading = "%nExamples:%n",
        footer = "  spartanlake upgrade --warehouse old-warehouse")
final class UpgradeCommand implements Action {

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session session) {
        try (Warehouse warehouse = session.warehouse("upgrade", patience.duration())) {
            long before = warehouse.upgrade();
            session.remark(session.messages()
                    .text(
                            before < Warehouse.formatVersion() ? "upgrade.done" : "upgrade.present",
                            before,
                            Warehouse.formatVersion()));
            return Outcome.DONE;
        }
    }
}
