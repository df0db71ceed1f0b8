/// Rules about the packages of a module.
@NullMarked
package dev.spartanlake.testsupport.architecture;

import org.jspecify.annotations.NullMarked;
