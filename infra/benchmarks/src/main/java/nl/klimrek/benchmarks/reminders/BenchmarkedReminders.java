package nl.klimrek.benchmarks.reminders;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.benchmarks.engines.BenchmarkTokens;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.RemindersService;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.prompt.PromptProgress;
import nl.klimrek.reminders.prompt.PromptScheduling;
import nl.klimrek.servicekit.people.PeopleProjection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mail.javamail.JavaMailSender;

/** The reminders service on a broker and a store in another process, with a mail server that accepts everything. */
final class BenchmarkedReminders implements AutoCloseable {

    static final String ORGANISATION = "bench";

    private final BenchmarkTokens tokens;
    private final ConfigurableApplicationContext service;

    /** @param debounce delay between an event and its prompt, and between the start and the first prompt */
    BenchmarkedReminders(Engines engines, String database, SmtpSink mailServer, Duration debounce)
            throws JOSEException, IOException {
        tokens = new BenchmarkTokens();
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("klimrek.topics", "unchecked");
        settings.put("klimrek.eventing.instance", database);
        settings.put("spring.data.mongodb.uri", engines.mongoUri());
        settings.put("spring.data.mongodb.database", database);
        settings.put("spring.kafka.bootstrap-servers", engines.bootstrapServers());
        settings.put("klimrek.security.issuer", BenchmarkTokens.ISSUER);
        settings.put("klimrek.security.jwk-set-uri", tokens.keys());
        settings.put("klimrek.reminders.around-the-clock." + ORGANISATION, true);
        settings.put("klimrek.reminders.settle", debounce.toSeconds() + "s");
        settings.put("spring.mail.port", mailServer.port());
        service = RemindersService.start(settings);
    }

    /** Stores one prompt as an event makes it, far in the future. */
    @SuppressWarnings("unchecked")
    void storePattern(Instant due) {
        AggregateStore<Prompt> prompts = service.getBean("promptStore", AggregateStore.class);
        PromptNeed need =
                new PromptNeed("pattern", PromptAction.ANSWER_INVITATION, PromptSubject.CONVERSATION, "c-pattern");
        PromptProgress begin = PromptProgress.of(1, null, PromptOccasion.with("pattern"));
        prompts.create(
                Key.of(new Organisation(ORGANISATION), need.promptId()),
                MessageContext.system("bench"),
                none -> PromptScheduling.schedule(null, need, due, null, begin));
    }

    JavaMailSender mailSender() {
        return service.getBean(JavaMailSender.class);
    }

    PeopleProjection people() {
        return service.getBean(PeopleProjection.class);
    }

    @Override
    public void close() {
        service.close();
        tokens.close();
    }
}
