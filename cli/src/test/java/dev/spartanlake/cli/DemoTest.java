package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @Test
    void tellsAStoryAndCanBeToldAgain(@TempDir Path directory) {
        Path warehouse = directory.resolve("a $demo");

        Run first = Run.in(warehouse, "demo");
        Run second = Run.in(warehouse, "demo", "--lang", "fr");

        assertThat(first.code()).isZero();
        assertThat(first.out())
                .startsWith("1,250 documents read: 1,250 new, 0 updated, 0 unchanged, 0 refused; ")
                .contains("DemoLarkspur", "DemoMeridian", "SELECT p.gamertag")
                .containsPattern("\ngamertag +year +matches +win_rate +kda +accuracy\n")
                .containsPattern("\nmap_name +mode_name +matches +win_rate\n")
                .containsPattern("\nmedal +difficulty +earned\n")
                .contains("## What to try next")
                .contains("status --warehouse '" + warehouse + "'");
        assertThat(first.out().split("\n## ")).hasSize(7);
        assertThat(first.err().lines())
                .hasSize(3)
                .last()
                .isEqualTo("Adding skill data of the latest 250 matches, and the films of the latest 20");
        assertThat(second.code()).isZero();
        assertThat(second.out().replace('\u00A0', ' '))
                .startsWith(
                        "1 250 documents lus : 0 nouveau, 0 mis à jour, 1 250 inchangés, 0 refusé ; 0 fichier écrit")
                .contains("L'entrepôt de démonstration", "À essayer ensuite");
        assertThat(Run.in(warehouse, "killfeed", "last", "--player", "DemoLarkspur")
                        .out()
                        .lines())
                .hasSizeGreaterThan(10);
        assertThat(Run.in(warehouse, "csr", "--player", "DemoLarkspur").out().lines())
                .hasSizeGreaterThan(1);
    }

    @Test
    void leavesAWarehouseOfSomebodyElseAlone(@TempDir Path warehouse) {
        Run.in(warehouse, "player", "set", "42", "--gamertag", "Mine");

        Run run = Run.in(warehouse, "demo");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("spartanlake: the demo wants a warehouse of its own, found another one in " + warehouse)
                .hasLineCount(1);
        assertThat(Files.exists(warehouse.resolve("demo-matches.ndjson"))).isFalse();
    }
}
