package dev.spartanlake.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What has to hold between the packages of a module. Every rule throws [AssertionError] with all that breaks it.
public final class ModuleRules {

    private static final String PRODUCT = "dev.spartanlake";

    /// What the warehouse's public methods take and give back; the rest of the package writes.
    private static final Set<String> PUBLIC_OF_COMMIT =
            Set.of(PRODUCT + ".commit.Disposition", PRODUCT + ".commit.StopSignal");

    private final String root;
    private final JavaClasses classes;

    /// Rules for the classes of a module, without its tests.
    ///
    /// @param root the package that all of them are in, such as `dev.spartanlake.halo`
    public ModuleRules(String root) {
        this.root = root;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /// The classes, for rules of one module alone.
    public JavaClasses classes() {
        return classes;
    }

    /// No package depends on itself by way of others.
    public void hasNoCycle() {
        slices().matching(PRODUCT + ".(**)").should().beFreeOfCycles().check(classes);
    }

    /// Packages use packages of ranks above their own only, besides those of their own rank.
    ///
    /// @param ranks names of packages directly in the root, which stand for those inside them too; the first ranks
    ///     highest
    public void usesOnlyWhatRanksAbove(List<List<String>> ranks) {
        for (int rank = 0; rank < ranks.size() - 1; rank++) {
            noClasses()
                    .that()
                    .resideInAnyPackage(packages(ranks.subList(rank, rank + 1)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(ranks.subList(rank + 1, ranks.size())))
                    .check(classes);
        }
    }

    /// The ranks name every package directly in the root, and none that is not there.
    public void hasARankForEveryPackage(List<List<String>> ranks) {
        Set<String> found = new TreeSet<>();
        for (JavaClass each : classes) {
            String below = each.getPackageName().substring(root.length());
            if (!below.isEmpty()) {
                found.add(below.substring(1).split("\\.", 2)[0]);
            }
        }
        assertThat(ranks.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(found);
    }

    /// Nothing of the product's other modules is used.
    public void usesNoOtherModule() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another module",
                        type -> isIn(type.getPackageName(), PRODUCT) && !isIn(type.getPackageName(), root)))
                .check(classes);
    }

    /// What changes a warehouse's files is used by way of the warehouse alone.
    public void leavesWritingToTheWarehouse() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "write to a warehouse",
                        type -> isIn(type.getPackageName(), PRODUCT + ".commit")
                                && !PUBLIC_OF_COMMIT.contains(type.getName())))
                .check(classes);
    }

    private static boolean isIn(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    private String[] packages(List<List<String>> ranks) {
        return ranks.stream()
                .flatMap(List::stream)
                .map(name -> root + "." + name + "..")
                .toArray(String[]::new);
    }
}
