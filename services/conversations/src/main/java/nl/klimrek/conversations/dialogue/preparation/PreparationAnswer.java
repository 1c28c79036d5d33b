package nl.klimrek.conversations.dialogue.preparation;

/**
 * An answer to one question while preparing.
 *
 * @param question id of the question
 * @param questionVersion version of the question as it was when answered
 * @param text as typed
 */
public record PreparationAnswer(String question, int questionVersion, String text) {

    @Override
    public String toString() {
        return "Answer[" + question + "@" + questionVersion + "]";
    }
}
