package nl.klimrek.conversations.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationMissed;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.coach.CoachRegister;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStep;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.lane.PreprocessedEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the calendar of each person up to date from this service's own events. */
@Component
class CalendarProjection implements EventSubscriber {

    /** A slot comes, moves or falls away with one of these; the event's subject is the conversation. */
    private static final Set<Class<? extends Record>> TYPES = Set.of(
            ConversationInvited.class,
            ConversationRescheduled.class,
            ConversationAccepted.class,
            ConversationDeclined.class,
            ConversationMissed.class,
            ConversationCancelled.class);

    /**
     * A person's calendar is split over this many documents, so that a step rewrites a small one. The version before kept it in
     * one, whose entries are read until they have passed.
     */
    private static final int PARTS = 16;

    private final AggregateStore<CalendarEntries> moments;
    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;
    private final CoachRegister coaches;
    private final CalendarSettings settings;
    private final Clock clock;
    private final PreprocessedEvents shown = new PreprocessedEvents();

    CalendarProjection(
            AggregateStore<CalendarEntries> moments,
            AggregateStore<Conversation> conversations,
            CurrentRoster roster,
            CoachRegister coaches,
            CalendarSettings settings,
            Clock clock) {
        this.coaches = coaches;
        this.moments = moments;
        this.conversations = conversations;
        this.roster = roster;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.preprocess(this::showAll);
        TYPES.forEach(type -> handlers.on(type, (fact, event) -> {
            if (!shown.remove(event.id())) {
                showAll(Map.of(Key.of(event.organisation(), event.subject()), event));
            }
        }));
    }

    /** What is in somebody's calendar now, in order of time; of a manager or coach only while the relation stands. */
    List<CalendarEntry> of(Organisation organisation, String person) {
        Instant since = clock.instant().minus(settings.past());
        Set<String> reports = roster.reportsOf(organisation, person);
        boolean coach = coaches.has(organisation, person);
        List<Key> documents = Stream.concat(
                        Stream.of(Key.of(organisation, person)),
                        IntStream.range(0, PARTS).mapToObj(part -> Key.of(organisation, person + ":" + part)))
                .toList();
        Map<String, CalendarEntry> newest = new HashMap<>();
        moments.findAll(documents)
                .forEach(part -> part.state()
                        .byConversation()
                        .forEach((conversation, entry) -> newest.merge(conversation, entry, CalendarEntry::newer)));
        return newest.values().stream()
                .filter(moment -> !moment.end().isBefore(since))
                .filter(moment -> moment.side() == Side.EMPLOYEE
                        || moment.standing() == CalendarEntry.Standing.CANCELLED
                        || switch (moment.relation()) {
                            case OUTSIDE -> true;
                            case COACH -> coach;
                            // Somebody from outside has no feed.
                            case EXTERNAL -> false;
                            case LINE -> reports.contains(moment.employee());
                        })
                .sorted(Comparator.comparing(CalendarEntry::start).thenComparing(CalendarEntry::conversation))
                .toList();
    }

    /** Shows each conversation once a poll, as it is now. */
    private void showAll(List<ReceivedEvent> events) {
        shown.clear();
        Map<Key, EventMeta> latest = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        for (ReceivedEvent event : events) {
            if (event.data().map(Record::getClass).filter(TYPES::contains).isPresent()) {
                latest.put(Key.of(event.meta().organisation(), event.meta().subject()), event.meta());
                ids.add(event.meta().id());
            }
        }
        showAll(latest);
        shown.add(ids);
    }

    private void showAll(Map<Key, EventMeta> latest) {
        if (latest.isEmpty()) {
            return;
        }
        Map<Key, Versioned<Conversation>> found = conversations.findAllByKey(List.copyOf(latest.keySet()));
        Map<Key, Versioned<CalendarEntries>> former = former(found);
        Instant since = clock.instant().minus(settings.past());
        List<AggregateStep<CalendarEntries>> steps = new ArrayList<>();
        found.forEach((key, now) -> {
            for (Side side : Side.values()) {
                steps.add(step(now, side, Objects.requireNonNull(latest.get(key)), former, since));
            }
        });
        moments.handleAll(steps);
    }

    /** The former documents of the people in these conversations. */
    private Map<Key, Versioned<CalendarEntries>> former(Map<Key, Versioned<Conversation>> conversations) {
        return moments.findAllByKey(conversations.entrySet().stream()
                .flatMap(each -> Stream.of(Side.values())
                        .map(side -> Key.of(
                                each.getKey().organisation(),
                                each.getValue().state().participants().person(side))))
                .toList());
    }

    private static AggregateStep<CalendarEntries> step(
            Versioned<Conversation> now,
            Side side,
            EventMeta event,
            Map<Key, Versioned<CalendarEntries>> former,
            Instant since) {
        String person = now.state().participants().person(side);
        return new AggregateStep<>(
                part(event.organisation(), person, event.subject()),
                MessageContext.event(event).withoutMarker(),
                found -> known(
                                found.orElse(CalendarEntries.NONE),
                                event,
                                former.get(Key.of(event.organisation(), person)))
                        .showing(now, side, event.sequence(), event.time(), since));
    }

    /** A part with what the person's former document has of the event's conversation, unless the part has it. */
    private static CalendarEntries known(
            CalendarEntries part, EventMeta event, @Nullable Versioned<CalendarEntries> former) {
        CalendarEntry entry =
                former == null ? null : former.state().byConversation().get(event.subject());
        return entry == null || part.byConversation().containsKey(event.subject()) ? part : part.with(entry);
    }

    private static Key part(Organisation organisation, String person, String conversation) {
        return Key.of(organisation, person + ":" + Math.floorMod(conversation.hashCode(), PARTS));
    }
}
