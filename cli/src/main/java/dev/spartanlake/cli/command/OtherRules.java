package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.cli.render.RulesText;

/// Tells users that a warehouse's sessions and scores are not made as they configured.
final class OtherRules {

    private OtherRules() {}

    /// Says so, if it is so.
    static void remark(Session session, Warehouse warehouse) {
        CareerRules configured = session.configuration().careerRules();
        warehouse
                .careerRules()
                .filter(rules -> !rules.equals(configured))
                .ifPresent(rules -> session.remark(
                        session.messages().text("rules.differ", RulesText.of(rules), RulesText.of(configured))));
    }
}
