package nl.klimrek.conversations.lists;

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

/** Keeps lists of ids. Adding what is there already changes nothing, so an event may come again. */
@Component
public class IdLists {

    private final AggregateStore<IdList> lists;

    IdLists(AggregateStore<IdList> lists) {
        this.lists = lists;
    }

    /** Adds an id to the list of a person, a conversation or a team. */
    public void add(EventMeta event, ListOf what, String whose, String id) {
        lists.handle(
                key(event.organisation(), what, whose),
                MessageContext.event(event).withoutMarker(),
                list -> list.orElse(IdList.EMPTY).with(id));
    }

    /** Keys of what is in the list. */
    public List<Key> keys(Organisation organisation, ListOf what, String whose) {
        return lists
                .find(key(organisation, what, whose))
                .map(Versioned::state)
                .map(IdList::ids)
                .orElse(List.of())
                .stream()
                .map(id -> Key.of(organisation, id))
                .toList();
    }

    /** A team's code comes from HR as it is and may hold what a key can not. */
    private static Key key(Organisation organisation, ListOf what, String whose) {
        String safe = Base64.getUrlEncoder().withoutPadding().encodeToString(whose.getBytes(StandardCharsets.UTF_8));
        return Key.of(organisation, what.name() + ":" + safe);
    }
}
