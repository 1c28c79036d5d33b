/** People who may be one person: found before a second one is created, and decided by HR. */
@NullMarked
package nl.klimrek.people.duplicates;

import org.jspecify.annotations.NullMarked;
