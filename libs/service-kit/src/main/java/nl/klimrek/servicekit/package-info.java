/**
 * What every service's edge shares: start-up, security, commands over HTTP, problem details, health and description.
 * Holds no rule of the domain.
 */
@NullMarked
package nl.klimrek.servicekit;

import org.jspecify.annotations.NullMarked;
