/** What a service and its operators tell each other in the service's own database. */
package nl.klimrek.eventing.control;
