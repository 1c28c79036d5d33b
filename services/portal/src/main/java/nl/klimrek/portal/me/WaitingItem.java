package nl.klimrek.portal.me;

/**
 * One thing that is asked of a reader; everything already said in their language.
 *
 * @param what    who and what it is about: "Check-in with Bram Hoekstra"
 * @param when    by when, or at which moment; with its label; may be empty
 * @param why     why it is asked; may be empty
 * @param step    the one step
 * @param link    where to take it
 * @param prompts ids of the prompts that ask it, with commas between; empty when none does yet
 */
record WaitingItem(String what, String when, String why, String step, String link, String prompts) {

    /** Whether it can be put off or declined. */
    public boolean isPrompted() {
        return !prompts.isEmpty();
    }
}
