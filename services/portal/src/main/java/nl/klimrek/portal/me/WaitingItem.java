package nl.klimrek.portal.me;

/**
 * Something that waits for the reader, in their language.
 *
 * @param what    who and what it is about: "Check-in with Bram Hoekstra"
 * @param when    by when, or at which moment; with its label; may be empty
 * @param words   the step in the organisation's own words; empty without any
 * @param why     why it waits; may be empty
 * @param step    the one step
 * @param link    where to take it
 * @param prompts ids of its prompts, separated by commas; empty without any
 * @param notice  whether having seen it is enough
 */
record WaitingItem(
        String what, String when, String words, String why, String step, String link, String prompts, boolean notice) {

    WaitingItem(String what, String when, String why, String step, String link, String prompts, boolean notice) {
        this(what, when, "", why, step, link, prompts, notice);
    }

    /** The same item in the organisation's own words. */
    WaitingItem inOwnWords(String ownStep, String ownWhy) {
        return new WaitingItem(what, when, ownStep, ownWhy, step, link, prompts, notice);
    }

    /** Whether it can be put off or declined. */
    public boolean isPrompted() {
        return !prompts.isEmpty();
    }
}
