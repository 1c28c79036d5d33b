package nl.klimrek.conversations;

import java.time.Instant;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.testkit.service.ClockJobRounds;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClock;

/** The conversations service, started once for all tests of this JVM; each test has an organisation of its own. */
final class ConversationsUnderTest {

    private static final TestClock CLOCK = TestClock.beginningAt(Instant.parse("2026-11-30T09:00:00Z"));

    static final ServiceUnderTest SERVICE = builder().start();

    private ConversationsUnderTest() {}

    /** Another instance of the same service on the same store. */
    static ServiceUnderTest startSecondInstance() {
        return builder().on(SERVICE.backend()).inDatabase(SERVICE.database()).start();
    }

    private static ServiceUnderTest.Builder builder() {
        return ServiceUnderTest.of(ConversationsService.class, ConversationsService.NAME)
                .with("klimrek.conversations.people-url", StubPeople.address())
                .with("spring.mail.port", ExternalMailbox.port())
                .with(CLOCK);
    }

    static <T> T bean(Class<T> type) {
        return SERVICE.bean(type);
    }

    static Object bean(String name) {
        return SERVICE.context().getBean(name);
    }

    static <T> T bean(String name, Class<T> type) {
        return SERVICE.bean(name, type);
    }

    static AggregateStore<Conversation> conversations() {
        return SERVICE.store("conversationStore");
    }

    static AggregateStore<Cycle> cycles() {
        return SERVICE.store("cycleStore");
    }

    /** Runs a round of a clock job now, on all its ranges, also on those that the service's own thread is at work on. */
    static void runJob(String name) {
        SERVICE.awaitSettled();
        new ClockJobRounds(SERVICE, bean(name, ClockJob.class)).run();
    }

    static String address() {
        return SERVICE.address();
    }

    static TestClock clock() {
        return SERVICE.clock();
    }
}
