package nl.klimrek.journal.resume;

import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;

/**
 * Published entries that a restored chain lacks.
 *
 * @param restored the restored chain's head
 * @param lostFrom first position that was lost, or that a fork wrote differently
 * @param lostTo highest position that was published
 * @param last the last checkpoint that was published
 */
public record LostEntries(ChainHead restored, long lostFrom, long lostTo, PublishedCheckpoint last) {}
