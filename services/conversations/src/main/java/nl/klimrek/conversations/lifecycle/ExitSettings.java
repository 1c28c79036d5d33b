package nl.klimrek.conversations.lifecycle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When exit conversations take place.
 *
 * @param lastDays days before the last one within which to talk, 7 to 90; default 21
 */
@ConfigurationProperties("klimrek.conversations.exit")
public record ExitSettings(@DefaultValue("21") int lastDays) {

    public ExitSettings {
        if (lastDays < 7 || lastDays > 90) {
            throw new IllegalArgumentException("klimrek.conversations.exit.last-days must be 7 to 90");
        }
    }
}
