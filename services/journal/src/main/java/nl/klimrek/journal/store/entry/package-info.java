/** The documents of entries: their names and fields, their one insertion, and their migration from the former version. */
@NullMarked
package nl.klimrek.journal.store.entry;

import org.jspecify.annotations.NullMarked;
