package nl.klimrek.conversations.feedback;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many colleagues are asked for feedback.
 *
 * @param colleagues how many a screen proposes to invite, 1 to {@code most}; default 2
 * @param most how many can be invited at once, 1 to 10; default 5
 */
@ConfigurationProperties("klimrek.conversations.feedback")
public record FeedbackSettings(
        @DefaultValue("2") int colleagues,
        @DefaultValue("5") int most) {

    public FeedbackSettings {
        if (most < 1 || most > 10) {
            throw new IllegalArgumentException("klimrek.conversations.feedback.most must be 1 to 10");
        }
        if (colleagues < 1 || colleagues > most) {
            throw new IllegalArgumentException("klimrek.conversations.feedback.colleagues must be 1 to most");
        }
    }
}
