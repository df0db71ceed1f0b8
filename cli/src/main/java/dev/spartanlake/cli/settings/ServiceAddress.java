package dev.spartanlake.cli.settings;

import dev.spartanlake.halo.error.SettingRefused;
import dev.spartanlake.halo.wire.Origins;

/// Judges the address of the game's services. In a class of its own, so that only those who configured one load what
/// it takes.
final class ServiceAddress {

    private ServiceAddress() {}

    static boolean check(String template) {
        try {
            return !Origins.of(template).template().isEmpty();
        } catch (SettingRefused wrong) {
            return false;
        }
    }
}
