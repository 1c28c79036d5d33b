/** Repairs by HR: corrected records and answers to duplicate questions. */
@NullMarked
package nl.klimrek.people.corrections;

import org.jspecify.annotations.NullMarked;
