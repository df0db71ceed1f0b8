package dev.spartanlake.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchIdTest {

    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String CHARACTERS = "0123456789abcdefABCDEFgG-{}x\u0660\uFF11";

    @Test
    void tellsGuidsAsTheRegularExpressionDoes() {
        Random chance = new Random(25);
        int guids = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(new UUID(chance.nextLong(), chance.nextLong()).toString());
            int place = chance.nextInt(text.length());
            switch (chance.nextInt(4)) {
                case 0 -> text.deleteCharAt(place);
                case 1 -> text.insert(place, CHARACTERS.charAt(chance.nextInt(CHARACTERS.length())));
                default -> text.setCharAt(place, CHARACTERS.charAt(chance.nextInt(CHARACTERS.length())));
            }
            boolean expected = text.toString().matches(GUID);
            guids += expected ? 1 : 0;

            assertThat(MatchId.isGuid(text.toString())).as(text.toString()).isEqualTo(expected);
        }
        assertThat(guids).isBetween(1, 19_999);
    }

    @Test
    void isTheSameInEitherCase() {
        assertThat(new MatchId("3FA85F64-5717-4562-B3FC-2C963F66AFA6"))
                .isEqualTo(new MatchId("3fa85f64-5717-4562-b3fc-2c963f66afa6"));
    }

    @Test
    void saysWhatItFound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchId("17"))
                .withMessage("match id: expected a GUID, found \"17\"");
    }
}
