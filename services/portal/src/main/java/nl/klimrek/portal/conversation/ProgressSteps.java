package nl.klimrek.portal.conversation;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.reader.Reader;

/** The steps of a conversation in plain words, and which one it is at. */
final class ProgressSteps {
    private static final List<String> STEPS =
            List.of("PLANNED", "INVITED", "ACCEPTED", "HELD", "RECORDED", "CONFIRMED", "CLOSED");

    private ProgressSteps() {}

    /**
     * One step.
     *
     * @param past whether it was taken
     * @param here whether the conversation is there now
     */
    public record Step(String text, boolean past, boolean here) {}

    /** Empty of a conversation that was cancelled. */
    static List<Step> of(Reader reader, ConversationResponse talk) {
        int at = talk.is("MISSED") ? 0 : STEPS.indexOf(talk.status());
        List<Step> steps = new ArrayList<>();
        for (int step = 0; at >= 0 && step < STEPS.size(); step++) {
            boolean done = step < at || step == at && talk.is("CLOSED");
            steps.add(new Step(reader.say("conversation.step." + STEPS.get(step)), done, step == at));
        }
        return steps;
    }
}
