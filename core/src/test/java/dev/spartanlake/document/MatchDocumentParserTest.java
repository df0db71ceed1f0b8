package dev.spartanlake.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.testsupport.SharedData;
import dev.spartanlake.validation.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class MatchDocumentParserTest {

    private static final String CORE = "/Players/0/PlayerTeamStats/0/Stats/CoreStats/";
    private static final String INT16 = "an integer from 0 to 32767";
    private static final String INT32 = "an integer from -2147483648 to 2147483647";
    private static final String TIME = "an ISO-8601 UTC time from 2000 to 2099";
    private static final String DURATION = "an ISO-8601 duration from 0 to 10 years";
    private static final String PERCENT = "a percentage from 0 to 100";
    private static final String PLAYER = "xuid(digits) or bid(digits)";
    private static final String ABSENT = "";

    private final MatchDocumentParser parser = new MatchDocumentParser();
    private final ObjectNode document = Documents.mixed(1).getFirst();

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                Arguments.of("/MatchId", ABSENT, "a value"),
                Arguments.of("/MatchId", "\"not-a-guid\"", "a GUID"),
                Arguments.of("/MatchId", "17", "a text"),
                Arguments.of("/MatchInfo", ABSENT, "a value"),
                Arguments.of("/MatchInfo/StartTime", ABSENT, "a value"),
                Arguments.of("/MatchInfo/StartTime", "\"yesterday\"", TIME),
                Arguments.of("/MatchInfo/StartTime", "1700000000", TIME),
                Arguments.of("/MatchInfo/StartTime", "\"2025-01-01T00:00:00\"", TIME),
                Arguments.of("/MatchInfo/StartTime", "\"0001-01-01T00:00:00Z\"", TIME),
                Arguments.of("/MatchInfo/StartTime", "\"2025-01-29T24:00:00Z\"", TIME),
                Arguments.of("/MatchInfo/StartTime", "\"2016-12-31T23:59:60Z\"", TIME),
                Arguments.of("/MatchInfo/Duration", "\"ten minutes\"", DURATION),
                Arguments.of("/MatchInfo/Duration", "\"-PT5S\"", DURATION),
                Arguments.of("/MatchInfo/GameVariantCategory", "70000", "an integer from -32768 to 32767"),
                Arguments.of("/Players", ABSENT, "a value"),
                Arguments.of("/Players", "[]", "a list of at least 1"),
                Arguments.of("/Players", "{}", "a list"),
                Arguments.of("/Players/0/PlayerId", ABSENT, "a value"),
                Arguments.of("/Players/0/PlayerId", "\"xuid()\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"xuid(1' OR 1)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"xuid(0)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"xuid(012)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"xuid(9223372036854775808)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"xuid(12345678901234567890)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"xuid(1) \"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"xuid(\u0661)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"XUID(1)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"bid()\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"bid(4.)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"bid(.4)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"bid(4.0000)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\"bid(1234567890)\"", PLAYER),
                Arguments.of("/Players/0/PlayerId", "\")\"", PLAYER),
                Arguments.of("/Players/0/Outcome", "300", "an integer from -128 to 127"),
                Arguments.of("/Players/0/PlayerTeamStats", "[]", "a list of at least 1"),
                Arguments.of(CORE + "Kills", "-1", INT16),
                Arguments.of(CORE + "Kills", "40000", INT16),
                Arguments.of(CORE + "Kills", "1.5", INT32),
                Arguments.of(CORE + "Kills", "\"7\"", INT32),
                Arguments.of(CORE + "Kills", "99999999999", INT32),
                Arguments.of(CORE + "Kills", ABSENT, "a value"),
                Arguments.of(CORE + "Accuracy", "100.4", PERCENT),
                Arguments.of(CORE + "Accuracy", "-0.5", PERCENT),
                Arguments.of(CORE + "Accuracy", "\"NaN\"", "a number"),
                Arguments.of(CORE + "Score", "2147483648", INT32));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("brokenRules")
    void refusesWithPointerRuleAndValue(String pointer, String value, String rule) {
        ParseResult result = parse(Documents.with(document, pointer, value).toString());

        String found = value.equals(ABSENT) ? "missing" : value;
        assertThat(result).isEqualTo(new ParseResult.Refused(List.of(new Violation(pointer, rule, found))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xuid(1)", "xuid(9223372036854775807)", "bid(4)", "bid(4.0)", "bid(123456789.999)"})
    void acceptsEveryKindOfPlayer(String playerId) {
        String text = Documents.with(document, "/Players/0/PlayerId", '"' + playerId + '"')
                .toString();

        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        ParseResult.Parsed.class,
                        parsed -> assertThat(
                                        parsed.document().players().getFirst().playerId())
                                .isEqualTo(playerId));
    }

    @Test
    void namesEveryBrokenRule() {
        ObjectNode broken = Documents.with(document, CORE + "Kills", "-1");
        broken = Documents.with(broken, CORE + "Deaths", "-2");

        ParseResult result = parse(broken.toString());

        assertThat(result)
                .isEqualTo(new ParseResult.Refused(List.of(
                        new Violation(CORE + "Deaths", INT16, "-2"), new Violation(CORE + "Kills", INT16, "-1"))));
    }

    @Test
    void refusesAPlayerWhoStandsTwice() {
        ObjectNode twice = document.deepCopy();
        twice.withArray("/Players").add(document.at("/Players/0"));
        int second = twice.at("/Players").size() - 1;

        ParseResult result = parse(twice.toString());

        assertThat(violation(result).pointer()).isEqualTo("/Players/" + second + "/PlayerId");
        assertThat(violation(result).rule()).isEqualTo("each player once in a match");
    }

    @Test
    void refusesATeamThatStandsTwiceForAPlayer() {
        ObjectNode twice = document.deepCopy();
        twice.withArray("/Players/0/PlayerTeamStats").add(twice.at("/Players/0/PlayerTeamStats/0"));
        String team = twice.at("/Players/0/PlayerTeamStats/0/TeamId").toString();

        ParseResult result = parse(twice.toString());

        assertThat(result)
                .isEqualTo(new ParseResult.Refused(List.of(new Violation(
                        "/Players/0/PlayerTeamStats/1/TeamId", "each team once for a player", team + " again"))));
    }

    @Test
    void sumsEntriesThatDoNotSayTheirTeam() {
        ObjectNode unknown = Documents.with(document, "/Players/0/PlayerTeamStats/0/TeamId", ABSENT);
        unknown.withArray("/Players/0/PlayerTeamStats").add(unknown.at("/Players/0/PlayerTeamStats/0"));
        int kills = document.at(CORE + "Kills").asInt();

        assertThat(parsed(unknown.toString())
                        .document()
                        .players()
                        .getFirst()
                        .stats()
                        .kills())
                .isEqualTo(2 * kills);
    }

    @Test
    void refusesSumsThatDoNotFit() {
        ObjectNode large = Documents.with(document, CORE + "Kills", "20000");
        large.withArray("/Players/0/PlayerTeamStats").add(large.at("/Players/0/PlayerTeamStats/0"));
        large = Documents.with(large, "/Players/0/PlayerTeamStats/1/TeamId", "99");

        ParseResult result = parse(large.toString());

        assertThat(violation(result))
                .isEqualTo(new Violation(
                        "/Players/0/PlayerTeamStats", "entries whose sums fit their columns", "larger sums"));
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThat(violation(parse("hello"))).isEqualTo(new Violation("", "JSON", "'hello' at line 1, column 1"));
        assertThat(violation(parse("[1, 2]")).rule()).isEqualTo("an object");
        assertThat(violation(parse("null")).rule()).isEqualTo("an object");
        assertThat(parse("")).isInstanceOf(ParseResult.Refused.class);
        assertThat(parse(document + " {}")).isInstanceOf(ParseResult.Refused.class);
    }

    @Test
    void refusesATruncatedDocumentAtEveryLength() {
        byte[] whole = document.toString().getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < whole.length; length += 97) {
            ParseResult result = parser.parse(Arrays.copyOf(whole, length));
            assertThat(result).as("cut at %d", length).isInstanceOf(ParseResult.Refused.class);
        }
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        String twice = document.toString().replaceFirst("\"MatchId\"", "\"MatchId\":\"x\",\"MatchId\"");

        assertThat(violation(parse(twice)))
                .isEqualTo(new Violation("/MatchId", "each key once in an object", "\"MatchId\" again"));
    }

    @Test
    void refusesEndlessNesting() {
        ParseResult result = parse("{\"a\":".repeat(100_000));

        assertThat(violation(result).rule()).isEqualTo("at most 200 levels of nesting");
        assertThat(violation(result).value()).isEqualTo("more");
    }

    @Test
    void refusesANumberOfEndlessDigits() {
        ParseResult result = parse("{\"a\":" + "1".repeat(100_000) + "}");

        assertThat(violation(result))
                .isEqualTo(new Violation("/a", "names, numbers and texts of a usual length", "a longer one"));
    }

    static Stream<Arguments> brokenSyntax() {
        return Stream.of(
                Arguments.of("<html>404</html>", "'<html>404</html>' at line 1, column 1"),
                Arguments.of("{\"a\":1,}", "'{\"a\":1,}' at line 1, column 8"),
                Arguments.of("{\n  \"a\": 1,\n  b\n}", "'  b' at line 3, column 3"),
                Arguments.of("{\"\u00e9\": tru}", "'{\"\u00e9\": tru}' at line 1, column 7"),
                Arguments.of("{\"a\":1}}", "'{\"a\":1}}' at line 1, column 8"),
                Arguments.of("{'a':1}", "'{'a':1}' at line 1, column 2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenSyntax")
    void saysInItsOwnWordsWhereTheTextIsNoJson(String text, String found) {
        Violation violation = violation(parse(text));

        assertThat(violation.rule()).isEqualTo("JSON");
        assertThat(violation.value()).isEqualTo(found);
    }

    static Stream<Arguments> unpairedSurrogates() {
        return Stream.of(
                Arguments.of("/MatchInfo/SeasonId", "\"a\\ud800\"", "/MatchInfo/SeasonId", "\\ud800"),
                Arguments.of("/Future", "[1,\"\\uD83D\\uDE00\\uDC00\\uD83D\"]", "/Future/1", "\\udc00"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("unpairedSurrogates")
    void refusesHalfOfASurrogatePair(String pointer, String value, String place, String half) {
        String text = Documents.with(document, pointer, "\"here\"").toString().replace("\"here\"", value);

        assertThat(parse(text))
                .isEqualTo(new ParseResult.Refused(List.of(
                        new Violation(place, "text of whole characters", half + ", half of a surrogate pair"))));
    }

    @Test
    void refusesHalfOfASurrogatePairInAName() {
        assertThat(parse(document.toString().replaceFirst("\\{", "{\"\\\\uDBFFx\":1,")))
                .isInstanceOf(ParseResult.Refused.class);
    }

    @Test
    void acceptsBothHalvesOfASurrogatePair() {
        String text = Documents.with(document, "/MatchInfo/SeasonId", "\"here\"")
                .toString()
                .replace("\"here\"", "\"\\ud83d\\ude00\"");

        assertThat(parsed(text).document().matchInfo().seasonId()).isEqualTo("\uD83D\uDE00");
        assertThat(parsed(text).content().toString()).contains("\\ud83d\\ude00");
    }

    @Test
    void refusesOtherEncodings() {
        Violation expected = new Violation("", "JSON in UTF-8", "bytes that are not UTF-8 text");

        assertThat(violation(parser.parse(document.toString().getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(expected);
        assertThat(violation(parser.parse("{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(expected);
    }

    @Test
    void takesPrettyAndCompactTextForTheSameContent() {
        ParseResult.Parsed compact = parsed(document.toString());
        ParseResult.Parsed pretty = parsed("\uFEFF" + document.toPrettyString());

        assertThat(pretty.content().sha256()).isEqualTo(compact.content().sha256());
        assertThat(pretty.document()).isEqualTo(compact.document());
    }

    @Test
    void keepsUnknownFieldsInTheContent() {
        String text = Documents.with(document, "/Future", "{\"note\":\"caf\u00e9 \\\" \\\\ x\"}")
                .toString();

        assertThat(Documents.JSON.readTree(parsed(text).content().text())).isEqualTo(Documents.JSON.readTree(text));
    }

    @Test
    void undoesTheSignOfLargeMedalIds() {
        String text = Documents.with(document, CORE + "Medals", "[{\"NameId\":-9361691,\"Count\":2}]")
                .toString();

        assertThat(parsed(text).document().players().getFirst().stats().medals())
                .containsExactly(new CoreStats.Medal(4285605605L, 2));
    }

    @Test
    void acceptsEveryRecordedDocument() throws IOException {
        for (Path file : SharedData.matches()) {
            assertThat(parser.parse(Files.readAllBytes(file)))
                    .as(file.toString())
                    .isInstanceOf(ParseResult.Parsed.class);
        }
    }

    private ParseResult parse(String text) {
        return parser.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private ParseResult.Parsed parsed(String text) {
        ParseResult result = parse(text);
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        return (ParseResult.Parsed) result;
    }

    private static Violation violation(ParseResult result) {
        assertThat(result).isInstanceOf(ParseResult.Refused.class);
        return ((ParseResult.Refused) result).violations().getFirst();
    }
}
