package dev.spartanlake.generator;

import dev.spartanlake.generator.game.Pairing;
import dev.spartanlake.generator.match.Twist;
import java.util.Set;

/// What a match is going to be.
///
/// @param pairing what is played, and where
/// @param twists what is out of the ordinary about it
record Card(Pairing pairing, Set<Twist> twists) {

    Card {
        twists = Set.copyOf(twists);
    }
}
