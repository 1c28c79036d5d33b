package nl.klimrek.portal.gateway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the portal treats a service that fails; each service is counted apart.
 *
 * @param lastCalls   how many of the newest calls are counted, 2 to 1,000; default 20
 * @param leastCalls  how many are needed before they count, 1 to 1,000; default 5
 * @param failedShare percentage of calls without an answer that opens the circuit, 1 to 100; default 50
 * @param leaveAlone  how long an open circuit lets nothing through, 100 ms to 5 min; default 5 s
 * @param atOnce      requests one service may have under way from here, 1 to 1,000; default 24, about a third of the threads
 * @param patience    how long one more request waits for its turn, at most 10 s; default 500 ms
 */
@Validated
@ConfigurationProperties("klimrek.portal.resilience")
record ResilienceSettings(
        @DefaultValue("20") @Min(2) @Max(1000) int lastCalls,
        @DefaultValue("5") @Min(1) @Max(1000) int leastCalls,
        @DefaultValue("50") @Min(1) @Max(100) int failedShare,

        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration leaveAlone,

        @DefaultValue("24") @Min(1) @Max(1000) int atOnce,
        @DefaultValue("500ms") @DurationMax(seconds = 10) Duration patience) {}
