package nl.klimrek.reminders.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.catalogue.PromptCatalogueFixture;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.prompt.PromptStatus;
import nl.klimrek.reminders.rules.AskedMemory.AskedGroup;
import nl.klimrek.reminders.rules.AskedPeople.Asked;
import nl.klimrek.reminders.timing.RecipientLookup;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.testkit.store.InMemoryPeopleLists;
import nl.klimrek.testkit.store.InMemoryStores;
import org.junit.jupiter.api.Test;

/** Effects of rules upon the events of one poll, which are stored together. */
class PollEffectsTest {

    private static final Instant MONDAY = Instant.parse("2027-01-04T10:00:00Z");
    private static final Organisation ACME = new Organisation("acme");
    private static final PromptNeed NEED =
            new PromptNeed("anna", PromptAction.ANSWER_INVITATION, PromptSubject.CONVERSATION, "c1");
    private static final AskedGroup GROUP = new AskedGroup(PromptAction.ANSWER_INVITATION, "c1");
    private static final RemindersProperties PROPERTIES = new RemindersProperties(
            URI.create("https://portal.test"),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Map.of(),
            Duration.ZERO,
            5,
            7,
            Duration.ofSeconds(5),
            5,
            "klimrek@portal.test");

    private final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private final PromptCatalogue catalogue = PromptCatalogueFixture.load();
    private final InMemoryStores stores = new InMemoryStores(clock);
    private final AggregateStore<Prompt> prompts = stores.create(
            new AggregateType<>("prompts", Prompt.class, Prompt::actor, Prompt::nextCheckAt).withSchema(1));
    private final AskedMemory memory =
            new AskedMemory(stores.create(AggregateType.readDocument("asked", AskedPeople.class)));
    private final RecipientLookup recipients = new RecipientLookup(new PeopleProjection(
            stores.create(AggregateType.readDocument("people_facts", PersonProfile.class)), new InMemoryPeopleLists()));
    private final PromptScheduler scheduler = new PromptScheduler(prompts, recipients, PROPERTIES, clock);

    @Test
    void a_prompt_that_is_asked_and_ended_in_one_poll_is_written_once_with_both_events() {
        assertThat(poll().store(prompts)).isEmpty();
        assertThat(prompt().status()).isEqualTo(PromptStatus.CANCELLED);
        assertThat(prompts.find(key()).orElseThrow().version()).isEqualTo(1);
        assertThat(stores.events()).isEqualTo(2);
        assertThat(memory.findAll(List.of(GROUP), event(2))).isEmpty();
    }

    @Test
    void a_poll_that_is_delivered_again_changes_nothing() {
        poll().store(prompts);
        poll().store(prompts);
        assertThat(stores.events()).isEqualTo(2);
        assertThat(prompt().status()).isEqualTo(PromptStatus.CANCELLED);
    }

    @Test
    void those_who_were_asked_earlier_in_the_poll_are_known_to_later_events() {
        PollEffects effects = new PollEffects(memory, scheduler, recipients);
        effects.remember(GROUP.action(), GROUP.name(), List.of(new Asked("anna", "c1")), event(1));
        assertThat(effects.asked(List.of(GROUP), event(2))).containsEntry(GROUP, List.of(new Asked("anna", "c1")));
        assertThat(memory.findAll(List.of(GROUP), event(2))).as("stored").isEmpty();
        effects.store(prompts);
        assertThat(memory.findAll(List.of(GROUP), event(2))).as("stored").containsKey(GROUP);
    }

    /** The first event asks, the second ends. */
    private PollEffects poll() {
        PollEffects effects = new PollEffects(memory, scheduler, recipients);
        effects.remember(GROUP.action(), GROUP.name(), List.of(new Asked("anna", "c1")), event(1));
        effects.schedule(List.of(request(NEED)), event(1));
        effects.end(List.of(NEED), List.of(), event(2));
        effects.forget(GROUP.action(), GROUP.name(), event(2));
        return effects;
    }

    private PromptRequest request(PromptNeed need) {
        return new PromptRequest(
                need,
                catalogue.rule(need.action()),
                recipient -> MONDAY,
                recipient -> null,
                null,
                PromptOccasion.with("bram"));
    }

    private Prompt prompt() {
        return prompts.find(key()).orElseThrow().state();
    }

    private static Key key() {
        return Key.of(ACME, NEED.promptId());
    }

    private static EventMeta event(long sequence) {
        return new EventMeta(
                "e" + sequence, "type", "conversations", "c1", ACME, "anna", sequence, MONDAY, "anna", "c", null, null);
    }
}
