package dev.spartanlake.halo.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.halo.secret.Secret;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    @Test
    void hashesTheVerifierAsTheStandardDoes() {
        // The example of RFC 7636, appendix B.
        Challenge challenge =
                new Challenge(Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), Secret.of("state"));

        assertThat(challenge.s256()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void isAnotherEachTime() {
        Challenge one = Challenge.random();

        assertThat(one.verifier())
                .isNotEqualTo(one.state())
                .isNotEqualTo(Challenge.random().verifier());
        assertThat(one.verifier().reveal()).matches("[A-Za-z0-9_-]{43}");
    }
}
