/** Limits per client: connections, requests and bodies at once, time for a body, memory for bodies. */
@NullMarked
package nl.klimrek.servicekit.limits;

import org.jspecify.annotations.NullMarked;
