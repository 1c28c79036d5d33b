package nl.klimrek.portal.conversation;

import java.time.Instant;
import java.util.List;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The reader's next step, or what they wait for.
 *
 * @param kind     which form stands in the card
 * @param warnings what to know before doing it
 * @param outside whether the slot to answer is possible only because both say that they want it all the same
 */
public record NextStepCard(Kind kind, String title, String text, List<String> warnings, boolean outside) {

    /** The step that the card is for. */
    public enum Kind {
        PROPOSE,
        ANSWER,
        PREPARE,
        HOLD,
        RECORD,
        CONFIRM,
        AGREE,
        CLOSE,
        NOTHING
    }

    public boolean is(String name) {
        return kind.name().equals(name);
    }

    static NextStepCard of(Reader reader, ConversationResponse talk, @Nullable SlotWarnings warnings, Instant now) {
        Kind kind = kind(talk, now);
        String other = reader.name(talk.other());
        String key = "conversation.now." + (kind == Kind.NOTHING ? "NOTHING." + waiting(talk) : kind.name());
        String slot = talk.slotStart() == null ? "" : reader.slot(talk.slotStart(), talk.slotEnd());
        return new NextStepCard(
                kind,
                reader.say(key, other, slot),
                reader.say(key + ".text", other, slot),
                kind == Kind.ANSWER && warnings != null ? warnings.of(talk.slotStart(), talk.slotEnd()) : List.of(),
                kind == Kind.ANSWER && !talk.slotOutside().isEmpty());
    }

    private static Kind kind(ConversationResponse talk, Instant now) {
        if (talk.you() == null) {
            return Kind.NOTHING;
        }
        return switch (talk.status()) {
            case "PLANNED", "MISSED" -> Kind.PROPOSE;
            case "INVITED" -> talk.mine(talk.proposedBy()) ? Kind.NOTHING : Kind.ANSWER;
            case "ACCEPTED" ->
                !talk.slotStart().isAfter(now) ? Kind.HOLD : talk.mine() == null ? Kind.PREPARE : Kind.NOTHING;
            case "HELD" -> Kind.RECORD;
            case "RECORDED" -> talk.confirmedByReader() ? Kind.NOTHING : Kind.CONFIRM;
            case "CONFIRMED" -> standing(talk) ? Kind.CLOSE : Kind.AGREE;
            default -> Kind.NOTHING;
        };
    }

    /** Whether there is an agreement to close with. */
    private static boolean standing(ConversationResponse talk) {
        return talk.agreements().stream().anyMatch(agreement -> !"DROPPED".equals(agreement.state()));
    }

    private static String waiting(ConversationResponse talk) {
        return talk.you() == null
                ? "FACTS"
                : talk.is("INVITED", "ACCEPTED", "RECORDED", "CLOSED", "CANCELLED") ? talk.status() : "OTHER";
    }
}
