/** Read models of a whole organisation: who is employed, who left, what is in quarantine. */
@NullMarked
package nl.klimrek.people.readmodel;

import org.jspecify.annotations.NullMarked;
