/** What every service's API description says alike. */
@NullMarked
package nl.klimrek.servicekit.openapi;

import org.jspecify.annotations.NullMarked;
