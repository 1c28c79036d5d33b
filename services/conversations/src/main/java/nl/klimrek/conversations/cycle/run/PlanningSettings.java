package nl.klimrek.conversations.cycle.run;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How planning works through an organisation.
 *
 * @param answerWithin largest number of people for whom planning is done before it is answered, 0 to 100000; default 2000.
 *     For more it goes on after the answer, which is then 202
 * @param writers how many conversations are planned at the same time, 1 to 64; default 8
 */
@ConfigurationProperties("klimrek.conversations.planning")
public record PlanningSettings(
        @DefaultValue("2000") int answerWithin,
        @DefaultValue("8") int writers) {

    public PlanningSettings {
        if (answerWithin < 0 || answerWithin > 100_000) {
            throw new IllegalArgumentException("klimrek.conversations.planning.answer-within must be 0 to 100000");
        }
        if (writers < 1 || writers > 64) {
            throw new IllegalArgumentException("klimrek.conversations.planning.writers must be 1 to 64");
        }
    }
}
