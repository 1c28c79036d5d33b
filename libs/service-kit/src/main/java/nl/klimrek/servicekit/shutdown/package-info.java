/** What a service does for its clients before it stops. */
@NullMarked
package nl.klimrek.servicekit.shutdown;

import org.jspecify.annotations.NullMarked;
