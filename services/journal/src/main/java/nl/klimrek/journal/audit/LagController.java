package nl.klimrek.journal.audit;

import java.util.List;
import nl.klimrek.eventing.kafka.KafkaClientSettings;
import nl.klimrek.journal.timeline.Oversight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the lag of the consumer groups, for HR and auditors. The figures cover all organisations and name nobody. */
@RestController
class LagController {

    private final ConsumerLag lag;

    LagController(KafkaClientSettings kafka) {
        this.lag = new ConsumerLag(kafka.admin());
    }

    /**
     * @param items one per group and topic
     * @param next value for {@code after}; null on the last page
     * @param behind total of all items
     */
    record LagList(List<LagView> items, @Nullable String next, long behind) {}

    /**
     * @param id value for {@code after}
     * @param group consumer group
     * @param topic topic it reads
     * @param behind records still to read
     */
    record LagView(String id, String group, String topic, long behind) {}

    @GetMapping("/api/journal/lag")
    LagList lag(ListRequest request, Caller caller) {
        Oversight.require(caller);
        List<LagView> all = lag.read().stream()
                .map(one -> new LagView(one.group() + ":" + one.topic(), one.group(), one.topic(), one.behind()))
                .toList();
        Page<LagView> page = Page.of(all, LagView::id, request);
        return new LagList(
                page.items(),
                page.next(),
                all.stream().mapToLong(LagView::behind).sum());
    }
}
