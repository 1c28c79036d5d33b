package nl.klimrek.insights;

import nl.klimrek.insights.history.MinimumGroup;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the figures.
 *
 * @param minimumGroup people that a figure is about at least; 5 or more
 */
@ConfigurationProperties("klimrek.insights")
public record InsightsProperties(@DefaultValue("5") int minimumGroup) {
    public InsightsProperties {
        group(minimumGroup);
    }

    MinimumGroup group() {
        return group(minimumGroup);
    }

    private static MinimumGroup group(int people) {
        return new MinimumGroup(people);
    }
}
