package nl.klimrek.conversations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Found by the service's own scan, because it is in its package: lets a test cut off planning at a write. */
@Configuration(proxyBeanMethods = false)
class CutOffConfiguration {

    @Bean
    static CutOff cutOff() {
        return new CutOff();
    }
}
