package dev.spartanlake.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageGraphTest {

    /// Each rank may use the ranks above it in this list, and nothing below. A package stands for those inside
    /// it too.
    private static final List<List<String>> RANKS = List.of(
            List.of("error", "validation", "match", "hash", "parallel"),
            List.of("schema", "storage", "source", "reference", "career", "document", "query", "film"),
            List.of("fact", "duck", "analytics", "export"),
            List.of("catalog"),
            List.of("inspection", "mirror"),
            List.of("commit"),
            List.of("verify"),
            List.of("ingest", "intake", "erasure", "repair"),
            List.of("backup"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.spartanlake");

    @Test
    void hasNoCycle() {
        slices().matching("dev.spartanlake.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void usesOnlyWhatRanksAbove() {
        for (int rank = 0; rank < RANKS.size(); rank++) {
            String[] own = packages(RANKS.subList(rank, rank + 1));
            String[] below = packages(RANKS.subList(rank + 1, RANKS.size()));
            if (below.length > 0) {
                noClasses()
                        .that()
                        .resideInAnyPackage(own)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .check(CLASSES);
            }
            noClasses()
                    .that()
                    .resideInAnyPackage(own)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.spartanlake")
                    .check(CLASSES);
        }
    }

    private static String[] packages(List<List<String>> ranks) {
        return ranks.stream()
                .flatMap(List::stream)
                .map(name -> "dev.spartanlake." + name + "..")
                .toArray(String[]::new);
    }
}
