/** Proposing a goal to a colleague; it is theirs only when they accept it. */
@NullMarked
package nl.klimrek.portal.proposal;

import org.jspecify.annotations.NullMarked;
