/** The gateway: everything under {@code /api} goes to the service that owns it, and its answer comes back. */
package nl.klimrek.portal.gateway;
