/** People as HR, managers and employees see them over HTTP. */
@NullMarked
package nl.klimrek.people.profile;

import org.jspecify.annotations.NullMarked;
