/** One person as HR systems know them: the aggregate, and what it decides about each HR record. */
@NullMarked
package nl.klimrek.people.person;

import org.jspecify.annotations.NullMarked;
