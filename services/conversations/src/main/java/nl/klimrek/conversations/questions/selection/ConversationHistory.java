package nl.klimrek.conversations.questions.selection;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import org.jspecify.annotations.Nullable;

/**
 * What two people discussed with each other before, in codes.
 *
 * @param held of their latest conversations, oldest first
 */
public record ConversationHistory(List<Orientation> held) {

    /** Two who did not talk before. */
    public static final ConversationHistory NONE = new ConversationHistory(List.of());
    /** How many talks back still count. */
    static final int LOOKS_BACK = 3;

    private static final int MAX_LACKING = 2;
    /** Repairing is never lacking: what goes wrong finds its way into a talk by itself. */
    private static final List<Approach> APPROACHES = List.of(Approach.AMPLITIVE, Approach.PREVENTIVE);

    private static final List<Horizon> HORIZONS = List.of(Horizon.FUTURE, Horizon.NOW);
    private static final List<Perspective> PERSPECTIVES =
            List.of(Perspective.PERSON, Perspective.CONNECTED, Perspective.WORK, Perspective.SOCIETY);

    public ConversationHistory {
        held = List.copyOf(held);
    }

    /** What these talks had too little of, the most wanted first, at most two things; empty for who did not talk before. */
    List<Enum<?>> lacking() {
        List<Orientation> latest = held.subList(Math.max(0, held.size() - LOOKS_BACK), held.size());
        return Stream.of(
                        missing(latest, Orientation::approach, APPROACHES),
                        missing(latest, Orientation::horizon, HORIZONS),
                        missing(latest, Orientation::perspective, PERSPECTIVES))
                .filter(Objects::nonNull)
                .<Enum<?>>map(tag -> tag)
                .limit(MAX_LACKING)
                .toList();
    }

    /** The first of the wanted tags that none of these talks had; null when nothing is known or nothing is missing. */
    private static <E extends Enum<E>> @Nullable E missing(
            List<Orientation> latest, Function<Orientation, E> tag, List<E> wanted) {
        List<E> had = latest.stream().map(tag).filter(Objects::nonNull).toList();
        return had.isEmpty()
                ? null
                : wanted.stream().filter(one -> !had.contains(one)).findFirst().orElse(null);
    }
}
