package dev.spartanlake.halo.architecture;

import dev.spartanlake.testsupport.architecture.ModuleRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageGraphTest {

    /// Each rank may use the ranks above it in this list, and nothing below.
    private static final List<List<String>> RANKS = List.of(
            List.of("secret", "error", "reply", "file"),
            List.of("json"),
            List.of("wire"),
            List.of("cache", "auth"),
            List.of("asset", "player", "film", "content"),
            List.of("match"));

    private static final ModuleRules RULES = new ModuleRules("dev.spartanlake.halo");

    @Test
    void hasNoCycle() {
        RULES.hasNoCycle();
    }

    @Test
    void usesOnlyWhatRanksAbove() {
        RULES.usesOnlyWhatRanksAbove(RANKS);
        RULES.hasARankForEveryPackage(RANKS);
    }

    @Test
    void knowsNothingOfTheWarehouse() {
        RULES.usesNoOtherModule();
    }
}
