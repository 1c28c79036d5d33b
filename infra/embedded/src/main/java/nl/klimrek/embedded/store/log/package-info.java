/** The store's write-ahead log: changes since the last checkpoint of its file. */
@NullMarked
package nl.klimrek.embedded.store.log;

import org.jspecify.annotations.NullMarked;
