package dev.spartanlake.bench;

import dev.spartanlake.bench.career.BenchCareer;
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

    static final String SIZES = """
            --matches N: careers of N matches, from 1 to %s; 400 and 10000 by default. The warehouse of a career is made
              of slices of 330 MB: 100000 matches take minutes, 1000000 take half an hour and 4 GB of disk, and as much again
              for a job that changes it. The file of all documents, 17 KB for each match, is made for those jobs alone that
              read it. A job that is not for so many matches says so and is skipped.
            --runs N: samples of each side, 15 by default. Fewer will do for large careers.
            --json FILE: a file of results, in which those of the same job and size are replaced.
            --scratch DIR: keeps careers and warehouses there for the next time; of other versions of the code, too.
            """.formatted(BenchCareer.MOST_MATCHES);

    private static final int MOST_RUNS = 9_999_999;
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
                case "--matches" -> matches.add(number(word, rest, BenchCareer.MOST_MATCHES));
                case "--runs" -> runs = number(word, rest, MOST_RUNS);
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

    private static int number(String option, Iterator<String> rest, int most) {
        String text = value(option, rest);
        if (!text.matches("[1-9][0-9]{0,6}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(option + ": expected a number from 1 to " + most + ", found " + text);
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
