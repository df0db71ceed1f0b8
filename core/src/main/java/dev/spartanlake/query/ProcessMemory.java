package dev.spartanlake.query;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// How much memory the process has come to hold outside the Java heap, where the operating system tells.
///
/// A heap may have been reserved long before it is touched, and only touching shows. So all of the heap that
/// was not in use at the start counts as heap: the growth reported is never too high.
final class ProcessMemory {

    private static final Path LINUX = Path.of("/proc/self/statm");
    private static final long PAGE_BYTES = 4096;
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private final long heldBefore = held();
    private final long heapBefore =
            Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();

    /// Bytes gained since this object was made; zero or less where that is not known.
    long growth() {
        long heapGrowth = Runtime.getRuntime().totalMemory() - heapBefore;
        return held() - heldBefore - heapGrowth;
    }

    /// Bytes, or zero where that is not known.
    private static long held() {
        if (WINDOWS && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            return system.getCommittedVirtualMemorySize();
        }
        try {
            // size, resident, …, in pages; where pages are larger than 4 KiB the figure is low, never high.
            String[] pages = Files.readString(LINUX, StandardCharsets.US_ASCII).split(" ", 3);
            return Long.parseLong(pages[1]) * PAGE_BYTES;
        } catch (IOException noSuchFile) {
            return 0;
        }
    }
}
