package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.generator.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The chain of tokens from a person's consent to the Spartan token, each checked by the one that
/// takes it.
///
/// **Threads**: safe.
public final class SignIn {

    private final MicrosoftAccount account;
    private final XboxTokens xbox;
    private final SpartanTokens spartans;

    SignIn(TrackedPlayer owner, InstantSource clock) {
        account = new MicrosoftAccount(clock);
        xbox = new XboxTokens(owner, account, clock);
        spartans = new SpartanTokens(clock);
    }

    /// A refresh token, as if the person had signed in before.
    public String issueRefreshToken() {
        return account.issueRefreshToken();
    }

    /// A Spartan token, as if all the chain had been gone through.
    public String issueSpartanToken() {
        return spartans.issue();
    }

    /// The clearance that goes with every Spartan token.
    public String clearance() {
        return "0b91d9c9-0000-4000-8000-000000000001";
    }

    /// From now on Spartan tokens are good for so many requests.
    public void spartanTokensLast(int requests) {
        spartans.last(requests);
    }

    /// From now on Spartan tokens are good for so long.
    public void spartanTokensLast(Duration life) {
        spartans.last(life);
    }

    /// All Spartan tokens given out so far are no good any more.
    public void expireSpartanTokens() {
        spartans.expireAll();
    }

    /// All refresh tokens given out so far are no good any more: the person has to sign in again.
    public void revokeRefreshTokens() {
        account.revokeRefreshTokens();
    }

    /// From now on XSTS refuses the account.
    ///
    /// @param code the `XErr`, such as 2148916233 where the account has no profile of Xbox
    public void refuseAccount(long code) {
        xbox.refuseAccount(code);
    }

    MicrosoftAccount account() {
        return account;
    }

    XboxTokens xbox() {
        return xbox;
    }

    /// Whether a Spartan token is good, which uses up one of its requests.
    boolean admits(Optional<String> spartanToken) {
        return spartans.admits(spartanToken);
    }

    /// A Spartan token for the XSTS token that is meant for the game.
    Reply spartanToken(Request request) {
        JsonNode body = request.json();
        JsonNode proof = body.path("Proof").path(0);
        boolean valid = body.path("Audience").asString("").equals("urn:343:s3:services")
                && proof.path("TokenType").asString("").equals("Xbox_XSTSv3")
                && xbox.isForHalo(proof.path("Token").asString(""));
        if (!valid) {
            return Reply.empty(401);
        }
        return Reply.json(new JsonObject()
                .with(
                        "ExpiresUtc",
                        new JsonObject().with("ISO8601Date", spartans.expiry().toString()))
                .with("SpartanToken", issueSpartanToken())
                .with("TokenDuration", spartans.life().toString())
                .toString());
    }
}
