/// What other tools have stored of matches, brought into a warehouse through its public methods
/// alone: an import is one of its users.
///
/// [WorkshopImport], [LevelUpImport] and [DumpImport] are the entry points; each answers with an
/// [ImportReport].
@org.jspecify.annotations.NullMarked
package dev.spartanlake.imports;
