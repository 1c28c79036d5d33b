package nl.klimrek.popforms.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.popforms.template.FormTemplate;
import nl.klimrek.popforms.template.FormTemplateRepository;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.stereotype.Service;

/**
 * Finds, starts, changes and confirms plans. Only the owner changes a plan, and only while employed; owner and current
 * manager confirm it. Anybody else is refused, whether or not the plan exists.
 */
@Service
public class PopService {

    private final AggregateStore<Pop> store;
    private final PeopleProjection people;
    private final AccessControl access;
    private final FormTemplateRepository templates;
    private final PopProjection readers;
    private final AgreedContents contents;
    private final Clock clock;

    PopService(
            AggregateStore<Pop> store,
            PeopleProjection people,
            AccessControl access,
            FormTemplateRepository templates,
            PopProjection readers,
            AgreedContents contents,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.access = access;
        this.templates = templates;
        this.readers = readers;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * The plan as it is now; refused with {@code pop-not-started} when there is none. Callers check the reader's right
     * first.
     */
    public Versioned<Pop> find(Caller caller, String pop) {
        return store.find(new Key(caller.organisation(), pop)).orElseThrow(() -> refused("pop-not-started"));
    }

    /** The owner of the plan with this id; refused with {@code forbidden} when it is not a plan's id. */
    public String ownerOf(String pop) {
        return Pop.ownerOf(pop).orElseThrow(() -> refused("forbidden"));
    }

    /** Today in the person's time zone. */
    public LocalDate today(Caller caller, String person) {
        return people.person(caller.organisation(), person)
                .map(this::today)
                .orElseThrow(() -> refused("person-unknown"));
    }

    public Versioned<Pop> start(Caller caller, MessageContext cause) {
        employed(caller);
        return decide(
                caller,
                Pop.idOf(caller.person()),
                cause,
                current -> Pop.start(current, caller.person(), form(), clock.instant()));
    }

    /** Starts the caller's plan where there is none; does nothing else. */
    public void startUnlessStarted(Caller caller, MessageContext cause) {
        if (store.find(new Key(caller.organisation(), Pop.idOf(caller.person())))
                .isEmpty()) {
            employed(caller);
            decide(
                    caller,
                    Pop.idOf(caller.person()),
                    cause.withoutMarker(),
                    current -> current.isPresent()
                            ? Decision.unchanged()
                            : Pop.start(current, caller.person(), form(), clock.instant()));
        }
    }

    /** Changes a plan for its owner. @param step gets the plan and today's date in the owner's zone */
    public Versioned<Pop> change(
            Caller caller, String pop, MessageContext cause, BiFunction<Pop, LocalDate, Decision<Pop>> step) {
        access.self(caller, ownerOf(pop));
        LocalDate today = today(employed(caller));
        return decide(
                caller,
                pop,
                cause,
                current -> current.map(plan -> noted(plan, step.apply(plan, today), today))
                        .orElseGet(() -> Decision.refuse("pop-not-started")));
    }

    /**
     * Changes a plan by replacing what its owner wrote before. Refused with {@code version-required} unless the caller
     * names the version that was read: without it, words of another open page would be lost.
     */
    public Versioned<Pop> replace(
            Caller caller, String pop, MessageContext cause, BiFunction<Pop, LocalDate, Decision<Pop>> step) {
        access.self(caller, ownerOf(pop));
        if (cause.expectedVersion().isEmpty()) {
            throw refused("version-required");
        }
        return change(caller, pop, cause, step);
    }

    /** Validates evidence of a report's shared goal. Only the current manager does. */
    public Versioned<Pop> validate(Caller caller, String pop, MessageContext cause, String evidence) {
        access.manager(caller, ownerOf(pop));
        return decide(
                caller,
                pop,
                cause,
                current -> current.map(plan -> PlanLearning.validateEvidence(plan, evidence, caller.person()))
                        .orElseGet(() -> Decision.refuse("pop-not-started")));
    }

    public Versioned<Pop> confirm(Caller caller, String pop, MessageContext cause, int version) {
        String owner = ownerOf(pop);
        access.selfOrManager(caller, owner);
        String manager = people.person(caller.organisation(), owner)
                .filter(known -> !known.left())
                .orElseThrow(() -> refused("pop-closed"))
                .manager();
        return decide(
                caller,
                pop,
                cause,
                current -> current.map(plan -> kept(
                                caller, plan, plan.confirm(version, caller.person(), manager, clock.instant()), cause))
                        .orElseGet(() -> Decision.refuse("pop-not-started")));
    }

    /** The decision, after the content of a version that it makes agreed was stored: a crash between the two loses nothing. */
    private Decision<Pop> kept(Caller caller, Pop before, Decision<Pop> decision, MessageContext cause) {
        if (decision instanceof Decision.Accepted<Pop> accepted
                && accepted.state().agreed().size() > before.agreed().size()) {
            contents.keep(caller.organisation(), accepted.state(), cause);
        }
        return decision;
    }

    private TemplateReference form() {
        FormTemplate form = templates.newest();
        return new TemplateReference(form.id(), form.version());
    }

    private Versioned<Pop> decide(
            Caller caller, String pop, MessageContext cause, Function<Optional<Pop>, Decision<Pop>> step) {
        Versioned<Pop> plan = store.handle(new Key(caller.organisation(), pop), cause, step);
        // Also after a repetition: the first time may have stopped between plan and readers.
        readers.show(caller.organisation(), plan);
        return plan;
    }

    private static Decision<Pop> noted(Pop before, Decision<Pop> decision, LocalDate today) {
        return decision instanceof Decision.Accepted<Pop> accepted
                ? Decision.accept(accepted.state().progressedSince(before, today), accepted.events())
                : decision;
    }

    private PersonProfile employed(Caller caller) {
        PersonProfile known =
                people.person(caller.organisation(), caller.person()).orElseThrow(() -> refused("person-unknown"));
        if (known.left()) {
            throw refused("pop-closed");
        }
        return known;
    }

    private LocalDate today(PersonProfile person) {
        ZoneId zone = person.timeZone() == null ? clock.getZone() : ZoneId.of(person.timeZone());
        return LocalDate.now(clock.withZone(zone));
    }

    private static RefusedException refused(String code) {
        return new RefusedException(Refusal.of(code));
    }
}
