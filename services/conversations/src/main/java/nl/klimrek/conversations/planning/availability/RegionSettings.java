package nl.klimrek.conversations.planning.availability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people work.
 *
 * @param region whose public holidays nobody is asked to talk on: an ISO 3166 country and, where they differ, its part, such
 *     as {@code nl} or {@code de-by}; default {@code nl}. One without a known calendar is refused at the start
 */
@ConfigurationProperties("klimrek.conversations")
public record RegionSettings(@DefaultValue("nl") String region) {

    public RegionSettings {
        if (!region.matches("[a-z]{2}(-[a-z0-9]{1,8}){0,2}")) {
            throw new IllegalArgumentException(
                    "klimrek.conversations.region must be a country such as nl, or a part of one such as de-by");
        }
    }
}
