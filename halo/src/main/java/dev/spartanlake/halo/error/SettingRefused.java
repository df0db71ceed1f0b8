package dev.spartanlake.halo.error;

/// A setting has a value that cannot be used; the user has to change it.
public final class SettingRefused extends HaloException {

    private static final long serialVersionUID = 1L;

    /// @param message which setting, what was expected and found
    public SettingRefused(String message) {
        super(message, null);
    }
}
