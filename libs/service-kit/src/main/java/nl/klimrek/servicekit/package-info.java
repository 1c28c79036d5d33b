/**
 * What every service's edge shares: start-up, security, commands over HTTP, problem details, health and description.
 * Holds no rule of the domain.
 */
package nl.klimrek.servicekit;
