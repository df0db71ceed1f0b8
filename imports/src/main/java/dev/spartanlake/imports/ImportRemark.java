package dev.spartanlake.imports;

import java.util.List;
import java.util.Locale;

/// Something that users should know about an import, and that is no fault of a document.
///
/// @param kind what it is
/// @param details the names and numbers it is about, in the order that [Kind] says
public record ImportRemark(Kind kind, List<String> details) {

    /// Copies the list.
    public ImportRemark {
        details = List.copyOf(details);
    }

    static ImportRemark of(Kind kind, Object... details) {
        return new ImportRemark(
                kind, List.of(details).stream().map(Object::toString).toList());
    }

    /// What users may have to know.
    public enum Kind {
        /// Nothing says whose history it is, so that no career is kept of it. No details.
        OWNER_UNKNOWN,
        /// The player is in few of the matches that were looked at: the player, in how many, of how
        /// many.
        OWNER_DOUBTFUL,
        /// The player was found out by being in most matches: the player, in how many, of how many.
        OWNER_GUESSED,
        /// A table is not one whose rows can be read: its name.
        TABLE_UNREADABLE,
        /// There are matches and no skill data at all. No details.
        NO_SKILL,
        /// Skill data of matches that are neither there nor stored: how many.
        SKILL_WITHOUT_MATCH,
        /// Films of matches that are neither there nor stored: how many.
        FILM_WITHOUT_MATCH,
        /// Skill data whose match nothing tells: the file.
        SKILL_UNASSIGNED,
        /// Highlight events that another tool took out of films, which cannot be stored without
        /// these: how many.
        EVENTS_LEFT_OUT,
        /// Matches of which there are figures and no document: how many, and how many of them are
        /// not stored.
        WITHOUT_DOCUMENTS,
        /// Matches that a history names, and of which no document is stored: how many.
        NOT_STORED,
        /// Files that are none of the answers that are imported: how many, and the first.
        UNRECOGNISED;

        /// The name in reports.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
