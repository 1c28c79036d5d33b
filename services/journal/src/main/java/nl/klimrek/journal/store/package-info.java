/** The chain in MongoDB. The rule stands in JournalStore: a stop at any moment neither loses nor doubles an entry. */
@NullMarked
package nl.klimrek.journal.store;

import org.jspecify.annotations.NullMarked;
