package nl.klimrek.popforms.goal;

/**
 * What somebody wrote about a goal.
 *
 * @param title what it is; never blank
 * @param why what it is for; may be null
 * @param howMeasured how one will know; may be null
 * @param supportFrom what support is needed and from whom; may be null
 */
public record GoalText(String title, String why, String howMeasured, String supportFrom) implements Words {

    public GoalText {
        title = Words.kept(title);
        why = Words.kept(why);
        howMeasured = Words.kept(howMeasured);
        supportFrom = Words.kept(supportFrom);
        if (title == null) {
            throw new IllegalArgumentException("a goal has a title");
        }
    }

    @Override
    public String canonical() {
        return Words.joined(title, why, howMeasured, supportFrom);
    }
}
