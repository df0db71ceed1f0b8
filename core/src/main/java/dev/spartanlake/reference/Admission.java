package dev.spartanlake.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Takes in the sound entries of one section of a file, each at most once, and hands the others to the
/// rejections.
///
/// @param <T> the record that an entry becomes
final class Admission<T> {

    private final ReferenceDocument document;
    private final Function<T, Object> identity;
    private final BiFunction<T, Entry, Entry> identified;
    private final List<T> admitted = new ArrayList<>();
    private final Set<Object> identities = new HashSet<>();

    /// Starts with nothing.
    ///
    /// @param identity what no two records of the section may share
    /// @param identified the place in the entry where that stands
    Admission(ReferenceDocument document, Function<T, Object> identity, BiFunction<T, Entry, Entry> identified) {
        this.document = document;
        this.identity = identity;
        this.identified = identified;
    }

    /// Takes an entry in, or refuses it.
    ///
    /// @param reading makes the record from the fields read; called only if all of them are sound
    void admit(Entry entry, Supplier<T> reading) {
        // Its repeated keys were refused where they were found.
        if (document.contradictsItself(entry)) {
            return;
        }
        if (entry.isSound()) {
            T candidate = reading.get();
            if (identities.add(identity.apply(candidate))) {
                admitted.add(candidate);
                return;
            }
            identified.apply(candidate, entry).refuse("a value that no earlier entry has");
        }
        entry.violations().forEach(document.rejections()::add);
    }

    /// What was taken in, in the file's order.
    List<T> admitted() {
        return List.copyOf(admitted);
    }
}
