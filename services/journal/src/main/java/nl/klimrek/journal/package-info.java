/** The journal service: every event of every service, once, in a chain that shows every change. */
@NullMarked
package nl.klimrek.journal;

import org.jspecify.annotations.NullMarked;
