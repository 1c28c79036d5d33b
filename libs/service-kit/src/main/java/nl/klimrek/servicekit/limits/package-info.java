/** What one client may take of a service: connections, requests and bodies at once, time for a body, memory for bodies. */
package nl.klimrek.servicekit.limits;
