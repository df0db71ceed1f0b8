package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.cli.command.Surroundings;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.testsupport.api.Browser;
import dev.spartanlake.testsupport.api.Fault;
import dev.spartanlake.testsupport.api.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountCommandsTest {

    @TempDir
    private Path directory;

    private HaloUser user;

    @BeforeEach
    void start() {
        user = HaloUser.of(10, directory);
    }

    @AfterEach
    void stop() {
        user.close();
    }

    @Test
    void signsInThroughTheBrowserAndOut() throws IOException {
        Person person = new Person();
        Map<String, String> variables = user.variables();
        variables.put("SPARTANLAKE_HALO_CLIENT_ID", "app-1");
        variables.put("LANG", "C");
        Run login = person.run(variables, "login");

        assertThat(login.code()).as(login.err()).isZero();
        assertThat(person.page).contains("Done. You can close this page.");
        assertThat(login.err())
                .startsWith("Open this address in a browser and sign in; Ctrl-C gives up:\nhttp://127.0.0.1:")
                .endsWith("%s (%s) is signed in; the tokens are in %s\n"
                        .formatted(user.gamertag(), user.xuid(), tokens()));
        assertThat(login.out()).isEmpty();
        assertOwnerOnly();

        JsonNode kept = new JsonMapper().readTree(Files.readString(tokens()));
        Run whoami = Run.with(variables, "", "whoami");
        Run json = Run.with(variables, "", "whoami", "--format", "json");
        Run sync = Run.with(variables, "", "sync");
        assertThat(whoami.out())
                .startsWith(user.gamertag() + " (" + user.xuid() + ") is signed in; the tokens are good until 20");
        JsonNode said = new JsonMapper().readTree(json.out());
        assertThat(said.path("xuid").asString()).isEqualTo(user.xuid());
        assertThat(said.path("good_until").asString())
                .isEqualTo(kept.path("expires").asString());
        assertThat(sync.code()).as(sync.err()).isZero();
        for (String secret : new String[] {"refresh_token", "spartan_token", "clearance", "xbox_authorization"}) {
            String token = kept.path(secret).asString();
            assertThat(token).isNotEmpty();
            assertThat(login + "" + whoami + json + sync).doesNotContain(token);
        }

        assertThat(Run.with(variables, "", "logout"))
                .isEqualTo(new Run(0, "", "The tokens are deleted: " + tokens() + "\n"));
        assertThat(tokens()).doesNotExist();
        assertThat(Run.with(variables, "", "logout").err()).startsWith("Nobody was signed in; ");
        assertThat(Run.with(variables, "", "logout").err()).doesNotContain("SPARTANLAKE_SPARTAN_TOKEN");
        Map<String, String> standIn = new HashMap<>(variables);
        standIn.put("SPARTANLAKE_SPARTAN_TOKEN", "v4=1");
        assertThat(Run.with(standIn, "", "logout").err()).contains("SPARTANLAKE_SPARTAN_TOKEN");
        Run nobody = Run.with(variables, "", "whoami");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.out()).startsWith("Nobody is signed in. Sign in with: spartanlake login;");
    }

    @Test
    void saysHowToGetAnApplication() {
        Run english = Run.with(user.variables(), "", "login");
        Run french = Run.with(user.variables(), "", "login", "--lang", "fr");

        assertThat(english.code()).isEqualTo(1);
        assertThat(english.err())
                .contains("docs/how-to/sync.md", "halo.client-id")
                .hasLineCount(1);
        assertThat(french.err())
                .contains("docs/how-to/sync.md", "halo.client-id")
                .hasLineCount(1);
    }

    @Test
    void saysWhyNobodyWasSignedIn() {
        user.server().signIn().refuseAccount(2148916233L);
        Map<String, String> variables = user.variables();
        variables.put("SPARTANLAKE_HALO_CLIENT_ID", "app-1");
        variables.put("LANG", "C");

        Run login = new Person().run(variables, "login");

        assertThat(login.code()).isEqualTo(1);
        assertThat(login.err()).contains("the account has no Xbox profile");
    }

    @Test
    void keepsPastedTokensForTheirOwnerAlone() throws IOException {
        String spartan = user.server().signIn().issueSpartanToken();
        String clearance = user.server().signIn().clearance();

        Run paste = Run.with(user.variables(), spartan + "\n" + clearance + "\n", "login", "--paste");
        Run whoami = Run.with(user.variables(), "", "whoami");
        Run sync = Run.with(user.variables(), "", "sync", "--no-film");

        assertThat(paste)
                .isEqualTo(new Run(
                        0,
                        "",
                        "The tokens of %s (%s) are in %s, for you alone to read. They are good for about four hours from when the game gave them out.\n"
                                .formatted(user.gamertag(), user.xuid(), tokens())));
        assertOwnerOnly();
        assertThat(whoami.out())
                .startsWith("Pasted tokens of " + user.gamertag() + " (" + user.xuid() + "), good until about ");
        assertThat(sync.code()).as(sync.err()).isZero();
        assertThat(paste + "" + whoami + sync).doesNotContain(spartan, clearance);
    }

    @Test
    void refusesWhatIsNoGoodTokenAndStoresNothing() {
        Run none = Run.with(user.variables(), "hush-only\n", "login", "--paste");
        Run strange = Run.with(user.variables(), "hush\u0001\nhush\n", "login", "--paste");
        Run unknown = Run.with(user.variables(), "hush-a\nhush-b\n", "login", "--paste");

        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("found 1; nothing was stored");
        assertThat(strange.err()).startsWith("What was pasted is no token: ");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).startsWith("The game's services do not accept the sign-in");
        assertThat(none + "" + strange + unknown).doesNotContain("hush");
        assertThat(tokens()).doesNotExist();
    }

    @Test
    void keepsPastedTokensWhereItCannotBeAskedWhoseTheyAre() {
        user.server().faults().next(Kind.USERS, 1, new Fault.TooManyRequests(Optional.of("86400")));

        Run paste = Run.with(
                user.variables(),
                user.server().signIn().issueSpartanToken() + "\n"
                        + user.server().signIn().clearance(),
                "login",
                "--paste");
        Run english = Run.with(user.variables(), "", "whoami");
        Run french = Run.with(user.variables(), "", "whoami", "--lang", "fr");

        assertThat(paste.code()).as(paste.err()).isZero();
        assertThat(paste.err())
                .startsWith("The tokens of an unknown player are in ")
                .endsWith(
                        "The tokens were not checked, as the game's services could not be asked; sync says whether they are good.\n");
        assertThat(english.out()).startsWith("Pasted tokens of an unknown player, good until about ");
        assertThat(french.out()).startsWith("Jetons collés de quelqu'un d'inconnu, valables jusque vers ");
    }

    @Test
    void oneTokenOfTheEnvironmentIsNotEnough() {
        Map<String, String> variables = user.variables();
        variables.put("SPARTANLAKE_SPARTAN_TOKEN", "hush");

        Run run = Run.with(variables, "", "whoami");

        assertThat(run)
                .isEqualTo(new Run(
                        1,
                        "",
                        "spartanlake: environment variable SPARTANLAKE_CLEARANCE: expected a token of printable characters,"
                                + " found none; set both SPARTANLAKE_SPARTAN_TOKEN and SPARTANLAKE_CLEARANCE, or unset both"
                                + " [WH-CONFIG-001]\n"));
    }

    @Test
    void tellsOfAFileOfTokensThatIsNone() throws IOException {
        Files.createDirectories(tokens().getParent());
        Files.writeString(tokens(), "hush");

        Run run = Run.with(user.variables(), "", "whoami");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .startsWith("spartanlake: " + tokens() + ": the file of tokens is not what it should be")
                .endsWith("; delete it and sign in again [WH-STORAGE-001]\n")
                .doesNotContain("hush");
    }

    @Test
    void tellsThatOthersCouldReadTheTokens() throws IOException {
        assumeTrue(
                directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "skipped: there are no permissions here");
        String pasted = user.server().signIn().issueSpartanToken() + "\n"
                + user.server().signIn().clearance();
        Run.with(user.variables(), pasted, "login", "--paste");

        for (String command : List.of("sync", "whoami")) {
            expose();
            Run english = Run.with(user.variables(), "", command);
            expose();
            Run french = Run.with(user.variables(), "", command, "--lang", "fr");
            Run again = Run.with(user.variables(), "", command);

            assertThat(english.err()).contains("Others could read " + tokens());
            assertThat(french.err()).contains("D'autres pouvaient lire " + tokens());
            assertThat(again.err()).doesNotContain(tokens().toString());
            assertOwnerOnly();
        }
    }

    private void expose() throws IOException {
        Files.setPosixFilePermissions(tokens(), PosixFilePermissions.fromString("rw-r--r--"));
    }

    private Path tokens() {
        return directory.resolve("settings").resolve("spartanlake").resolve("tokens.json");
    }

    private void assertOwnerOnly() throws IOException {
        assumeTrue(
                tokens().getFileSystem().supportedFileAttributeViews().contains("posix"),
                "skipped: there are no permissions here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens())))
                .isEqualTo("rw-------");
    }

    /// Signs in as soon as the address is shown, as a person does.
    private static final class Person {

        private String page = "";

        Run run(Map<String, String> variables, String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Shown err = new Shown();
            int code = Main.run(
                    arguments,
                    new Surroundings(
                            InputStream.nullInputStream(),
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            variables,
                            Display.PIPE,
                            StopSignal.NEVER));
            return new Run(
                    code,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
        }

        private final class Shown extends ByteArrayOutputStream {

            private boolean isOpened;

            @Override
            public void flush() {
                String shown = toString(StandardCharsets.UTF_8);
                Optional<String> address =
                        shown.lines().filter(line -> line.startsWith("http")).findFirst();
                if (!isOpened && address.isPresent() && shown.endsWith("\n")) {
                    isOpened = true;
                    page = Browser.open(URI.create(address.get()));
                }
            }
        }
    }
}
