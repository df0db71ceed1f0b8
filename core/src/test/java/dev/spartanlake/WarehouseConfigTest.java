package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarehouseConfigTest {

    private final WarehouseConfig config = WarehouseConfig.standard();

    @Test
    void refusesSettingsNobodyCouldWorkWith() {
        assertThatThrownBy(() -> config.withEngineMemoryBytes(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("engine memory: expected at least 64 MiB, found 1");
        assertThatThrownBy(() -> config.withThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads: expected at least 1, found 0");
        assertThatThrownBy(() -> config.withCommitBytes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bytes of a commit: expected at least 1, found 0");
        assertThatThrownBy(() -> config.withLockPatience(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience: expected at most a year, found PT-1S");
    }
}
