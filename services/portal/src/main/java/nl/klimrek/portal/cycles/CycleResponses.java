package nl.klimrek.portal.cycles;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Responses of the conversations service about cycles. */
final class CycleResponses {
    private CycleResponses() {}

    record Cycle(
            String id,
            List<Rule> rhythm,
            int leadDays,
            int slotMinutes,
            LocalDate startsOn,
            List<Amendment> amendments,
            List<Blackout> blackouts,
            Planning planning,
            @Nullable LocalDate nextPlanningOn) {
        Cycle {
            rhythm = listOf(rhythm);
            amendments = listOf(amendments);
            blackouts = listOf(blackouts);
        }

        /** Whether the cycle no longer requests conversations. */
        boolean stopped(LocalDate today) {
            return amendments.stream().allMatch(part -> part.rhythm().isEmpty())
                    && amendments.stream()
                            .anyMatch(part -> "ORGANISATION".equals(part.scope())
                                    && !part.effectiveFrom().isAfter(today));
        }
    }

    record Rule(
            String type,
            int everyDays,
            @Nullable Integer preparationDays,
            @Nullable String template,
            @Nullable Integer templateVersion) {}

    record Amendment(int version, String scope, String target, List<Rule> rhythm, LocalDate effectiveFrom) {
        Amendment {
            rhythm = listOf(rhythm);
        }
    }

    record Blackout(String id, LocalDate from, LocalDate until) {}

    record Planning(
            boolean dryRun,
            boolean done,
            int people,
            int planned,
            List<String> withoutManager,
            Map<String, Integer> skipped,
            int proposed,
            Map<String, Integer> withoutSlot,
            Plan plan) {
        Planning {
            withoutManager = listOf(withoutManager);
            skipped = skipped == null ? Map.of() : skipped;
            withoutSlot = withoutSlot == null ? Map.of() : withoutSlot;
        }
    }

    record Plan(Slots slots, List<Without> without, List<Week> load, List<TooMuch> overloads) {
        Plan {
            without = listOf(without);
            load = listOf(load);
            overloads = listOf(overloads);
        }
    }

    record Slots(List<Slot> items, @Nullable String next) {
        Slots {
            items = listOf(items);
        }
    }

    record Slot(String conversation, String employee, String manager, Instant slotStart, Instant slotEnd) {}

    record Without(String employee, String manager, String reason, String because) {}

    record Week(
            String manager, LocalDate week, int conversations, int minutes, int capacityMinutes, int minutesShort) {}

    record TooMuch(
            String manager,
            int conversations,
            int minutesShort,
            LocalDate from,
            LocalDate until,
            List<String> delegates) {
        TooMuch {
            delegates = listOf(delegates);
        }
    }

    record Replay(
            LocalDate from, LocalDate until, int people, int withoutManager, List<OfType> types, List<Load> load) {
        Replay {
            types = listOf(types);
            load = listOf(load);
        }
    }

    record OfType(String type, int windows, int held, int gaps) {}

    record Load(String manager, YearMonth month, int conversations, int minutes) {}

    record Explanation(String scope, String target, LocalDate countedFrom, List<Explained> types) {
        Explanation {
            types = listOf(types);
        }
    }

    record Explained(
            String type,
            int everyDays,
            LocalDate windowFrom,
            LocalDate windowUntil,
            Integer preparationDays,
            List<Because> because) {
        Explained {
            because = listOf(because);
        }
    }

    record Because(String code, String text) {}

    record Template(String id, int version, String type, String name, boolean usual) {}

    record Person(
            String person,
            String givenName,
            String familyName,
            String team,
            String teamName,
            String job,
            String jobFamily,
            String employeeNumber) {}

    record Announcement(
            String id,
            String kind,
            String scope,
            String target,
            LocalDate effectiveOn,
            boolean done,
            Integer people,
            Integer planned) {}

    private static <T> List<T> listOf(List<T> items) {
        return items == null ? List.of() : items;
    }
}
