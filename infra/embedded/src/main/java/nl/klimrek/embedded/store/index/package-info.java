/** The indexes of the embedded store and the encoding of their keys. */
@NullMarked
package nl.klimrek.embedded.store.index;

import org.jspecify.annotations.NullMarked;
