package nl.klimrek.journal.lag;

import java.util.List;
import nl.klimrek.eventing.spring.KafkaClientSettings;
import nl.klimrek.journal.access.Oversight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far behind the groups are, for HR and auditors. The figures are of all organisations together and name nobody. */
@RestController
class LagController {

    private final Lag lag;

    LagController(KafkaClientSettings kafka) {
        this.lag = new Lag(kafka.admin());
    }

    /**
     * @param items one for each group and topic
     * @param next what to pass as {@code after}; null on the last page
     * @param behind of all of them together
     */
    record LagList(List<LagView> items, String next, long behind) {}

    /**
     * @param id for {@code after}
     * @param group consumer group
     * @param topic topic it reads
     * @param behind records it has still to read
     */
    record LagView(String id, String group, String topic, long behind) {}

    @GetMapping("/api/journal/lag")
    LagList lag(ListRequest asked, Caller caller) {
        Oversight.require(caller);
        List<LagView> all = lag.now().stream()
                .map(one -> new LagView(one.group() + ":" + one.topic(), one.group(), one.topic(), one.behind()))
                .toList();
        Page<LagView> page = Page.of(all, LagView::id, asked);
        return new LagList(
                page.items(),
                page.next(),
                all.stream().mapToLong(LagView::behind).sum());
    }
}
