package dev.spartanlake.bench.report;

import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON file of results: an array of `{job, matches, date, machine: {processors, os, jdk}, measurements: [{work,
/// side, unit, min, median, max, samples}]}`, by job and size. Whole numbers are exact, others have six digits that
/// count.
public final class ResultsFile {

    private static final MathContext DIGITS = new MathContext(6);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    /// @param file need not exist yet
    public ResultsFile(Path file) {
        this.file = file;
    }

    /// What it holds; nothing when it does not exist.
    public List<JobResult> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<JobResult> results = new ArrayList<>();
        for (JsonNode result : JSON.readTree(Files.readString(file))) {
            results.add(result(result));
        }
        return results;
    }

    /// Puts results in, in the place of those of the same job on the same size.
    public void merge(List<JobResult> results) throws IOException {
        List<JobResult> kept = read().stream()
                .filter(old -> results.stream().noneMatch(result -> result.replaces(old)))
                .toList();
        List<JobResult> all = Stream.concat(kept.stream(), results.stream())
                .sorted(Comparator.comparing(JobResult::job).thenComparingLong(JobResult::matches))
                .toList();
        Files.writeString(file, text(all), StandardCharsets.UTF_8);
    }

    private static JobResult result(JsonNode node) {
        String job = node.required("job").asString();
        long matches = node.required("matches").asLong();
        JsonNode machine = node.required("machine");
        List<Measurement> measurements = new ArrayList<>();
        for (JsonNode measurement : node.required("measurements")) {
            measurements.add(new Measurement(
                    job,
                    measurement.required("work").asString(),
                    Side.valueOf(upper(measurement.required("side"))),
                    matches,
                    Unit.valueOf(upper(measurement.required("unit"))),
                    measurement
                            .required("samples")
                            .valueStream()
                            .map(JsonNode::asDouble)
                            .toList()));
        }
        return new JobResult(
                job,
                matches,
                LocalDate.parse(node.required("date").asString()),
                new Machine(
                        machine.required("processors").asInt(),
                        machine.required("os").asString(),
                        machine.required("jdk").asString()),
                measurements);
    }

    private static String text(List<JobResult> results) {
        ArrayNode array = JSON.createArrayNode();
        results.forEach(result -> write(result, array.addObject()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n";
    }

    private static void write(JobResult result, ObjectNode node) {
        node.put("job", result.job());
        node.put("matches", result.matches());
        node.put("date", result.date().toString());
        node.putObject("machine")
                .put("processors", result.machine().processors())
                .put("os", result.machine().os())
                .put("jdk", result.machine().jdk());
        ArrayNode measurements = node.putArray("measurements");
        result.measurements().forEach(measurement -> write(measurement, measurements.addObject()));
    }

    private static void write(Measurement measurement, ObjectNode node) {
        node.put("work", measurement.work());
        node.put("side", lower(measurement.side()));
        node.put("unit", lower(measurement.unit()));
        node.put("min", rounded(measurement.min()));
        node.put("median", rounded(measurement.median()));
        node.put("max", rounded(measurement.max()));
        ArrayNode samples = node.putArray("samples");
        measurement.samples().forEach(sample -> samples.add(rounded(sample)));
    }

    private static double rounded(double value) {
        return value == Math.rint(value)
                ? value
                : new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(JsonNode name) {
        return name.asString().toUpperCase(Locale.ROOT);
    }
}
