package dev.spartanlake.imports;

/// What is handed over of a match beside its document.
///
/// @param hasSkill whether its skill document is
/// @param hasFilm whether the highlight events of its film are
record Parts(boolean hasSkill, boolean hasFilm) {

    static final Parts NONE = new Parts(false, false);
    static final Parts SKILL = new Parts(true, false);
}
