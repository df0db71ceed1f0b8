package dev.spartanlake.sync.architecture;

import dev.spartanlake.testsupport.architecture.ModuleRules;
import org.junit.jupiter.api.Test;

class PackageGraphTest {

    @Test
    void leavesWritingToTheWarehouse() {
        new ModuleRules("dev.spartanlake.sync").leavesWritingToTheWarehouse();
    }
}
