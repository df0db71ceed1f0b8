/// The commands that answer ready-made questions, and the filters they share.
@NullMarked
package dev.spartanlake.cli.question;

import org.jspecify.annotations.NullMarked;
