package nl.klimrek.reminders;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service under test lives by the test's clock. */
@Configuration(proxyBeanMethods = false)
class MovableTime {

    static final MovableClock CLOCK = new MovableClock();

    @Bean
    Clock clock() {
        return CLOCK;
    }
}
