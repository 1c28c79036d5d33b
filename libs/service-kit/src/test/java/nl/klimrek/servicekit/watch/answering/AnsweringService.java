package nl.klimrek.servicekit.watch.answering;

import com.mongodb.MongoException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.klimrek.contracts.conversations.ConversationsDisclosed;
import nl.klimrek.contracts.people.PeopleDisclosed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.disclosure.DisclosedEventFactory;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;

/** Answers each event of the other service with one of its own, unless its store is away. */
@KlimrekService
public class AnsweringService {
    /** Whether the store is away. */
    public final AtomicBoolean away = new AtomicBoolean();
    /** The trace that log lines about an event name, by what the event is about. */
    public final Map<String, String> logged = new ConcurrentHashMap<>();

    record Answer(String person) {}

    @Bean
    AggregateStore<Answer> answers(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("answers", Answer.class, Answer::person));
    }

    @Bean
    DisclosedEventFactory disclosedEvent() {
        return ConversationsDisclosed::new;
    }

    @Bean
    EventHandlers handlers(EventCatalogue catalogue, AggregateStore<Answer> answers) {
        return new EventHandlers("answering", catalogue)
                .on(PeopleDisclosed.class, (asked, meta) -> answer(answers, asked, meta));
    }

    private void answer(AggregateStore<Answer> answers, PeopleDisclosed asked, EventMeta meta) {
        if (away.get()) {
            throw new MongoException("the store is away");
        }
        logged.put(meta.subject(), String.valueOf(MDC.get("traceId")));
        answers.handle(
                Key.of(meta.organisation(), meta.subject()),
                MessageContext.event(meta),
                none -> Decision.accept(
                        new Answer(asked.person()),
                        new ConversationsDisclosed(asked.viewer(), asked.person(), "ANSWERED", "SELF")));
    }
}
