package dev.spartanlake.generator;

import java.util.List;

/// Names for those who are met once.
final class Strangers {

    private static final int IDENTIFIERS = 1_000_000;

    /// At most six letters, so that the name with its number has no more than sixteen.
    private static final List<String> WORDS = List.of(
            "Alder", "Badger", "Birch", "Cedar", "Comet", "Condor", "Coral", "Dingo", "Dune", "Elm", "Falcon", "Fern",
            "Fjord", "Garnet", "Gecko", "Glade", "Hazel", "Heron", "Héron", "Ibis", "Iris", "Jasper", "Jujube", "Kelp",
            "Kiwi", "Lichen", "Lynx", "Löwe", "Maple", "Marten", "Mesa", "Newt");

    private Strangers() {}

    /// The name of a stranger, different for every xuid the careers use.
    static String gamertag(long xuid) {
        int number = (int) (xuid % IDENTIFIERS);
        String word = WORDS.get(number % WORDS.size());
        return "Demo" + word + " " + number / WORDS.size();
    }
}
