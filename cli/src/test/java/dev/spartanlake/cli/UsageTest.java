package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            player | missing command: expected one of set, untrack, list; see: spartanlake player --help
            ingest | Missing required parameter: 'PATH'; see: spartanlake ingest --help
            import | missing command: expected one of workshop, levelup, spnkr; see: spartanlake import --help
            ingst | Unmatched argument at index 0: 'ingst'; did you mean ingest or openings or matchmaking?; see: spartanlake --help
            sql | Missing required parameter: 'SQL'; see: spartanlake sql --help
            sql x --format xml | Invalid value for option '--format': expected table or json or csv or markdown, found 'xml'; see: spartanlake sql --help
            sql x --timeout soon | Invalid value for option '--timeout': expected a duration such as 30s, 5m or PT1M30S, found 'soon'; see: spartanlake sql --help
            sql x --timeout PT99999999999S | Invalid value for option '--timeout': expected a duration of at most a year, found 'PT99999999999S'; see: spartanlake sql --help
            sql x --timeout 0s | --timeout: expected at least 1ms, found PT0S; see: spartanlake sql --help
            sql x --max-rows 0 | --max-rows: expected at least 1, found 0; see: spartanlake sql --help
            stats --min-matches 5 | Unknown options: '--min-matches', '5'; see: spartanlake stats --help
            hours --by map | Invalid value for option '--by': expected hour or weekday or day or week or month or year or season, found 'map'; see: spartanlake hours --help
            status --lang de | Invalid value for option '--lang': expected the language en or fr, found 'de'; see: spartanlake status --help
            ingest x --player me | Invalid value for option '--player' (XUID): xuid: expected 1 to 19 digits, found "me"; see: spartanlake ingest --help
            player set 1 | nothing to set: expected --gamertag NAME, --track or both; see: spartanlake player set --help
            player set 1 --gamertag= | --gamertag: expected a name, found none; see: spartanlake player set --help
            friend add 1 1 | expected two players, found 1 for OWNER and FRIEND; see: spartanlake friend add --help
            reference import | nothing to import: expected --playlists, --medals-en, --medals-fr or --medal-metadata; see: spartanlake reference import --help
            sync --max-matches 0 | --max-matches: expected at least 1, found 0; see: spartanlake sync --help
            sync --status --dry-run | expected --status or --dry-run, found both; see: spartanlake sync --help
            login --port 70000 | --port: expected a number from 0 to 65535, found 70000; see: spartanlake login --help
            login --paste --port 1 | expected --port or --paste, found both; see: spartanlake login --help
            help me | unknown command 'me': expected one of demo, login, whoami, logout, sync, ingest, import, stats, matches, match, killfeed, maps, playlists, modes, hours, trends, compare, streaks, records, sessions, medals, teammates, rivals, duels, openings, timeline, csr, matchmaking, distribution, sql, shell, export, status, player, friend, reference, verify, repair, backup, restore, merge, rebuild, recompute, upgrade, forget, config, completion, help; see: spartanlake help --help
            """)
    void aMisuseIsOneLineThatSaysWhatWasExpected(String arguments, String message) {
        Run run = Run.of(arguments.split(" "));

        assertThat(run).isEqualTo(new Run(2, "", "spartanlake: " + message + "\n"));
    }

    @Test
    void withoutArgumentsTheHelpIsTalk() {
        Run run = Run.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: spartanlake");
    }

    @Test
    void readingWhereThereIsNoWarehouseFails(@TempDir Path empty) {
        Run run = Run.in(empty, "status");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("spartanlake: there is no warehouse in " + empty)
                .endsWith(" [WH-FORMAT-002]\n")
                .hasLineCount(1);
    }
}
