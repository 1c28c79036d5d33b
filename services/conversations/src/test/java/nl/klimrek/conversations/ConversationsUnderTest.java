package nl.klimrek.conversations;

import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClock;

/** The conversations service, started once for all tests of this JVM; each test has an organisation of its own. */
final class ConversationsUnderTest {

    static final ServiceUnderTest SERVICE = ServiceUnderTest.of(ConversationsService.class, ConversationsService.NAME)
            .with("klimrek.conversations.people-url", StubPeople.address())
            .start();

    private ConversationsUnderTest() {}

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

    static String address() {
        return SERVICE.address();
    }

    static TestClock clock() {
        return SERVICE.clock();
    }
}
