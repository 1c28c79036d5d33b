package nl.klimrek.conversations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Found by the service's own scan, because it is in its package: the service under test lives by a clock that can be moved,
 * and its planning can be cut off.
 */
@Configuration(proxyBeanMethods = false)
class TestTime {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    static CutOff cutOff() {
        return new CutOff();
    }
}
