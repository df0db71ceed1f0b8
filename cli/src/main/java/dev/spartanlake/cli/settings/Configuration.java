package dev.spartanlake.cli.settings;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.cli.settings.ConfigurationFile.Entry;
import dev.spartanlake.cli.settings.ConfigurationFile.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The value of every setting: that of its environment variable, else that of the configuration file, else its
/// default.
public final class Configuration {

    private static final int LONGEST_SHOWN = 60;

    private final Path file;
    private final Map<String, Configured> values;

    private Configuration(Path file, Map<String, Configured> values) {
        this.file = file;
        this.values = values;
    }

    /// Reads what is configured for a warehouse.
    ///
    /// @param warehouse its directory, which need not exist
    /// @throws ConfigurationException when something makes no sense, with all that does not
    public static Configuration of(Machine machine, Path warehouse) {
        return new Reading(machine, ConfigurationFile.of(machine, warehouse)).configuration();
    }

    /// The value of a setting.
    public <T> T value(Setting<T> setting) {
        return setting.form().type().cast(configured(setting).value());
    }

    /// A value as users write it.
    public String text(Setting<?> setting) {
        return configured(setting).text();
    }

    /// Where the value of a setting comes from: `default`, a variable, or a file and line.
    public String source(Setting<?> setting) {
        return configured(setting).source();
    }

    /// The configuration file; where there is none, the one in the user's directory for settings that would be it.
    public Path file() {
        return file;
    }

    /// Whether there is a configuration file.
    public boolean isFilePresent() {
        return Files.exists(file);
    }

    /// By what rules sessions and scores are made.
    public CareerRules careerRules() {
        return new CareerRules(value(Setting.SESSION_GAP), weights());
    }

    private ScoreWeights weights() {
        return new ScoreWeights(
                value(Setting.KILLS_WEIGHT),
                value(Setting.DEATHS_WEIGHT),
                value(Setting.ASSISTS_WEIGHT),
                value(Setting.KDA_WEIGHT),
                value(Setting.ACCURACY_WEIGHT));
    }

    private Configured configured(Setting<?> setting) {
        return Objects.requireNonNull(values.get(setting.key()));
    }

    /// A value and where it comes from.
    private record Configured(Object value, String text, String source) {}

    /// Collects values and everything that is wrong with them.
    private static final class Reading {

        private static final String DEFAULT = "default";

        private final Machine machine;
        private final ConfigurationFile toml;
        private final Map<String, Configured> values = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();

        Reading(Machine machine, ConfigurationFile toml) {
            this.machine = machine;
            this.toml = toml;
        }

        Configuration configuration() {
            faults.addAll(toml.faults());
            toml.entries().forEach(this::refuseUnknown);
            Setting.ALL.forEach(this::read);
            if (faults.isEmpty()) {
                Configuration configuration = new Configuration(toml.path(), values);
                refuseUselessWeights(configuration);
                if (faults.isEmpty()) {
                    return configuration;
                }
            }
            throw new ConfigurationException(faults.stream()
                    .sorted(Comparator.comparingInt(Fault::line))
                    .map(Fault::message)
                    .toList());
        }

        private void refuseUnknown(String key, Entry entry) {
            if (Setting.ALL.stream().noneMatch(setting -> setting.key().equals(key))) {
                faults.add(new Fault(
                        entry.line(),
                        toml.at(entry.line()) + ": unknown key " + shortened(key) + ": expected " + related(key)
                                + "; correct its name or take the line out"));
            }
        }

        /// The keys of the same group; where there is no such group, all groups.
        private static String related(String key) {
            String group = key.replaceFirst("[^.]*$", "");
            List<String> keys = Setting.ALL.stream()
                    .map(Setting::key)
                    .filter(known -> !group.isEmpty() && known.startsWith(group))
                    .toList();
            return keys.isEmpty()
                    ? "one of the groups "
                            + Setting.ALL.stream()
                                    .map(setting -> setting.key().replaceFirst("\\..*", ""))
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                    : (keys.size() == 1 ? "" : "one of ") + String.join(", ", keys);
        }

        private <T> void read(Setting<T> setting) {
            Optional<Entry> entry = toml.entry(setting.key());
            entry.ifPresent(present -> fromFile(setting, present));
            String variable = machine.variable(setting.variable());
            if (!variable.isEmpty()) {
                fromVariable(setting, variable);
            } else if (entry.isEmpty()) {
                put(setting, setting.standard().apply(machine), DEFAULT);
            }
        }

        private <T> void fromFile(Setting<T> setting, Entry entry) {
            String place = toml.at(entry.line());
            if (toml.isOfWarehouse() && setting.isDestination()) {
                faults.add(new Fault(entry.line(), misplaced(setting, place)));
                return;
            }
            try {
                if (!setting.form().written().matches(entry.value())) {
                    throw new IllegalArgumentException(setting.form().expected());
                }
                put(setting, setting.form().parse(entry.value().toString()), place);
            } catch (IllegalArgumentException wrong) {
                faults.add(new Fault(
                        entry.line(),
                        place + ": " + setting.key() + ": expected "
                                + setting.form().expected() + ", found " + shortened(entry.text())
                                + "; correct the value or take the line out"));
            }
        }

        /// A warehouse may come from somebody else, who is not to have the tokens of whoever asks it.
        private String misplaced(Setting<?> setting, String place) {
            Path own = ConfigurationFile.own(machine);
            return place + ": " + setting.key()
                    + ": expected nothing in the file of a warehouse about where sign-ins and tokens go, found a value;"
                    + " take the line out and set " + setting.variable()
                    + (own.equals(toml.path()) ? "" : ", or move the file to " + own);
        }

        private <T> void fromVariable(Setting<T> setting, String text) {
            try {
                put(setting, setting.form().parse(text), setting.variable());
            } catch (IllegalArgumentException wrong) {
                faults.add(new Fault(
                        0,
                        "environment variable " + setting.variable() + ": expected "
                                + setting.form().expected().replace("\"", "").replace(" in quotes", "") + ", found "
                                + shortened(text) + "; correct it or unset it"));
            }
        }

        private <T> void put(Setting<T> setting, T value, String source) {
            values.put(
                    setting.key(),
                    new Configured(
                            Objects.requireNonNull(value),
                            setting.form().writer().apply(value),
                            source));
        }

        /// Each weight may be good by itself, and all of them together be none.
        private void refuseUselessWeights(Configuration configuration) {
            try {
                Objects.requireNonNull(configuration.weights());
            } catch (IllegalArgumentException useless) {
                String sources = weights()
                        .map(configuration::source)
                        .filter(source -> !source.equals(DEFAULT))
                        .distinct()
                        .collect(Collectors.joining(", "));
                faults.add(new Fault(0, sources + ": " + useless.getMessage() + "; correct one of them"));
            }
        }

        private static Stream<Setting<?>> weights() {
            return Setting.ALL.stream().filter(setting -> setting.key().startsWith("score.weights."));
        }

        private static String shortened(String text) {
            return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        }
    }
}
