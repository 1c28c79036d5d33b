package nl.klimrek.conversations;

import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClock;

/** The conversations service, started once for all tests of this JVM; each test has an organisation of its own. */
final class ConversationsUnderTest {

    static final ServiceUnderTest SERVICE = ServiceUnderTest.of(ConversationsService.class, ConversationsService.NAME)
            .with("klimrek.conversations.people-url", StubPeople.address())
            .start();

    private ConversationsUnderTest() {}

    /** Another instance of the same service on the same store. */
    static ServiceUnderTest startSecondInstance() {
        return ServiceUnderTest.of(ConversationsService.class, ConversationsService.NAME)
                .with("klimrek.conversations.people-url", StubPeople.address())
                .on(SERVICE.backend())
                .inDatabase(SERVICE.database())
                .start();
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

    /** Runs a round of a clock job now, on all its ranges. */
    static void runJob(String name) {
        ClockJob job = bean(name, ClockJob.class);
        bean(ClockJobRunner.class).request(job);
        bean(ClockJobRunner.class).run(job);
    }

    static String address() {
        return SERVICE.address();
    }

    static TestClock clock() {
        return SERVICE.clock();
    }
}
