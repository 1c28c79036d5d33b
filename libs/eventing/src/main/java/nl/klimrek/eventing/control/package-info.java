/** What a service and its operators tell each other in the service's own database. */
@NullMarked
package nl.klimrek.eventing.control;

import org.jspecify.annotations.NullMarked;
