package nl.klimrek.journal.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;

/** Chains that were restored and resumed, in memory. */
public final class ResumedChains {

    private ResumedChains() {}

    /** All entries of a chain that was cut back to a head, resumed with this key and continued. */
    public static ChainHead.Extension of(
            List<ChainEntry> kept,
            ChainHead restored,
            LostEntries lost,
            CheckpointSigningKey key,
            List<NewEntry> continued) {
        List<NewEntry> added = new ArrayList<>();
        added.add(ResumeStatement.sign(lost, key).entry(EventFixture.NOW));
        added.addAll(continued);
        ChainHead.Extension extension = restored.extend(added, Map.of(), EventFixture.NOW.plusSeconds(60));
        List<ChainEntry> all = new ArrayList<>(kept);
        all.addAll(extension.entries());
        return new ChainHead.Extension(extension.head(), all, Map.of(), List.of());
    }

    /** The loss of the entries after a head, up to the last published checkpoint. */
    public static LostEntries lost(ChainHead restored, long lostFrom, PublishedCheckpoint last) {
        return new LostEntries(restored, lostFrom, last.position(), last);
    }
}
