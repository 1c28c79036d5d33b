package nl.klimrek.conversations.projection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Keeps lists of ids. Adding an id twice changes nothing, so a replayed event is harmless. */
@Component
public class IdListProjection {

    private static final MessageContext SHOWING = MessageContext.system("lists");

    private final AggregateStore<IdList> lists;

    public IdListProjection(AggregateStore<IdList> lists) {
        this.lists = lists;
    }

    /** Adds an id to the list of a person, a conversation or a team. */
    public void add(EventMeta event, ListKind what, String whose, String id) {
        lists.handle(
                key(event.organisation(), what, whose),
                MessageContext.event(event).withoutMarker(),
                list -> list.orElse(IdList.EMPTY).with(id));
    }

    /** Adds an id that a command made, so that its sender finds it in the list at once. */
    public void add(Organisation organisation, ListKind what, String whose, String id) {
        lists.handle(
                key(organisation, what, whose),
                SHOWING,
                list -> list.orElse(IdList.EMPTY).with(id));
    }

    /** Keys of what is in the list. */
    public List<Key> keys(Organisation organisation, ListKind what, String whose) {
        return lists
                .find(key(organisation, what, whose))
                .map(Versioned::state)
                .map(IdList::ids)
                .orElse(List.of())
                .stream()
                .map(id -> Key.of(organisation, id))
                .toList();
    }

    /** A team's code comes from HR unchanged and may hold characters that a key cannot. */
    private static Key key(Organisation organisation, ListKind what, String whose) {
        String safe = Base64.getUrlEncoder().withoutPadding().encodeToString(whose.getBytes(StandardCharsets.UTF_8));
        return Key.of(organisation, what.name() + ":" + safe);
    }
}
