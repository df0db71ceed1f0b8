package dev.spartanlake.cli.render;

import dev.spartanlake.cli.account.Tokens;
import dev.spartanlake.halo.auth.StoredTokens;
import dev.spartanlake.halo.wire.Identity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is signed in, and where the tokens are: never the tokens themselves.
public final class AccountText {

    private final Tokens tokens;
    private final Path file;

    /// @param file where tokens are kept
    public AccountText(Tokens tokens, Path file) {
        this.tokens = tokens;
        this.file = file;
    }

    /// The same in words, on a line.
    public String text(Messages messages) {
        Identity identity = identity();
        String name = identity == null
                ? messages.text("account.unknown")
                : messages.text("account.name", Printable.of(identity.gamertag()), Long.toString(identity.xuid()));
        Instant until = until();
        String good = until == null ? "" : messages.minute(until);
        return switch (tokens) {
            case Tokens.Missing _ -> messages.text("account.nobody");
            case Tokens.Environment _ -> messages.text("account.environment");
            case Tokens.Pasted _ -> messages.text("account.pasted", name, good, file);
            case Tokens.SignIn _ ->
                until == null
                        ? messages.text("account.signed-in", name, file)
                        : messages.text("account.signed-in-until", name, good, file);
        };
    }

    /// The same for programs.
    public String json() {
        Identity identity = identity();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("tokens", source());
        json.put("xuid", identity == null ? null : Long.toString(identity.xuid()));
        json.put("gamertag", identity == null ? null : identity.gamertag());
        json.put("good_until", until());
        json.put("renewed", tokens instanceof Tokens.SignIn);
        json.put("file", file.toString());
        return JsonText.of(json) + "\n";
    }

    private String source() {
        return switch (tokens) {
            case Tokens.Missing _ -> "none";
            case Tokens.Environment _ -> "environment";
            case Tokens.Pasted _ -> "pasted";
            case Tokens.SignIn _ -> "sign-in";
        };
    }

    private @Nullable Identity identity() {
        return switch (tokens) {
            case Tokens.Missing _, Tokens.Environment _ -> null;
            case Tokens.Pasted(StoredTokens.Pasted pasted) -> pasted.identity();
            case Tokens.SignIn(StoredTokens.SignedIn signedIn) -> {
                StoredTokens.Bought bought = signedIn.bought();
                yield bought == null ? null : bought.identity();
            }
        };
    }

    private @Nullable Instant until() {
        return switch (tokens) {
            case Tokens.Missing _, Tokens.Environment _ -> null;
            case Tokens.Pasted(StoredTokens.Pasted pasted) -> pasted.pastedAt().plus(StoredTokens.Pasted.LIFE);
            case Tokens.SignIn(StoredTokens.SignedIn signedIn) -> {
                StoredTokens.Bought bought = signedIn.bought();
                yield bought == null ? null : bought.expires();
            }
        };
    }
}
