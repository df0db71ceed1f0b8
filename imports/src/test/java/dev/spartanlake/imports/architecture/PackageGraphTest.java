package dev.spartanlake.imports.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.spartanlake.commit.Disposition;
import dev.spartanlake.commit.StopSignal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageGraphTest {

    /// What the warehouse's public methods take and give back; the rest of the package writes.
    private static final Set<String> OF_COMMIT = Set.of(Disposition.class.getName(), StopSignal.class.getName());

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.spartanlake.imports");

    @Test
    void hasNoCycle() {
        slices().matching("dev.spartanlake.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void readsForeignFormsWithoutKnowingWhatTheyAreFor() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.spartanlake.imports.json", "dev.spartanlake.imports.sqlite")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.spartanlake.imports")
                .check(CLASSES);
    }

    @Test
    void leavesWritingToTheWarehouse() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "write to a warehouse",
                        type -> type.getPackageName().startsWith("dev.spartanlake.commit")
                                && !OF_COMMIT.contains(type.getName())))
                .check(CLASSES);
    }
}
