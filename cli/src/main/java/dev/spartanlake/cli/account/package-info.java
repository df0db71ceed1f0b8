/// Who asks the game's services: where tokens come from, and the client that sends them.
@org.jspecify.annotations.NullMarked
package dev.spartanlake.cli.account;
