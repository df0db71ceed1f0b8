package dev.spartanlake.cli.settings;

import java.util.List;

/// What a user configured makes no sense. Nothing was done.
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    /// All faults together.
    ///
    /// @param faults what is wrong, one line each: where, what was expected and found, and what to do
    ConfigurationException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /// What is wrong, one line each.
    public List<String> faults() {
        return faults;
    }
}
