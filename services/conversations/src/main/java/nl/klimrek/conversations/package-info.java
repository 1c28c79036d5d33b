/** Cycles and conversations: the development dialogue itself. Each feature has a package; its rules are plain Java. */
@NullMarked
package nl.klimrek.conversations;

import org.jspecify.annotations.NullMarked;
