package nl.klimrek.planner;

import java.util.ArrayDeque;
import java.util.Arrays;
import nl.klimrek.planner.calendar.PlanningHorizon;
import nl.klimrek.planner.task.Capacity;

/**
 * Puts the talks of one manager into places, so many a day and so many a week at most: a flow from talks through places and
 * days to weeks. A talk that finds no place at once takes one from another that can go elsewhere, and so on along a shortest
 * path (Ford and Fulkerson 1956; Busacker and Gowen 1960). A talk that has a place never loses it without getting another,
 * so every talk that any rearrangement could place is placed; and among the ways to make room the one is taken that moves the
 * fewest talks away from the slot they had.
 */
final class SlotMatching {

    private static final int FAR = Integer.MAX_VALUE / 2;

    private final CandidateFit openings;
    private final CandidateSlots places;
    private final int size;
    private final int days;
    private final int weeks;
    /** Place of each talk, and talk of each place; -1 for none. */
    private final int[] placeOf;

    private final int[] talkIn;
    private final int[] inDay;
    private final int[] inWeek;
    private final Capacity capacity;

    private final int[] distance;
    private final int[] parent;
    private final int[] via;
    private final boolean[] queued;
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();

    /**
     * @param size how many talks
     * @param openings where each of them can be
     * @param taken how many talks each day has that are not among these
     */
    SlotMatching(int size, CandidateFit openings, CandidateSlots places, Capacity capacity, int[] taken) {
        this.size = size;
        this.openings = openings;
        this.places = places;
        this.capacity = capacity;
        this.days = taken.length;
        this.weeks = taken.length / 7;
        placeOf = filled(size);
        talkIn = filled(places.count());
        inDay = taken.clone();
        inWeek = new int[weeks];
        for (int day = 0; day < days; day++) {
            inWeek[PlanningHorizon.week(day)] += inDay[day];
        }
        distance = new int[size + days + weeks];
        parent = new int[size + days + weeks];
        via = new int[size + days + weeks];
        queued = new boolean[size + days + weeks];
    }

    /** Place of a talk; -1 for none. */
    int placeOf(int talk) {
        return placeOf[talk];
    }

    /** Whether one talk more fits on a day. */
    boolean roomOn(int day) {
        return inDay[day] < capacity.perDay() && inWeek[PlanningHorizon.week(day)] < capacity.perWeek();
    }

    /** Puts a talk into a place when it is free and there is capacity. */
    boolean put(int talk, int place) {
        if (talkIn[place] >= 0 || !roomOn(places.day(place))) {
            return false;
        }
        take(talk, place);
        return true;
    }

    /** Puts a talk into the earliest place that is free; changes no other. */
    boolean putEarliest(int talk) {
        for (int place = openings.first(talk); place < openings.end(talk); place++) {
            if (!roomOn(places.day(place))) {
                place = places.firstOfDay(places.day(place) + 1) - 1;
            } else if (talkIn[place] < 0 && openings.fits(talk, place)) {
                take(talk, place);
                return true;
            }
        }
        return false;
    }

    /** Puts a talk somewhere, moving as few others as can be. */
    boolean insert(int talk) {
        Arrays.fill(distance, FAR);
        queue.clear();
        reach(talk, 0, -1, -1);
        int best = FAR;
        int end = -1;
        while (!queue.isEmpty() && best > 0) {
            int node = queue.poll();
            queued[node] = false;
            if (node < size) {
                fromTalk(node);
            } else if (node < size + days) {
                fromDay(node);
            } else {
                if (inWeek[node - size - days] < capacity.perWeek() && distance[node] < best) {
                    best = distance[node];
                    end = node;
                }
                fromWeek(node);
            }
        }
        while (!queue.isEmpty()) {
            queued[queue.poll()] = false;
        }
        if (end >= 0) {
            follow(end);
        }
        return end >= 0;
    }

    private void fromTalk(int talk) {
        for (int place = openings.first(talk); place < openings.end(talk); place++) {
            int other = talkIn[place];
            if (other != talk && openings.fits(talk, place)) {
                int cost = distance[talk] + openings.cost(talk, place);
                if (other >= 0) {
                    reach(other, cost - openings.cost(other, place), talk, place);
                } else {
                    reach(size + places.day(place), cost, talk, place);
                }
            }
        }
    }

    /** A day that is full lets another of its talks go; one that is not passes on to its week. */
    private void fromDay(int node) {
        int day = node - size;
        for (int place = places.firstOfDay(day); place < places.firstOfDay(day + 1); place++) {
            if (talkIn[place] >= 0) {
                reach(talkIn[place], distance[node] - openings.cost(talkIn[place], place), node, -1);
            }
        }
        if (inDay[day] < capacity.perDay()) {
            reach(size + days + PlanningHorizon.week(day), distance[node], node, -1);
        }
    }

    private void fromWeek(int node) {
        int week = node - size - days;
        for (int day = 7 * week; day < 7 * week + 7; day++) {
            reach(size + day, distance[node], node, -1);
        }
    }

    private void reach(int node, int cost, int from, int place) {
        if (cost < distance[node]) {
            distance[node] = cost;
            parent[node] = from;
            via[node] = place;
            if (!queued[node]) {
                queued[node] = true;
                queue.add(node);
            }
        }
    }

    /** Walks back from the end of a path: each talk that is passed leaves, and takes the place that it went by. */
    private void follow(int end) {
        int[] takers = new int[size];
        int[] taken = new int[size];
        int steps = 0;
        for (int node = end; parent[node] >= 0; node = parent[node]) {
            if (node < size) {
                leave(node);
            }
            if (via[node] >= 0) {
                takers[steps] = parent[node];
                taken[steps++] = via[node];
            }
        }
        for (int step = 0; step < steps; step++) {
            take(takers[step], taken[step]);
        }
    }

    private void take(int talk, int place) {
        placeOf[talk] = place;
        talkIn[place] = talk;
        inDay[places.day(place)]++;
        inWeek[PlanningHorizon.week(places.day(place))]++;
    }

    private void leave(int talk) {
        int place = placeOf[talk];
        placeOf[talk] = -1;
        talkIn[place] = -1;
        inDay[places.day(place)]--;
        inWeek[PlanningHorizon.week(places.day(place))]--;
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }
}
