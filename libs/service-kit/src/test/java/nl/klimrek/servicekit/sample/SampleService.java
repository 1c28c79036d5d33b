package nl.klimrek.servicekit.sample;

import java.util.Map;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;

/** The smallest service that has every part of the shared edge. */
@KlimrekService
class SampleService {
    @Bean
    RefusalStatus refusalStatus() {
        return RefusalStatus.of(Map.of("pot-closed", HttpStatus.UNPROCESSABLE_ENTITY));
    }
}
