package nl.klimrek.learningbudgets.shortfall;

import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetGrantAdjusted;
import nl.klimrek.contracts.learningbudgets.BudgetShortfallCovered;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.learningbudgets.account.AccountId;
import nl.klimrek.learningbudgets.account.AccountRepository;
import nl.klimrek.servicekit.people.PeopleListRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people who have a pot with a shortfall. It follows the account's state, so a replayed event changes nothing. */
@Component
public class ShortfallIndex {
    private static final String LIST = "shortfalls";

    private final PeopleListRepository lists;
    private final AccountRepository accounts;

    ShortfallIndex(PeopleListRepository lists, AccountRepository accounts) {
        this.lists = lists;
        this.accounts = accounts;
    }

    /** Adds this index to the service's handlers. */
    public void register(EventHandlers handlers) {
        handlers.on(BudgetGrantAdjusted.class, (adjusted, event) -> update(adjusted.employee(), event))
                .on(BudgetShortfallCovered.class, (covered, event) -> update(covered.employee(), event));
    }

    /** Ids of people with a shortfall, sorted. @param after the id before the first one; null for the beginning */
    List<String> page(Organisation organisation, @Nullable String after, int limit) {
        return lists.page(organisation, LIST, after, limit);
    }

    private void update(String employee, EventMeta event) {
        boolean hasShortfall = accounts.find(event.organisation(), new AccountId(employee)).state().pots().stream()
                .anyMatch(pot -> !pot.balance().shortfall().equalsZero());
        if (hasShortfall) {
            lists.add(event.organisation(), LIST, employee);
        } else {
            lists.remove(event.organisation(), LIST, employee);
        }
    }
}
