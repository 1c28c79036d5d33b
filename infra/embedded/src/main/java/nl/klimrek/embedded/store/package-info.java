/** A store that speaks MongoDB's wire protocol, in this JVM and on disk. */
@NullMarked
package nl.klimrek.embedded.store;

import org.jspecify.annotations.NullMarked;
