package nl.klimrek.reminders.tone;

/** What the words of a prompt are checked for. Errors refuse them; a warning asks for a second look. */
public enum ToneRule {
    /** Words that threaten with a consequence. */
    THREAT(true),
    /** Words that blame. */
    GUILT(true),
    /** Words that command or hurry; the choice is the reader's. */
    PRESSURE(true),
    /** More than one step is asked for. */
    SEVERAL_ACTIONS(true),
    /** No reason is given. */
    NO_REASON(true),
    /** A placeholder that does not exist, or a single brace. */
    PLACEHOLDER(true),
    /** An address beside the one button of a message. */
    LINK(true),
    /** No text, a line break, or more characters than a reader takes in at once. */
    LENGTH(true),
    /** No step was recognised. */
    NO_ACTION(false),
    /** A sentence of more than twenty words. */
    LONG_SENTENCE(false),
    /** A word with a plainer alternative, or a very long one. */
    HARD_WORD(false),
    /** A passive sentence, which does not say who does something. */
    PASSIVE(false);

    private final boolean error;

    ToneRule(boolean error) {
        this.error = error;
    }

    /** Whether a text with this finding is refused. */
    public boolean isError() {
        return error;
    }
}
