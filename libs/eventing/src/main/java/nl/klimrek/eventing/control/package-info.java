/** What operators switch in a running service, by documents in its own database. */
@NullMarked
package nl.klimrek.eventing.control;

import org.jspecify.annotations.NullMarked;
