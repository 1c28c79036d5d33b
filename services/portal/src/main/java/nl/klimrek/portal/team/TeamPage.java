package nl.klimrek.portal.team;

import java.util.List;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * The manager's first page.
 *
 * @param people   one line for each report that is shown
 * @param waiting  what waits for the manager, the most pressing first
 * @param map      rhythm of the year of the people shown; null when it is not known
 * @param views    the ways to look at the list
 * @param query    what was searched for
 * @param show     which view is chosen
 * @param size     how many reports there are
 * @param more     whether there are more than a page can hold
 * @param requests how many budget requests wait
 * @param away     troubles of sections that are unavailable
 */
record TeamPage(
        Section<List<PersonLine>> people,
        List<WaitLine> waiting,
        @Nullable RhythmMap map,
        List<View> views,
        String query,
        String show,
        int size,
        boolean more,
        int requests,
        List<Trouble> away) {
    private static final int SHOWN_FIRST = 4;

    /**
     * @param last      when they talked last
     * @param next      what comes
     * @param nextLink  where to see it; null without one
     * @param attention why they need their manager, in words
     * @param plan      how far the plan is
     * @param pressing  whether the manager should act
     */
    record PersonLine(
            String person,
            String name,
            String job,
            String last,
            String next,
            @Nullable String nextLink,
            List<Mark> attention,
            String plan,
            boolean pressing) {}

    /** A state in words; the code only chooses its colour. */
    record Mark(String code, String text) {}

    /** @param path where to do it */
    record WaitLine(String text, String meta, String path) {}

    record View(String show, String text, boolean here) {}

    public List<WaitLine> waitingFirst() {
        return waiting.subList(0, Math.min(SHOWN_FIRST, waiting.size()));
    }

    public List<WaitLine> waitingRest() {
        return waiting.subList(Math.min(SHOWN_FIRST, waiting.size()), waiting.size());
    }
}
