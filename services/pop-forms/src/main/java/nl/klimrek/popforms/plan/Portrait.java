package nl.klimrek.popforms.plan;

import nl.klimrek.popforms.goal.Words;

/**
 * Who somebody is at work, in their own words. Each part answers the question of that code in the plan's template; null
 * where nothing was written, because what moves somebody can not be made a duty.
 *
 * @param motives what drives me
 * @param qualities what I am good at
 * @param whatWorkAsks what my work asks, now and next
 * @param wantToTry what I want to try
 * @param whoCanHelp who can help
 * @param fitNow how my job fits me now
 * @param fitInFiveYears how it will in five years
 */
public record Portrait(
        String motives,
        String qualities,
        String whatWorkAsks,
        String wantToTry,
        String whoCanHelp,
        String fitNow,
        String fitInFiveYears)
        implements Words {

    /** Nothing written yet. */
    public static final Portrait BLANK = new Portrait(null, null, null, null, null, null, null);

    public Portrait {
        motives = Words.kept(motives);
        qualities = Words.kept(qualities);
        whatWorkAsks = Words.kept(whatWorkAsks);
        wantToTry = Words.kept(wantToTry);
        whoCanHelp = Words.kept(whoCanHelp);
        fitNow = Words.kept(fitNow);
        fitInFiveYears = Words.kept(fitInFiveYears);
    }

    @Override
    public String canonical() {
        return Words.joined(motives, qualities, whatWorkAsks, wantToTry, whoCanHelp, fitNow, fitInFiveYears);
    }
}
