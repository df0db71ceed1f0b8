package dev.spartanlake.halo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.halo.error.LocalFileFailed;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Identity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenStoreTest {

    private static final StoredTokens TOKENS = new StoredTokens.SignedIn(
            Secret.of("hush-refresh"),
            new StoredTokens.Bought(
                    Secret.of("hush-spartan"),
                    Secret.of("hush-clearance"),
                    Secret.of("XBL3.0 x=hush;\"hush\\"),
                    Instant.parse("2026-11-27T16:00:00.5Z"),
                    new Identity(2533274800000001L, "Some \u00e9 \"Player\"")));

    @TempDir
    private Path directory;

    @Test
    void givesBackWhatWasSaved() throws IOException {
        TokenStore store = store();
        assertThat(store.load()).isEmpty();

        store.save(TOKENS);
        assertThat(store().load()).contains(TOKENS);

        StoredTokens fewer = new StoredTokens.SignedIn(Secret.of("hush-other"), null);
        store.save(fewer);
        assertThat(store().load()).contains(fewer);
        try (Stream<Path> files = Files.list(directory.resolve("own"))) {
            assertThat(files).containsExactlyInAnyOrder(store.file(), directory.resolve("own/tokens.json.lock"));
        }

        store.delete();
        store.delete();
        assertThat(store.load()).isEmpty();
    }

    @Test
    void givesBackPastedTokens() throws IOException {
        Instant pastedAt = Instant.parse("2026-11-27T12:00:00Z");
        StoredTokens named = new StoredTokens.Pasted(
                Secret.of("hush-spartan"),
                Secret.of("hush-clearance"),
                pastedAt,
                new Identity(2533274800000001L, "Some Player"));
        StoredTokens nameless =
                new StoredTokens.Pasted(Secret.of("hush-spartan"), Secret.of("hush-clearance"), pastedAt, null);

        store().save(TOKENS);
        store().save(named);
        assertThat(store().load()).contains(named);
        assertThat(Files.readString(store().file())).doesNotContain("refresh", "xbox");

        store().save(nameless);
        assertThat(store().load()).contains(nameless);
    }

    /// A process that is killed between making a file and moving it leaves tokens behind.
    @Test
    void deletesWhatAKilledProcessHasLeft() throws IOException {
        TokenStore store = store();
        store.save(TOKENS);
        Path left = staged("tokens-1.tmp", Duration.ofMinutes(2));
        Path ofAnother = staged("tokens-2.tmp", Duration.ZERO);
        Path other = staged("tokens.tmp", Duration.ofDays(2));

        store.save(TOKENS);

        assertThat(left).doesNotExist();
        assertThat(ofAnother).exists();
        assertThat(other).exists();
        assertThat(store.load()).contains(TOKENS);
    }

    @Test
    void leavesNoTokensBehindWhenTheyAreDeleted() throws IOException {
        TokenStore store = store();
        store.save(TOKENS);
        staged("tokens-1.tmp", Duration.ofMinutes(2));
        staged("tokens-2.tmp", Duration.ZERO);

        store.delete();

        try (Stream<Path> files = Files.list(directory.resolve("own"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(lock ->
                            assertThat(lock).hasFileName("tokens.json.lock").isEmptyFile());
        }
    }

    @Test
    void replacesOnlyWhatWasThere() {
        TokenStore store = store();
        StoredTokens other = new StoredTokens.SignedIn(Secret.of("hush-other"), null);

        assertThat(store.replace(TOKENS, other)).isFalse();
        assertThat(store.load()).isEmpty();

        store.save(TOKENS);
        assertThat(store.replace(other, other)).isFalse();
        assertThat(store.load()).contains(TOKENS);

        assertThat(store.replace(TOKENS, other)).isTrue();
        assertThat(store.load()).contains(other);
    }

    @Test
    void replacesNothingThatIsBeingTakenAway() throws Exception {
        StoredTokens other = new StoredTokens.SignedIn(Secret.of("hush-other"), null);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 100; i++) {
                store().save(TOKENS);
                Future<?> replacing = threads.submit(() -> store().replace(TOKENS, other));
                Future<?> deleting = threads.submit(() -> store().delete());
                replacing.get();
                deleting.get();

                assertThat(store().load()).isEmpty();
            }
        }
    }

    @Test
    void keepsOtherProcessesAwayWhileItChangesTheFile() throws IOException {
        store().save(TOKENS);
        Path lock = directory.resolve("own").resolve("tokens.json.lock");

        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            try (TokenLock _ = TokenLock.take(store().file())) {
                // That of another process would be told null; this is how a process meets its own lock.
                assertThatThrownBy(channel::tryLock).isInstanceOf(OverlappingFileLockException.class);
            }
            assertThat(channel.tryLock()).isNotNull();
            assertThatThrownBy(() -> store().save(TOKENS)).isInstanceOf(OverlappingFileLockException.class);
            assertThatThrownBy(() -> store().replace(TOKENS, TOKENS)).isInstanceOf(OverlappingFileLockException.class);
            assertThatThrownBy(() -> store().delete()).isInstanceOf(OverlappingFileLockException.class);
        }
        assertThat(store().load()).contains(TOKENS);
    }

    private Path staged(String name, Duration age) throws IOException {
        Path file = Files.writeString(directory.resolve("own").resolve(name), "hush");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        assumeTrue(OwnerOnly.isPosix(directory), "skipped: there are no permissions here");
        TokenStore store = store();

        store.save(TOKENS);

        assertThat(permissions(store.file())).isEqualTo("rw-------");
        assertThat(permissions(directory.resolve("own"))).isEqualTo("rwx------");
        store.load();
        assertThat(store.wasExposed()).isFalse();
    }

    @Test
    void putsAFileRightThatOthersCanRead() throws IOException {
        assumeTrue(OwnerOnly.isPosix(directory), "skipped: there are no permissions here");
        TokenStore store = store();
        store.save(TOKENS);
        Files.setPosixFilePermissions(store.file(), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(store.load()).contains(TOKENS);

        assertThat(permissions(store.file())).isEqualTo("rw-------");
        assertThat(store.wasExposed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hush",
                "{\"version\": 1, \"refresh_token\": \"hush",
                "{\"version\": 2, \"refresh_token\": \"hush\"}",
                "{\"version\": 1}",
                "{\"version\": 1, \"refresh_token\": \"\"}",
                "{\"version\": 1, \"refresh_token\": \"hush\", \"spartan_token\": \"hush\"}",
                "{\"version\": 1, \"spartan_token\": \"hush\", \"pasted_at\": \"2026-11-27T12:00:00Z\"}"
            })
    void refusesAnotherFileWithoutShowingIt(String content) throws IOException {
        TokenStore store = store();
        store.save(TOKENS);
        Files.writeString(store.file(), content);

        assertThatThrownBy(store::load)
                .isInstanceOf(LocalFileFailed.class)
                .hasMessageStartingWith(store.file() + ": the file of tokens is not what it should be: ")
                .hasMessageEndingWith("; delete it and sign in again")
                .message()
                .doesNotContain("hush");
    }

    @Test
    void saysWhichVersionTheFileHas() throws IOException {
        TokenStore store = store();
        store.save(TOKENS);
        Files.writeString(store.file(), "{\"version\": 2}");

        assertThatThrownBy(store::load)
                .hasMessageContaining("is not what it should be: /version: expected version 1, found 2;");
    }

    @Test
    void saysThatTheDiskRefuses() throws IOException {
        Path obstacle = Files.writeString(directory.resolve("obstacle"), "");
        TokenStore store = TokenStore.at(obstacle.resolve("tokens.json"));

        assertThatThrownBy(() -> store.save(TOKENS))
                .isInstanceOf(LocalFileFailed.class)
                .hasMessage(store.file() + ": the tokens cannot be written; without them you have to sign in again");
    }

    private TokenStore store() {
        return TokenStore.at(directory.resolve("own").resolve("tokens.json"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
