package dev.spartanlake.cli.settings;

import dev.spartanlake.halo.wire.Origins;
import dev.spartanlake.reference.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Something a user may configure.
///
/// @param key its name in the configuration file, such as `query.max-rows`
/// @param form how its value is written
/// @param standard its value unless configured, which may depend on the machine
public record Setting<T>(String key, ValueForm<T> form, Function<Machine, T> standard) {

    private static final long LEAST_MEMORY = 64L << 20;
    private static final int MOST_WEIGHT = 1000;
    private static final int MOST_REQUESTS = 1000;

    /// That of `Pace.STANDARD`, which is not loaded for commands that send no requests.
    private static final int STANDARD_REQUESTS = 5;

    /// The break between two matches that ends a session.
    public static final Setting<Duration> SESSION_GAP =
            of("session.gap", ValueForm.wholeSeconds(Duration.ofSeconds(1)), Duration.ofHours(2));
    /// What kills per minute count in a score.
    public static final Setting<Integer> KILLS_WEIGHT = weight("kills-per-minute", 30);
    /// What deaths per minute count in a score.
    public static final Setting<Integer> DEATHS_WEIGHT = weight("deaths-per-minute", 25);
    /// What assists per minute count in a score.
    public static final Setting<Integer> ASSISTS_WEIGHT = weight("assists-per-minute", 15);
    /// What KDA counts in a score.
    public static final Setting<Integer> KDA_WEIGHT = weight("kda", 20);
    /// What accuracy counts in a score.
    public static final Setting<Integer> ACCURACY_WEIGHT = weight("accuracy", 10);
    /// What the engine may use outside the Java heap while writing and verifying, in bytes.
    public static final Setting<Long> ENGINE_MEMORY = of("engine.memory", ValueForm.size(LEAST_MEMORY), 1L << 30);
    /// How many threads may work.
    public static final Setting<Integer> INGEST_THREADS =
            new Setting<>("ingest.threads", ValueForm.number(1, 1024), Machine::processors);
    /// An ingest commits whenever documents of this many bytes wait for it.
    public static final Setting<Long> COMMIT_SIZE = of("ingest.commit-size", ValueForm.size(1L << 20), 512L << 20);
    /// How long to wait for another writer.
    public static final Setting<Duration> LOCK_WAIT = of("lock.wait", ValueForm.duration(Duration.ZERO), Duration.ZERO);
    /// The language of names, answers and remarks.
    public static final Setting<Language> LANGUAGE =
            new Setting<>("display.language", ValueForm.language(), UserLanguage::of);
    /// The zone in which times are shown.
    public static final Setting<ZoneId> TIME_ZONE = new Setting<>("display.time-zone", ValueForm.zone(), Machine::zone);
    /// How many rows of an answer are shown.
    public static final Setting<Integer> MAX_ROWS =
            of("query.max-rows", ValueForm.number(1, Integer.MAX_VALUE - 16), 10_000);
    /// After what time a question is given up.
    public static final Setting<Duration> TIMEOUT =
            of("query.timeout", ValueForm.duration(Duration.ofMillis(1)), Duration.ofSeconds(30));
    /// How many bytes of memory a question may use.
    public static final Setting<Long> QUERY_MEMORY = of("query.memory", ValueForm.size(LEAST_MEMORY), 2L << 30);
    /// Where the game's services are, `{origin}` for the name of each.
    public static final Setting<String> HALO_BASE_URL = of(
            "halo.base-url",
            ValueForm.text(
                    "an address in quotes with {origin} in it once, https unless it is of this machine, such as \""
                            + Origins.STANDARD_TEMPLATE + "\"",
                    template -> ServiceAddress.check(template)),
            Origins.STANDARD_TEMPLATE);
    /// The application to sign in to; empty for none.
    public static final Setting<String> HALO_CLIENT_ID = of(
            "halo.client-id",
            ValueForm.text(
                    "the client id of an application in quotes, which has letters, digits and hyphens only",
                    text -> text.matches("[A-Za-z0-9-]{1,64}")),
            "");
    /// How many requests each of the game's services gets in a second.
    public static final Setting<Integer> HALO_REQUESTS_PER_SECOND =
            of("halo.requests-per-second", ValueForm.number(1, MOST_REQUESTS), STANDARD_REQUESTS);

    /// All settings in the order in which they are shown.
    public static final List<Setting<?>> ALL = List.of(
            SESSION_GAP,
            KILLS_WEIGHT,
            DEATHS_WEIGHT,
            ASSISTS_WEIGHT,
            KDA_WEIGHT,
            ACCURACY_WEIGHT,
            ENGINE_MEMORY,
            INGEST_THREADS,
            COMMIT_SIZE,
            LOCK_WAIT,
            LANGUAGE,
            TIME_ZONE,
            MAX_ROWS,
            TIMEOUT,
            QUERY_MEMORY,
            HALO_BASE_URL,
            HALO_CLIENT_ID,
            HALO_REQUESTS_PER_SECOND);

    /// The environment variable of the same meaning, such as `SPARTANLAKE_QUERY_MAX_ROWS`.
    public String variable() {
        return "SPARTANLAKE_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /// Whether it decides where sign-ins and tokens go. Only the user may say so, not a file that came with a
    /// warehouse.
    boolean isDestination() {
        return equals(HALO_BASE_URL) || equals(HALO_CLIENT_ID);
    }

    private static <T> Setting<T> of(String key, ValueForm<T> form, T standard) {
        return new Setting<>(key, form, _ -> standard);
    }

    private static Setting<Integer> weight(String measure, int standard) {
        return of("score.weights." + measure, ValueForm.number(0, MOST_WEIGHT), standard);
    }
}
