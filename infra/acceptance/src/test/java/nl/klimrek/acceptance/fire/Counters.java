package nl.klimrek.acceptance.fire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.EventCatalogue;

/**
 * What the service under fire is about: counters that go up, each somebody's.
 *
 * @param topic where their facts are published
 */
record Counters(String topic) implements EventCatalogue {

    static final String SOURCE = "/counters";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A counter.
     *
     * @param owner whose it is: the facts of one owner are in order together
     */
    record Counter(String name, String owner, long value) {}

    /** A counter went up. */
    record Raised(String counter, long to) {}

    /** What a group has made of an owner's facts so far, in the order in which it took them. */
    record Taken(List<Fact> facts) {

        static final Taken NOTHING = new Taken(List.of());

        Taken and(Fact fact) {
            List<Fact> more = new ArrayList<>(facts);
            more.add(fact);
            return new Taken(more);
        }
    }

    /**
     * A fact that was taken.
     *
     * @param event its id
     * @param counter what it is about
     * @param sequence its place among the facts about that
     */
    record Fact(String event, String counter, long sequence) {}

    @Override
    public String typeOf(Class<?> event) {
        return "counters.raised.v1";
    }

    @Override
    public String topicOf(Class<?> event) {
        return topic;
    }

    @Override
    public String sourceOf(String topic) {
        return SOURCE;
    }

    @Override
    public Optional<Class<? extends Record>> classOf(String type) {
        return Optional.of(Raised.class);
    }

    @Override
    public ObjectMapper json() {
        return JSON;
    }
}
