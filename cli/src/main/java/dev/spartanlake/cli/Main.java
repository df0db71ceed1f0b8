package dev.spartanlake.cli;

/// Starts the `spartanlake` command.
public final class Main {
    private Main() {}

    /// Prints the version.
    ///
    /// @param arguments ignored
    public static void main(String[] arguments) {
        String version = Main.class.getPackage().getImplementationVersion();
        System.out.println("spartanlake " + (version == null ? "(unpackaged)" : version));
    }
}
