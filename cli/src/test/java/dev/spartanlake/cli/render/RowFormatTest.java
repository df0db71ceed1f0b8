package dev.spartanlake.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.render.Screen.Symbols;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowFormatTest {

    private static final Screen EIGHTY = new Screen(80, Symbols.UNICODE);

    private static final Grid CAREERS = grid(
            List.of("gamertag", "matches", "kda", "accuracy", "last_match"),
            row("DemoLarkspur", 1025L, 6.2, 45.125f, Instant.parse("2025-01-08T20:15:30Z")),
            row("日本の友", 9L, -10.333333333333334, null, null),
            row(null, null, 1.0 / 3, 0.1f, Instant.parse("2024-12-31T23:59:59.999500Z")));

    private static final Grid NASTY = grid(
            List.of("a|b", "a|b", "say \"hi\""),
            row("x,y", "line\r\nbreak", "quote \" and \\"),
            row("", null, "\u001B[31mred\u202E"),
            row(" padded ", "*bold* <b>_&amp;_</b> [l](u)", "\uD800"));

    @Test
    void aTableAlignsTextsLeftAndDecimalPointsInLine() {
        assertThat(RowFormat.TABLE.render(CAREERS, EIGHTY)).isEqualTo("""
                gamertag      matches         kda  accuracy  last_match
                ────────────  ───────  ──────────  ────────  ───────────────────────────
                DemoLarkspur     1025    6.2         45.125  2025-01-08T20:15:30Z
                日本の友            9  -10.3333
                                         0.333333     0.1    2024-12-31T23:59:59.999500Z
                """);
    }

    @Test
    void aNarrowTableCutsItsWidestTextsButNoNumber() {
        Grid grid = grid(
                List.of("map_name", "comment", "damage_dealt"),
                row("Live Fire - Ranked", "a comment that is rather long", 1234567890123L),
                row("Argyle", "short", 7L));

        assertThat(RowFormat.TABLE.render(grid, new Screen(45, Symbols.UNICODE)))
                .isEqualTo("""
                map_name        comment          damage_dealt
                ──────────────  ──────────────  ─────────────
                Live Fire - R…  a comment tha…  1234567890123
                Argyle          short                       7
                """);
    }

    @Test
    void aNarrowTableCutsTheHeadersOfNumbersToo() {
        Grid grid = grid(List.of("name", "game_variant_category"), row("Slayer", 6), row("Firefight", 1234567));

        assertThat(RowFormat.TABLE.render(grid, new Screen(20, Symbols.UNICODE)))
                .isEqualTo("""
                name       game_var…
                ─────────  ─────────
                Slayer             6
                Firefight    1234567
                """);
    }

    @Test
    void rowsThatCannotBeMadeNarrowEnoughBecomeRecords() {
        Grid grid = grid(
                List.of("match_id", "kills", "deaths", "assists", "map"),
                row("ca3924f4-a380-4feb-97ee-0c152c7b0023", 12, 3, null, "Live Fire"),
                row("f0e7ab5d-cf37-4bb1-9959-3298ead89c22", 7, 1234567890123456789L, 2, null));

        assertThat(RowFormat.TABLE.render(grid, new Screen(30, Symbols.UNICODE)))
                .isEqualTo("""
                        ── 1 / 2 ─────────────────────
                        match_id  ca3924f4-a380-4feb-…
                        kills     12
                        deaths    3
                        assists
                        map       Live Fire
                        ── 2 / 2 ─────────────────────
                        match_id  f0e7ab5d-cf37-4bb1-…
                        kills     7
                        deaths    1234567890123456789
                        assists   2
                        map
                        """);
    }

    @Test
    void aTerminalWithoutUnicodeGetsAscii() {
        Grid grid = grid(List.of("name"), row("a name of more than twenty letters"));

        assertThat(RowFormat.TABLE.render(grid, new Screen(20, Symbols.ASCII))).isEqualTo("""
                name
                --------------------
                a name of more than~
                """);
    }

    @Test
    void aPipedTableIsNeverCut() {
        String name = "x".repeat(500);

        assertThat(RowFormat.TABLE.render(grid(List.of("name"), row(name)), Screen.unlimited()))
                .endsWith("\n" + name + "\n");
    }

    @Test
    void aTableShowsControlCharactersInsteadOfObeyingThem() {
        assertThat(RowFormat.TABLE.render(NASTY, EIGHTY)).isEqualTo("""
                a|b       a|b                           say "hi"
                ────────  ────────────────────────────  ───────────────────
                x,y       line\\r\\nbreak                 quote " and \\
                                                        \\u001B[31mred\\u202E
                 padded   *bold* <b>_&amp;_</b> [l](u)  \\uD800
                """);
    }

    @Test
    void csvFollowsRfc4180() {
        assertThat(RowFormat.CSV.render(NASTY, EIGHTY)).isEqualTo("""
                a|b,a|b,"say ""hi""\"
                "x,y","line\r
                break","quote "" and \\"
                "",,\u001B[31mred\u202E
                " padded ",*bold* <b>_&amp;_</b> [l](u),\uD800
                """.replaceAll("(?<!\r)\n", "\r\n"));
    }

    @Test
    void csvLosesNoDigit() {
        assertThat(RowFormat.CSV.render(CAREERS, EIGHTY)).isEqualTo("""
                gamertag,matches,kda,accuracy,last_match
                DemoLarkspur,1025,6.2,45.125,2025-01-08T20:15:30Z
                日本の友,9,-10.333333333333334,,
                ,,0.3333333333333333,0.1,2024-12-31T23:59:59.999500Z
                """.replace("\n", "\r\n"));
    }

    @Test
    void markdownKeepsItsShapeAndTakesNoMarkup() {
        assertThat(RowFormat.MARKDOWN.render(NASTY, EIGHTY)).isEqualTo("""
                | a\\|b | a\\|b | say "hi" |
                | --- | --- | --- |
                | x,y | line\\\\r\\\\nbreak | quote " and \\\\ |
                |  |  | \\\\u001B\\[31mred\\\\u202E |
                |  padded  | \\*bold\\* &lt;b>\\_&amp;amp;\\_&lt;/b> \\[l\\](u) | \\\\uD800 |
                """);
        assertThat(RowFormat.MARKDOWN.render(CAREERS, EIGHTY))
                .contains("| --- | ---: | ---: | ---: | --- |\n")
                .contains("| 日本の友 | 9 | -10.3333 |  |  |\n");
    }

    @Test
    void jsonEscapesWhatItMustAndTellsEqualNamesApart() {
        assertThat(RowFormat.JSON.render(NASTY, EIGHTY)).isEqualTo("""
                [
                  {"a|b":"x,y","a|b_2":"line\\r\\nbreak","say \\"hi\\"":"quote \\" and \\\\"},
                  {"a|b":"","a|b_2":null,"say \\"hi\\"":"\\u001b[31mred\u202E"},
                  {"a|b":" padded ","a|b_2":"*bold* <b>_&amp;_</b> [l](u)","say \\"hi\\"":"\\ud800"}
                ]
                """);
    }

    @Test
    void jsonKeepsNumbersNumbersAndMomentsInUtc() {
        Map<String, @Nullable Object> struct = new LinkedHashMap<>();
        struct.put("k", 1L);
        struct.put("n", null);
        Grid grid = grid(
                List.of("v"),
                row(Long.MAX_VALUE),
                row(new BigInteger("170141183460469231731687303715884105727")),
                row(new BigDecimal("0.10")),
                row(0.1f),
                row(-0.0),
                row(Double.NaN),
                row(Float.NEGATIVE_INFINITY),
                row(true),
                row(Instant.parse("2025-01-08T20:15:00Z")),
                row(LocalDateTime.parse("2025-01-08T20:15")),
                row(LocalDate.parse("2025-01-08")),
                row(List.of("a", 1, List.of())),
                row(struct),
                row(new byte[] {0, (byte) 0xFF}),
                row((Object) null));

        assertThat(RowFormat.JSON.render(grid, EIGHTY)).isEqualTo("""
                [
                  {"v":9223372036854775807},
                  {"v":170141183460469231731687303715884105727},
                  {"v":0.10},
                  {"v":0.1},
                  {"v":-0.0},
                  {"v":null},
                  {"v":null},
                  {"v":true},
                  {"v":"2025-01-08T20:15:00Z"},
                  {"v":"2025-01-08T20:15:00"},
                  {"v":"2025-01-08"},
                  {"v":["a",1,[]]},
                  {"v":{"k":1,"n":null}},
                  {"v":"00ff"},
                  {"v":null}
                ]
                """);
    }

    @Test
    void aNumberedNameNeverMeetsAnotherColumn() {
        Grid grid = grid(List.of("a", "a_2", "a", "a"), row(1, 2, 3, 4));

        assertThat(RowFormat.JSON.render(grid, EIGHTY)).isEqualTo("""
                [
                  {"a":1,"a_2":2,"a_3":3,"a_4":4}
                ]
                """);
    }

    @Test
    void noRowsAreStillAnAnswer() {
        Grid grid = grid(List.of("name", "kills"));

        assertThat(RowFormat.JSON.render(grid, EIGHTY)).isEqualTo("[]\n");
        assertThat(RowFormat.CSV.render(grid, EIGHTY)).isEqualTo("name,kills\r\n");
        assertThat(RowFormat.TABLE.render(grid, EIGHTY)).isEqualTo("name  kills\n────  ─────\n");
        assertThat(RowFormat.MARKDOWN.render(grid, EIGHTY)).isEqualTo("| name | kills |\n| --- | --- |\n");
    }

    @SafeVarargs
    @SuppressWarnings({"varargs", "NullAway"}) // the array is only read; @Nullable is not seen in the class file
    private static Grid grid(List<String> columns, List<@Nullable Object>... rows) {
        return new Grid(columns, Stream.of(rows).toList());
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
