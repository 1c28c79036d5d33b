package nl.klimrek.conversations.projection;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Decision;

/**
 * Ids in the order of their first event.
 *
 * @param ids each once
 */
public record IdList(List<String> ids) {

    static final IdList EMPTY = new IdList(List.of());

    public IdList {
        ids = ids == null ? List.of() : List.copyOf(ids);
    }

    Decision<IdList> with(String id) {
        if (ids.contains(id)) {
            return Decision.unchanged();
        }
        List<String> more = new ArrayList<>(ids);
        more.add(id);
        return Decision.accept(new IdList(more));
    }
}
