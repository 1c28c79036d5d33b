package nl.klimrek.conversations.questions.selection;

import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation was about, in codes; each may be null when nothing tells.
 *
 * @param approach repairing, preventing or building on strengths
 * @param horizon now or the future
 * @param perspective whose development
 */
public record Orientation(
        @Nullable Approach approach,
        @Nullable Horizon horizon,
        @Nullable Perspective perspective) {

    /** This balance, with what the participants say in place of what was derived. */
    public Orientation correctedBy(Orientation said) {
        return new Orientation(
                said.approach == null ? approach : said.approach,
                said.horizon == null ? horizon : said.horizon,
                said.perspective == null ? perspective : said.perspective);
    }
}
