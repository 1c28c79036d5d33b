package nl.klimrek.insights;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the figures.
 *
 * @param minimumGroup people a figure is about at the least; 5 or more
 */
@ConfigurationProperties("klimrek.insights")
public record InsightsProperties(@DefaultValue("5") int minimumGroup) {

    private static final int LEAST = 5;

    public InsightsProperties {
        if (minimumGroup < LEAST) {
            throw new IllegalArgumentException("klimrek.insights.minimum-group must be at least " + LEAST);
        }
    }
}
