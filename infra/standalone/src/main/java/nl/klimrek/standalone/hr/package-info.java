/**
 * {@code infra/hr-events}: sends an HR export as records on the inbound topic, and tracks each until it has arrived.
 */
@NullMarked
package nl.klimrek.standalone.hr;

import org.jspecify.annotations.NullMarked;
