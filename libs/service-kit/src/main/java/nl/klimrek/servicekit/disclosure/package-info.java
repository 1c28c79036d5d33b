/** The disclosure log: who read whose personal content, and by which right. */
@NullMarked
package nl.klimrek.servicekit.disclosure;

import org.jspecify.annotations.NullMarked;
