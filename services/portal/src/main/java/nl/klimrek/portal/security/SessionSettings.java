package nl.klimrek.portal.security;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The lifetime of sessions.
 *
 * @param lifetime longest time from the start of a session, however busy it is, 5 min to 30 days; default 12 h
 */
@Validated
@ConfigurationProperties("klimrek.portal.session")
record SessionSettings(
        @DefaultValue("12h") @NotNull @DurationMin(minutes = 5) @DurationMax(days = 30)
        Duration lifetime) {}
