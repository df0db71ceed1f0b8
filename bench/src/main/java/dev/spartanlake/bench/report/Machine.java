package dev.spartanlake.bench.report;

/// Where something was measured.
///
/// @param processors how many processors Java may use
/// @param os the operating system, with version and architecture
/// @param jdk the version of Java
public record Machine(int processors, String os, String jdk) {

    /// The one that this process runs on.
    public static Machine present() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version().toString());
    }

    @Override
    public String toString() {
        return processors + " processors, " + os + ", JDK " + jdk;
    }
}
