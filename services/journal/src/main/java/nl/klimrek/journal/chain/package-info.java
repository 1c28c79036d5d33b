/** The chain in plain Java. The rule stands in EntryEncoding: each hash covers its entry and the hash before it. */
@NullMarked
package nl.klimrek.journal.chain;

import org.jspecify.annotations.NullMarked;
