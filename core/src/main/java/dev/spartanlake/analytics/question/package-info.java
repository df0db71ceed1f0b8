/// What a question is: the matches it is about, its SQL, and the records its rows become.
@NullMarked
package dev.spartanlake.analytics.question;

import org.jspecify.annotations.NullMarked;
