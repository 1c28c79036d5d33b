package nl.klimrek.conversations.career;

import java.time.LocalDate;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Invites employees who never had a career conversation. Each employee has a day on which the clock looks, so the cost follows
 * who is due, not how many people there are. Somebody who is absent, or whose career conversation lies ahead, is looked at later.
 */
@Component
class CareerInvitationService implements EventSubscriber {

    private static final int LATER_DAYS = 30;

    private final AggregateStore<CareerInvitation> invitations;
    private final RhythmService rhythms;
    private final OverviewProjection agendas;
    private final CurrentRoster roster;
    private final CareerSettings settings;

    CareerInvitationService(
            AggregateStore<CareerInvitation> invitations,
            RhythmService rhythms,
            OverviewProjection agendas,
            CurrentRoster roster,
            CareerSettings settings) {
        this.invitations = invitations;
        this.rhythms = rhythms;
        this.agendas = agendas;
        this.roster = roster;
        this.settings = settings;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(PersonJoined.class, (joined, event) -> await(joined.person(), joined.startDate(), event))
                .on(PersonChanged.class, (changed, event) -> await(changed.person(), changed.startDate(), event))
                .on(
                        PersonLeft.class,
                        (gone, event) -> change(
                                key(event.organisation(), gone.person()),
                                gone.person(),
                                MessageContext.event(event),
                                CareerInvitation::leave));
    }

    /** Looks at one employee whose day may have come. */
    void look(Key due) {
        invitations.find(due).ifPresent(found -> {
            String employee = found.state().employee();
            Function<CareerInvitation, Decision<CareerInvitation>> next = roster.employed(due.organisation(), employee)
                    .<Function<CareerInvitation, Decision<CareerInvitation>>>map(
                            known -> step(due.organisation(), known))
                    .orElse(CareerInvitation::leave);
            change(due, employee, MessageContext.system("clock"), next);
        });
    }

    /** Gives a day to an employee who has none, because no event about them came since there are invitations. */
    void awaitKnown(Key person) {
        roster.employed(person.organisation(), person.id()).ifPresent(known -> {
            LocalDate today = roster.today(person.organisation(), person.id());
            change(
                    key(person.organisation(), person.id()),
                    person.id(),
                    MessageContext.system("clock"),
                    now -> now.await(settings.firstLook(person.id(), known.startDate(), today)));
        });
    }

    private Function<CareerInvitation, Decision<CareerInvitation>> step(
            Organisation organisation, PersonProfile employee) {
        LocalDate today = roster.today(organisation, employee.person());
        LocalDate back = back(employee, today);
        if (had(organisation, employee.person())) {
            return CareerInvitation::tookPlace;
        }
        if (back != null) {
            return now -> now.postpone(today, back);
        }
        return ahead(organisation, employee.person())
                ? now -> now.postpone(today, today.plusDays(LATER_DAYS))
                : now -> now.invite(today, today.plusDays(settings.everyDays()));
    }

    private boolean had(Organisation organisation, String employee) {
        return rhythms.of(organisation, employee).held().stream()
                .anyMatch(held -> held.type() == ConversationType.CAREER);
    }

    private boolean ahead(Organisation organisation, String employee) {
        return agendas.openOf(organisation, employee).stream()
                .anyMatch(entry -> entry.side() == Side.EMPLOYEE && entry.type() == ConversationType.CAREER);
    }

    /** The day to look again at somebody who is absent today; null for somebody who is there. */
    private static @Nullable LocalDate back(PersonProfile employee, LocalDate today) {
        if (employee.absentFrom() == null || employee.absentFrom().isAfter(today)) {
            return null;
        }
        if (employee.absentUntil() == null) {
            return today.plusDays(LATER_DAYS);
        }
        return employee.absentUntil().isBefore(today)
                ? null
                : employee.absentUntil().plusDays(1);
    }

    private void await(String person, @Nullable LocalDate start, EventMeta event) {
        LocalDate today = roster.today(event.organisation(), person);
        change(
                key(event.organisation(), person),
                person,
                MessageContext.event(event),
                now -> now.await(settings.firstLook(person, start, today)));
    }

    private void change(
            Key key,
            String employee,
            MessageContext context,
            Function<CareerInvitation, Decision<CareerInvitation>> change) {
        invitations.handle(key, context, found -> change.apply(found.orElse(CareerInvitation.of(employee))));
    }

    /** Apart from the ids of people themselves, under which other things of a person are kept. */
    static Key key(Organisation organisation, String person) {
        return Key.of(organisation, "career-" + person);
    }
}
