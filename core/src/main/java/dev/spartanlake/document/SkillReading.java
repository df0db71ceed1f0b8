package dev.spartanlake.document;

import dev.spartanlake.validation.Violation;

/// What became of a text that was handed in as the answer of the skill service.
public sealed interface SkillReading {

    /// It says something of at least one player.
    record Read(SkillDocument skill) implements SkillReading {}

    /// It is an answer, and says nothing of anybody: the match has no skill data.
    record Empty() implements SkillReading {}

    /// It is no such answer.
    ///
    /// @param violation the first thing that is wrong with it
    record Refused(Violation violation) implements SkillReading {}
}
