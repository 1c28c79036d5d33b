/**
 * The edge that all services share: start-up, security, commands over HTTP, problem details, health and description. It holds no rule of the domain.
 */
@NullMarked
package nl.klimrek.servicekit;

import org.jspecify.annotations.NullMarked;
