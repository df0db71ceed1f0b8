package dev.spartanlake.repair;

import java.util.Locale;

/// What becomes of a metadata database that is repaired.
public enum MetadataRescue {
    /// It stays: it is not damaged, or not so that another one has to take its place.
    NOT_NEEDED,
    /// Its second copy takes its place.
    PUT_BACK,
    /// There is no second copy: a new one is filled from the documents in the tree. What stands nowhere else, such
    /// as gamertags and friends, is lost.
    MADE_ANEW;

    /// The stable name, in kebab case.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
