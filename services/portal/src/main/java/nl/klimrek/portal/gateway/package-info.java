/** Calls the services behind the portal: the gateway for {@code /api}, the proxy for other servers' pages, circuit breakers and bulkheads. */
@NullMarked
package nl.klimrek.portal.gateway;

import org.jspecify.annotations.NullMarked;
