package dev.spartanlake.halo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageGraphTest {

    /// Each rank may use the ranks above it in this list, and nothing below.
    private static final List<List<String>> RANKS = List.of(
            List.of("secret", "error", "reply"),
            List.of("json"),
            List.of("wire"),
            List.of("cache"),
            List.of("auth", "asset", "player", "film", "content"),
            List.of("match"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.spartanlake.halo");

    @Test
    void hasNoCycle() {
        slices().matching("dev.spartanlake.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void usesOnlyWhatRanksAbove() {
        for (int rank = 0; rank < RANKS.size() - 1; rank++) {
            noClasses()
                    .that()
                    .resideInAnyPackage(packages(RANKS.subList(rank, rank + 1)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(RANKS.subList(rank + 1, RANKS.size())))
                    .check(CLASSES);
        }
    }

    @Test
    void knowsNothingOfTheWarehouse() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another module",
                        type -> type.getPackageName().startsWith("dev.spartanlake")
                                && !type.getPackageName().startsWith("dev.spartanlake.halo")))
                .check(CLASSES);
    }

    private static String[] packages(List<List<String>> ranks) {
        return ranks.stream()
                .flatMap(List::stream)
                .map(name -> "dev.spartanlake.halo." + name + "..")
                .toArray(String[]::new);
    }
}
