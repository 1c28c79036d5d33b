package nl.klimrek.eventing.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.mongo.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MajorityConcernTest {

    private static final String WEAK =
            "mongodb://localhost:1/?w=1&readConcernLevel=local&readPreference=secondaryPreferred&retryWrites=false";

    @Test
    void weaker_concerns_of_the_connection_string_are_overridden() {
        MongoClientSettings settings = customized();
        assertThat(settings.getWriteConcern().getWString()).isEqualTo("majority");
        assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
        assertThat(settings.getRetryWrites()).isTrue();
    }

    @Test
    void every_wait_of_the_driver_ends() {
        MongoClientSettings settings = customized();
        assertThat(settings.getWriteConcern().getWTimeout(TimeUnit.SECONDS)).isPositive();
        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.SECONDS))
                .isPositive();
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.SECONDS))
                .isBetween(1L, 10L);
    }

    @Test
    void spring_boot_applies_it_after_the_connection_string() {
        new ApplicationContextRunner()
                .withUserConfiguration(MongoAutoConfiguration.class)
                .withBean(MajorityConcern.class)
                .withPropertyValues("spring.data.mongodb.uri=" + WEAK)
                .run(context -> assertThat(context.getBean(com.mongodb.client.MongoClient.class)
                                .getWriteConcern()
                                .getWString())
                        .isEqualTo("majority"));
    }

    private static MongoClientSettings customized() {
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(WEAK));
        new MajorityConcern().customize(settings);
        return settings.build();
    }
}
