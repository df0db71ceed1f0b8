package dev.spartanlake.imports.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.spartanlake.testsupport.architecture.ModuleRules;
import org.junit.jupiter.api.Test;

class PackageGraphTest {

    private static final ModuleRules RULES = new ModuleRules("dev.spartanlake.imports");

    @Test
    void hasNoCycle() {
        RULES.hasNoCycle();
    }

    @Test
    void readsForeignFormsWithoutKnowingWhatTheyAreFor() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.spartanlake.imports.json", "dev.spartanlake.imports.sqlite")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.spartanlake.imports")
                .check(RULES.classes());
    }

    @Test
    void leavesWritingToTheWarehouse() {
        RULES.leavesWritingToTheWarehouse();
    }
}
