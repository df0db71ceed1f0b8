package dev.spartanlake.film;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/// The films' own numbers of medals, and the identifiers by which everything else knows them.
public final class MedalCodes {

    private static final String RESOURCE = "medal-codes.csv";
    private static final Map<Integer, Long> NAME_IDS = load();

    private MedalCodes() {}

    /// The identifier of a medal, as in `medal_awards`.
    ///
    /// @param code the film's number
    /// @return empty for a number of which nobody knows the medal yet
    public static OptionalLong nameId(int code) {
        Long nameId = NAME_IDS.get(code);
        return nameId == null ? OptionalLong.empty() : OptionalLong.of(nameId);
    }

    private static Map<Integer, Long> load() {
        try (InputStream resource = Objects.requireNonNull(MedalCodes.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            Map<Integer, Long> nameIds = new HashMap<>();
            lines.lines().skip(1).map(line -> line.split(",", 2)).forEach(values -> {
                nameIds.put(Integer.valueOf(values[0]), Long.valueOf(values[1]));
            });
            return Map.copyOf(nameIds);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
