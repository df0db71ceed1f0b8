/// A whole warehouse brought to another directory, and two warehouses made one.
///
/// A backup is a warehouse like any other, so [WarehouseCopy] serves both ways; [WarehouseMerge] takes the
/// documents of another warehouse in as if they had been ingested.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.backup;
