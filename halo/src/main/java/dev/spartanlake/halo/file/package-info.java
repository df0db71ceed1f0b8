/// Files of the client on this machine.
@NullMarked
package dev.spartanlake.halo.file;

import org.jspecify.annotations.NullMarked;
