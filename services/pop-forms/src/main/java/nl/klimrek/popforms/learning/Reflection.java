package nl.klimrek.popforms.learning;

import nl.klimrek.popforms.goal.Words;

/**
 * What somebody took from an activity.
 *
 * @param experience what happened; may be null
 * @param insight what it taught; may be null
 * @param nextTry what to try next; may be null
 */
public record Reflection(String experience, String insight, String nextTry) implements Words {

    public Reflection {
        experience = Words.kept(experience);
        insight = Words.kept(insight);
        nextTry = Words.kept(nextTry);
    }

    @Override
    public String canonical() {
        return Words.joined(experience, insight, nextTry);
    }
}
