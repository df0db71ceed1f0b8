package dev.spartanlake.testsupport.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules look at this module itself, of which `api` uses nothing of `architecture` and `architecture` nothing of
/// `api`.
class ModuleRulesTest {

    private final ModuleRules rules = new ModuleRules("dev.spartanlake.testsupport");

    @Test
    void seesAPackageWithoutARankAndARankWithoutAPackage() {
        assertThatCode(() -> rules.hasARankForEveryPackage(List.of(List.of("api"), List.of("architecture"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.hasARankForEveryPackage(List.of(List.of("api"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("architecture");
        assertThatThrownBy(() ->
                        rules.hasARankForEveryPackage(List.of(List.of("api", "architecture"), List.of("vanished"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("vanished");
    }

    @Test
    void seesWhatIsUsedOfAnotherModule() {
        assertThatThrownBy(rules::usesNoOtherModule)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dev.spartanlake.generator");
    }

    @Test
    void seesWhatRanksBelow() {
        ModuleRules product = new ModuleRules("dev.spartanlake");

        assertThatCode(() -> product.usesOnlyWhatRanksAbove(List.of(List.of("generator"), List.of("testsupport"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> product.usesOnlyWhatRanksAbove(List.of(List.of("testsupport"), List.of("generator"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("dev.spartanlake.generator");
    }
}
