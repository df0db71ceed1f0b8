/// A local web server that answers as a test wants.
@NullMarked
package dev.spartanlake.halo.server;

import org.jspecify.annotations.NullMarked;
