/// The looks of ready-made answers: tables with bars and colours for people, all figures for programs.
@NullMarked
package dev.spartanlake.cli.render.answer;

import org.jspecify.annotations.NullMarked;
