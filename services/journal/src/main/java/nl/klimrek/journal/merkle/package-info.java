/** The Merkle tree of RFC 9162 over a log of leaves: hashes, tiles, proofs and their verification, in plain Java. */
@NullMarked
package nl.klimrek.journal.merkle;

import org.jspecify.annotations.NullMarked;
