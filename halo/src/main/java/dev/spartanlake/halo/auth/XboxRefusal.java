package dev.spartanlake.halo.auth;

import dev.spartanlake.halo.json.JsonDecoder;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.wire.Answer;
import dev.spartanlake.halo.wire.Call;

/// Explains why Xbox gave no token. The meanings of the numbers are those that Xbox developers tell
/// each other.
final class XboxRefusal {

    private XboxRefusal() {}

    static <T> Reply<T> explain(Call call, Answer answer) {
        Reply<Long> code = call.read(
                answer.body(), JsonDecoder.of(body -> body.field("XErr").whole()));
        return new Reply.Unauthorized<>(
                call.name(),
                switch (code) {
                    case Reply.Found<Long>(Long number) -> "Xbox gave no token: " + meaning(number);
                    case Reply.Missed<Long> _ -> "Xbox gave no token, and said not why; sign in again";
                });
    }

    private static String meaning(long code) {
        if (code == 2148916227L) {
            return "the account is banned (XErr 2148916227)";
        }
        if (code == 2148916233L) {
            return "the account has no Xbox profile; make one at xbox.com and sign in again (XErr 2148916233)";
        }
        if (code == 2148916235L) {
            return "Xbox Live is not available in the account's country (XErr 2148916235)";
        }
        if (code == 2148916236L || code == 2148916237L) {
            return "the account has to prove that it is an adult's, at xbox.com (XErr " + code + ")";
        }
        if (code == 2148916238L) {
            return "the account is a child's and belongs to no family; an adult has to add it (XErr 2148916238)";
        }
        return "XErr " + code;
    }
}
