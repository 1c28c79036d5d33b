package nl.klimrek.eventing.simulation.guarantees;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The topic as an observer sees it, and which of its records were parked or reported as lost. */
final class TopicView {

    private final Map<Integer, List<Observation>> topic = new HashMap<>();
    private final Set<String> parked = new HashSet<>();
    private final Set<String> alarmed = new HashSet<>();
    private final Map<String, Map<Integer, Long>> highest = new HashMap<>();
    private final Set<String> late = new HashSet<>();

    void observe(Observation observation) {
        if (observation instanceof Observation.Arrived event) {
            log(event.partition()).add(event);
            noteLate(event);
        } else if (observation instanceof Observation.Foreign record) {
            log(record.partition()).add(record);
        } else if (observation instanceof Observation.Parked record) {
            parked.add(place(record.partition(), record.offset()));
        } else if (observation instanceof Observation.Alarmed lost) {
            for (int offset = lost.from(); offset < lost.upTo(); offset++) {
                alarmed.add(place(lost.partition(), offset));
            }
        }
    }

    private void noteLate(Observation.Arrived event) {
        Map<Integer, Long> ofSubject = highest.computeIfAbsent(event.subject(), subject -> new HashMap<>());
        if (ofSubject.entrySet().stream()
                .anyMatch(each -> each.getKey() != event.partition() && each.getValue() > event.sequence())) {
            late.add(place(event.partition(), log(event.partition()).size() - 1));
        }
        ofSubject.merge(event.partition(), event.sequence(), Math::max);
    }

    /** Whether a record was written after a later event of its subject in another partition. */
    boolean isLate(int partition, int offset) {
        return late.contains(place(partition, offset));
    }

    Observation at(int partition, int offset) {
        return log(partition).get(offset);
    }

    boolean isParked(int partition, int offset) {
        return parked.contains(place(partition, offset));
    }

    /** Whether readers need not handle this record: it was parked, or an operator was told that it is lost. */
    boolean isExcused(int partition, int offset) {
        return isParked(partition, offset) || alarmed.contains(place(partition, offset));
    }

    /** Whether an operator was told that a record of this event is lost. */
    boolean isReportedLost(Observation.Arrived event) {
        String name = name(event.subject(), event.sequence());
        boolean[] lost = {false};
        forEachEvent((each, offset) -> lost[0] |= alarmed.contains(place(each.partition(), offset))
                && name.equals(name(each.subject(), each.sequence())));
        return lost[0];
    }

    /** Names of the events of which a record is excused. */
    Set<String> excused() {
        Set<String> excused = new HashSet<>();
        forEachEvent((event, offset) -> {
            if (isExcused(event.partition(), offset)) {
                excused.add(name(event.subject(), event.sequence()));
            }
        });
        return excused;
    }

    void forEachEvent(BiConsumer<Observation.Arrived, Integer> event) {
        topic.values().forEach(log -> {
            for (int offset = 0; offset < log.size(); offset++) {
                if (log.get(offset) instanceof Observation.Arrived arrived) {
                    event.accept(arrived, offset);
                }
            }
        });
    }

    static String name(String subject, long sequence) {
        return subject + "#" + sequence;
    }

    private static String place(int partition, int offset) {
        return partition + "@" + offset;
    }

    private List<Observation> log(int partition) {
        return topic.computeIfAbsent(partition, p -> new ArrayList<>());
    }
}
