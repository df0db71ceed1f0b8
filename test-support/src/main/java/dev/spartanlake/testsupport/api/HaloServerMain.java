package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server as a process of its own, which ends when it is killed or its standard input is closed.
///
/// Options, each with a number: `--port` (0, a free one), `--matches` (100), `--played` (all of
/// them), `--seed` (1). The first line it prints is the address, with `{origin}` where the service
/// stands, a refresh token, a Spartan token and the clearance, with a space between them. Each line
/// that is typed is answered with how many requests of each kind there were, such as
/// `HISTORY=3 STATS=42`.
public final class HaloServerMain {

    private static final List<String> OPTIONS = List.of("--port", "--matches", "--played", "--seed");

    private HaloServerMain() {}

    /// Starts a server.
    ///
    /// @throws IOException when the standard input fails
    public static void main(String[] arguments) throws IOException {
        try (HaloServer server = start(arguments)) {
            report(server, System.out);
            for (int typed = System.in.read(); typed >= 0; typed = System.in.read()) {
                if (typed == '\n') {
                    count(server, System.out);
                }
            }
        }
    }

    /// Starts the server of some options.
    ///
    /// @throws IllegalArgumentException when an option is not known or has no number
    static HaloServer start(String[] arguments) {
        Map<String, Long> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "expected some of " + OPTIONS + ", each with a number, found " + List.of(arguments));
            }
            options.put(arguments[i], Long.valueOf(arguments[i + 1]));
        }
        int matches = Math.toIntExact(options.getOrDefault("--matches", 100L));
        Career career = Career.of(CareerPlan.mixed(options.getOrDefault("--seed", 1L), matches));
        World world = World.of(career, Math.toIntExact(options.getOrDefault("--played", (long) matches)));
        int port = Math.toIntExact(options.getOrDefault("--port", 0L));
        return HaloServer.start(world, port, InstantSource.system(), System::nanoTime);
    }

    private static void count(HaloServer server, PrintStream out) {
        Requests requests = server.requests();
        out.println(Stream.of(Kind.values())
                .filter(kind -> requests.asked(kind) > 0)
                .map(kind -> kind + "=" + requests.asked(kind))
                .collect(Collectors.joining(" ")));
        out.flush();
    }

    private static void report(HaloServer server, PrintStream out) {
        SignIn signIn = server.signIn();
        out.println(String.join(
                " ",
                server.addressTemplate(),
                signIn.issueRefreshToken(),
                signIn.issueSpartanToken(),
                signIn.clearance()));
        out.flush();
    }
}
