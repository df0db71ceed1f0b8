/// How answers look: typed results in, text for people or programs out. Nothing here asks the warehouse anything.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.cli.render;
