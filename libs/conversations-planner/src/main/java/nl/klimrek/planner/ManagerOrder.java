package nl.klimrek.planner;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The order in which managers are scheduled: a manager who is a report comes after their own manager, otherwise by id.
 * In a cycle of managers the lowest id goes first.
 */
final class ManagerOrder {

    private ManagerOrder() {}

    static int[] of(PlanningState state) {
        ConversationTable talks = state.talks();
        int count = state.people().count();
        int[] before = new int[count];
        boolean[] waiting = new boolean[count];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int person = 0; person < count; person++) {
            if (talks.ofManager(person).length > 0) {
                before[person] = (int) Arrays.stream(talks.ofEmployee(person))
                        .filter(talk -> talks.manager(talk) >= 0)
                        .count();
                waiting[person] = before[person] > 0;
                if (!waiting[person]) {
                    ready.add(person);
                }
            }
        }
        int[] order = new int[count];
        int done = 0;
        int lowest = 0;
        while (true) {
            while (ready.isEmpty() && lowest < count) {
                if (waiting[lowest]) {
                    waiting[lowest] = false;
                    ready.add(lowest);
                }
                lowest++;
            }
            if (ready.isEmpty()) {
                return Arrays.copyOf(order, done);
            }
            order[done] = ready.poll();
            for (int talk : talks.ofManager(order[done++])) {
                int report = talks.employee(talk);
                if (report >= 0 && --before[report] == 0 && waiting[report]) {
                    waiting[report] = false;
                    ready.add(report);
                }
            }
        }
    }
}
