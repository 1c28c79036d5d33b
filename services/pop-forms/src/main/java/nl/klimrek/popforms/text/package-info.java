/** Text that people typed. It stays in this service; only commitments to it leave. */
@NullMarked
package nl.klimrek.popforms.text;

import org.jspecify.annotations.NullMarked;
