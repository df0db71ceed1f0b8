package dev.spartanlake.bench;

import dev.spartanlake.bench.job.Job;
import dev.spartanlake.bench.job.Jobs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be measured.
///
/// @param project the directory of this project, with the packaged command
/// @param jobs the jobs, in order
/// @param matches the sizes of careers
/// @param runs how many samples to take
/// @param json the file to put the results in; null for none
/// @param scratch the directory to keep careers in for the next time; null for one that is deleted at the end
record Arguments(
        Path project,
        List<Job> jobs,
        List<Integer> matches,
        int runs,
        @Nullable Path json,
        @Nullable Path scratch) {

    static final String USAGE = "Usage: tools/bench [JOB]... [--matches N]... [--runs N] [--json FILE] [--scratch DIR]";

    private static final List<Integer> USUAL_MATCHES = List.of(400, 10_000);
    private static final int USUAL_RUNS = 15;

    Arguments {
        jobs = List.copyOf(jobs);
        matches = List.copyOf(matches);
    }

    /// Reads what is given on the command line.
    ///
    /// @param words the directory of the project first
    /// @throws IllegalArgumentException when they cannot be understood
    static Arguments parse(List<String> words) {
        Iterator<String> rest = words.iterator();
        Path project = Path.of(rest.next());
        List<Job> jobs = new ArrayList<>();
        List<Integer> matches = new ArrayList<>();
        int runs = USUAL_RUNS;
        Path json = null;
        Path scratch = null;
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--matches" -> matches.add(number(word, rest));
                case "--runs" -> runs = number(word, rest);
                case "--json" -> json = Path.of(value(word, rest));
                case "--scratch" -> scratch = Path.of(value(word, rest));
                default -> jobs.add(job(word));
            }
        }
        return new Arguments(
                project,
                jobs.isEmpty() ? Jobs.ALL : jobs,
                matches.isEmpty() ? USUAL_MATCHES : matches,
                runs,
                json,
                scratch);
    }

    private static Job job(String name) {
        Optional<Job> job = Jobs.named(name);
        return job.orElseThrow(() -> new IllegalArgumentException("no job or option is called " + name
                + "; the jobs are "
                + String.join(", ", Jobs.ALL.stream().map(Job::name).toList())));
    }

    private static int number(String option, Iterator<String> rest) {
        String text = value(option, rest);
        if (!text.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(option + ": expected a number from 1 to 9999999, found " + text);
        }
        return Integer.parseInt(text);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + ": expected a value after it");
        }
        return rest.next();
    }
}
