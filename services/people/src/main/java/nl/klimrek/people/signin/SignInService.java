package nl.klimrek.people.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.readmodel.MemberIndex;
import nl.klimrek.people.signin.SignIn.Facts;
import nl.klimrek.people.signin.SignIn.Status;
import org.jspecify.annotations.Nullable;

/**
 * Links accounts to people. The first sign-in finds the person; afterwards the link decides, whatever address or number
 * the issuer states. A person has one account at each issuer, which is claimed before it is linked.
 */
public final class SignInService {

    private static final String LINKED = "LINKED";
    private static final String UNKNOWN = "UNKNOWN";

    private final AggregateStore<SignIn> signIns;
    private final AggregateStore<SignInClaims> holders;
    private final MemberIndex index;
    private final SignInPersonFinder finder;
    private final Clock clock;

    public SignInService(
            AggregateStore<SignIn> signIns,
            AggregateStore<SignInClaims> holders,
            MemberIndex index,
            SignInPersonFinder finder,
            Clock clock) {
        this.signIns = signIns;
        this.holders = holders;
        this.index = index;
        this.finder = finder;
        this.clock = clock;
    }

    /** Finds out who signed in. The account is linked only while the person is employed. */
    public SignIn signedIn(Organisation organisation, String issuer, String subject, Facts facts) {
        SignIn now = store(
                organisation,
                SignIn.idOf(issuer, subject),
                MessageContext.system("people"),
                known -> known.map(before -> before.recordSignIn(facts, clock.instant()))
                        .orElseGet(() -> Decision.accept(SignIn.unknown(issuer, subject, facts, clock.instant()))));
        if (now.linked() && !finder.employed(organisation, Objects.requireNonNull(now.person()))) {
            now = unlink(organisation, now, Status.LEFT, MessageContext.system("people"));
        }
        return now.open() && facts.given() ? findPerson(organisation, now) : now;
    }

    private SignIn findPerson(Organisation organisation, SignIn now) {
        Optional<SignInPersonFinder.Found> found = finder.find(organisation, now.facts());
        if (found.isEmpty()) {
            return now.status() == Status.LEFT ? now : markUnlinked(organisation, now, Status.NOBODY_FOUND);
        }
        return claim(organisation, found.get().person(), now)
                ? link(organisation, now, found.get().person(), found.get().how(), MessageContext.system("people"))
                : markUnlinked(organisation, now, Status.OTHER_ACCOUNT);
    }

    /**
     * Links an account to the person that HR names.
     *
     * @throws RefusedException {@code sign-in-unknown}; {@code person-unknown} when no such person is employed; {@code
     *     sign-in-taken} when they have another account at this issuer, which must be ended first
     */
    public SignIn link(Organisation organisation, String id, String person, MessageContext cause) {
        SignIn now = known(organisation, id);
        if (!finder.employed(organisation, person)) {
            throw new RefusedException(Refusal.of("person-unknown"));
        }
        if (now.linked() && person.equals(now.person())) {
            return now;
        }
        if (now.linked()) {
            throw new RefusedException(Refusal.of("sign-in-linked"));
        }
        if (!claim(organisation, person, now)) {
            throw new RefusedException(Refusal.of("sign-in-taken"));
        }
        return link(organisation, now, person, Status.BY_HR, cause);
    }

    /** Ends a link for HR, or keeps an unknown account unlinked. @throws RefusedException {@code sign-in-unknown} */
    public SignIn end(Organisation organisation, String id, MessageContext cause) {
        return unlink(organisation, known(organisation, id), Status.ENDED_BY_HR, cause);
    }

    /** Removes the links of a person who left. */
    public void left(PersonLeft left, EventMeta event) {
        Organisation organisation = event.organisation();
        if (finder.employed(organisation, left.person())) {
            return;
        }
        holders.find(holder(organisation, left.person()))
                .ifPresent(holder -> holder.state()
                        .byIssuer()
                        .values()
                        .forEach(id -> signIns.find(Key.of(organisation, id))
                                .map(Versioned::state)
                                .filter(one -> left.person().equals(one.person()))
                                .ifPresent(one -> unlink(
                                        organisation,
                                        one,
                                        Status.LEFT,
                                        MessageContext.event(event).withoutMarker()))));
    }

    /** A page of the accounts that are linked, or of those that are not, by id. */
    public List<SignIn> list(Organisation organisation, boolean unknown, @Nullable String after, int most) {
        List<Key> keys = index.ids(organisation, Set.of(unknown ? UNKNOWN : LINKED), after, most).stream()
                .map(id -> Key.of(organisation, id))
                .toList();
        return signIns.findAll(keys).stream()
                .map(Versioned::state)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    private SignIn known(Organisation organisation, String id) {
        return signIns.find(Key.of(organisation, id))
                .map(Versioned::state)
                .orElseThrow(() -> new RefusedException(Refusal.of("sign-in-unknown")));
    }

    private SignIn link(Organisation organisation, SignIn now, String person, Status how, MessageContext cause) {
        return store(organisation, now.id(), cause, known -> known.orElse(now).link(person, how, clock.instant()));
    }

    private SignIn markUnlinked(Organisation organisation, SignIn now, Status why) {
        return store(
                organisation,
                now.id(),
                MessageContext.system("people"),
                known -> known.orElse(now).without(why, clock.instant()));
    }

    private SignIn unlink(Organisation organisation, SignIn now, Status why, MessageContext cause) {
        SignIn after =
                store(organisation, now.id(), cause, known -> known.orElse(now).without(why, clock.instant()));
        if (now.person() != null) {
            holders.handle(
                    holder(organisation, now.person()),
                    MessageContext.system("people"),
                    known -> known.filter(had -> had.byIssuer().containsValue(now.id()))
                            .map(had -> Decision.accept(had.without(now.id())))
                            .orElseGet(Decision::unchanged));
        }
        return after;
    }

    private boolean claim(Organisation organisation, String person, SignIn now) {
        AtomicBoolean free = new AtomicBoolean();
        holders.handle(holder(organisation, person), MessageContext.system("people"), known -> {
            SignInClaims before = known.orElse(new SignInClaims(Map.of()));
            free.set(before.free(now.issuer(), now.id()));
            SignInClaims after = free.get() ? before.with(now.issuer(), now.id()) : before;
            return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
        });
        return free.get();
    }

    private SignIn store(
            Organisation organisation,
            String id,
            MessageContext cause,
            Function<Optional<SignIn>, Decision<SignIn>> step) {
        Versioned<SignIn> stored = signIns.handle(Key.of(organisation, id), cause, step);
        index.write(organisation, id, stored.version(), stored.state().linked() ? LINKED : UNKNOWN);
        return stored.state();
    }

    private static Key holder(Organisation organisation, String person) {
        return Key.of(organisation, person);
    }
}
