package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import java.time.Instant;

/// Buys, with an access token, everything that requests carry.
final class Purchase {

    private Purchase() {}

    static Reply<StoredTokens.Bought> with(TokenChain chain, Secret accessToken) throws InterruptedException {
        return switch (chain.user(accessToken)) {
            case Reply.Missed<XboxToken> missed -> missed.instead();
            case Reply.Found<XboxToken>(XboxToken user) -> trusted(chain, user);
        };
    }

    private static Reply<StoredTokens.Bought> trusted(TokenChain chain, XboxToken user) throws InterruptedException {
        return switch (chain.xsts(user, TokenChain.XBOX_LIVE)) {
            case Reply.Missed<XboxToken> missed -> missed.instead();
            case Reply.Found<XboxToken>(XboxToken xbox) ->
                switch (chain.xsts(user, TokenChain.HALO)) {
                    case Reply.Missed<XboxToken> missed -> missed.instead();
                    case Reply.Found<XboxToken>(XboxToken halo) -> spartan(chain, xbox, halo);
                };
        };
    }

    private static Reply<StoredTokens.Bought> spartan(TokenChain chain, XboxToken xbox, XboxToken halo)
            throws InterruptedException {
        return switch (chain.spartan(halo)) {
            case Reply.Missed<SpartanToken> missed -> missed.instead();
            case Reply.Found<SpartanToken>(SpartanToken spartan) ->
                switch (chain.clearance(spartan.token())) {
                    case Reply.Missed<Secret> missed -> missed.instead();
                    case Reply.Found<Secret>(Secret clearance) ->
                        new Reply.Found<>(new StoredTokens.Bought(
                                spartan.token(),
                                clearance,
                                xbox.header(),
                                earlier(spartan.expires(), xbox.expires()),
                                xbox.identity()));
                };
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
