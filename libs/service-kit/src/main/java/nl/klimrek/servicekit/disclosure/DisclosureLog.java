package nl.klimrek.servicekit.disclosure;

import java.util.UUID;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.tracing.Correlation;

/**
 * The access log. Each access to another person's content is stored and published before the content is returned; if that fails, the
 * content is not shown. Access to one's own content is not logged.
 */
public final class DisclosureLog {
    private final AggregateStore<Disclosure> looks;
    private final DisclosedEventFactory event;

    DisclosureLog(AggregateStore<Disclosure> looks, DisclosedEventFactory event) {
        this.looks = looks;
        this.event = event;
    }

    /**
     * Records that the caller reads another person's content.
     *
     * @param content code of the kind of content, upper case, such as {@code PREPARATION}
     * @param right by which it is allowed, as {@link nl.klimrek.servicekit.people.AccessControl} returned it
     * @throws RuntimeException when it could not be recorded; the content must then not be shown
     */
    public void record(Caller caller, String person, String content, AccessRight right) {
        if (right == AccessRight.SELF || caller.person().equals(person)) {
            return;
        }
        String id = UUID.randomUUID().toString();
        MessageContext asked = MessageContext.command(caller.actor(), id, id);
        MessageContext cause = Correlation.served()
                .map(request -> asked.withCorrelation(Correlation.of(request))
                        .withTraceparent(Correlation.traceOf(request).toString()))
                .orElse(asked);
        Disclosure look = new Disclosure(caller.person(), person, content, right.name());
        looks.handle(
                new Key(caller.organisation(), id),
                cause,
                none -> Decision.accept(
                        look, event.of(look.viewer(), look.person(), look.content(), look.allowedBecause())));
    }
}
