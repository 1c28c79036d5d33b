package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.reminders.sending.SendingJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.servicekit.jobs.RangeLease;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Several instances that send, one that dies, and a prompt that cannot be processed. */
class SharedSendingIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();

    @Test
    void two_instances_share_the_due_prompts_and_send_each_once() {
        service.toNextMonday("08:00");
        try (ServiceUnderTest second = service.startSecondInstance()) {
            List<OrganisationFixture> offices = IntStream.range(0, 12)
                    .mapToObj(i -> new OrganisationFixture())
                    .toList();
            offices.forEach(
                    each -> each.talk().invite(Side.COUNTERPART, service.now().plus(Duration.ofDays(30))));
            service.settle();
            service.toNextMonday("10:00");

            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> Reminders.roundsOf(second).run());
            service.sending().run();

            other.join();
            offices.forEach(each -> each.awaitMail(ANNA));
            assertThat(offices)
                    .allSatisfy(each -> assertThat(each.story(ANNA))
                            .containsExactly("scheduled answer-invitation", "sent answer-invitation"));
        }
    }

    @Test
    void the_prompts_of_an_instance_that_died_are_sent_by_another() {
        service.toNextMonday("10:00");
        service.sendDue();
        List<RangeLease> held = service.sending().holdAll();
        office.talk().invite(Side.COUNTERPART, service.now().plus(Duration.ofDays(30)));
        service.settle();
        service.service().bean(ClockJobRunner.class).run(service.service().bean(SendingJob.class));
        assertThat(office.mail(ANNA)).isEmpty();

        service.service().clock().advance(RangeLease.DURATION.plusSeconds(1));

        office.awaitMail(ANNA);
        assertThat(held).noneMatch(RangeLease::keep);
    }

    @Test
    void a_prompt_that_cannot_be_processed_is_passed_over_with_an_alarm() {
        service.toNextMonday("08:00");
        office.talk().invite(Side.COUNTERPART, service.now().plus(Duration.ofDays(30)));
        OrganisationFixture healthy = new OrganisationFixture();
        healthy.talk().invite(Side.COUNTERPART, service.now().plus(Duration.ofDays(30)));
        service.settle();
        var prompts = service.service()
                .bean(MongoDatabaseFactory.class)
                .getMongoDatabase()
                .getCollection("prompts");
        Document ofOffice = new Document("_id", new Document("$regex", "^" + office.organisation + "/"));
        Document stored = prompts.find(ofOffice).first();
        prompts.updateOne(
                ofOffice,
                new Document("$set", new Document("state.status", "DAMAGED"))
                        .append("$inc", new Document("version", 1L)));
        double failures = failures();

        service.toNextMonday("10:00");
        healthy.awaitMail(ANNA);

        assertThat(failures()).isGreaterThan(failures);
        assertThat(office.mail(ANNA)).isEmpty();
        prompts.updateOne(ofOffice, new Document("$set", new Document("state", stored.get("state"))));
        office.awaitMail(ANNA);
        assertThat(office.mail(BRAM)).isEmpty();
    }

    @Test
    void the_mail_server_has_a_circuit_a_bulkhead_and_a_rate_of_the_registries_and_a_thread_for_each_connection() {
        ServiceUnderTest instance = service.service();
        var circuit = instance.bean(CircuitBreakerRegistry.class).find("smtp").orElseThrow();
        var bulkhead = instance.bean(BulkheadRegistry.class).find("smtp").orElseThrow();

        assertThat(circuit.getCircuitBreakerConfig().getMinimumNumberOfCalls()).isEqualTo(3);
        assertThat(circuit.getCircuitBreakerConfig()
                        .getRecordExceptionPredicate()
                        .test(new IllegalStateException()))
                .isTrue();
        assertThat(bulkhead.getBulkheadConfig().getMaxConcurrentCalls()).isEqualTo(8);
        assertThat(instance.bean(SendingJob.class).threads()).isEqualTo(8);
        assertThat(instance.bean(RateLimiterRegistry.class).find("smtp")).isPresent();
    }

    private double failures() {
        return service.service().bean(MeterRegistry.class).find("klimrek.jobs.failures").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
