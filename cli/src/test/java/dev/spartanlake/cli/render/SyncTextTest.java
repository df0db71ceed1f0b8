package dev.spartanlake.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.match.Xuid;
import dev.spartanlake.reference.Language;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncTextTest {

    private static final Xuid PLAYER = new Xuid(2_533_270_000_000_001L);

    @Test
    void sendsNothingToATerminalThatANameHides() {
        SyncText text = new SyncText(Messages.in(Language.EN), Map.of(PLAYER, "a\u001B[31mb\u0007\n\u202E"));

        assertThat(text.name(PLAYER)).isEqualTo("a\\u001B[31mb\\u0007 \\u202E");
        assertThat(text.begun(PLAYER, null, 0, Duration.ZERO)).doesNotContain("\u001B", "\u0007", "\u202E");
    }
}
