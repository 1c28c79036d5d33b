package nl.klimrek.standalone.hr;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds managers by name among all rows of an export. Never guesses: a name that fits nobody, or more than one, gives no
 * manager, and says so.
 */
final class Managers {

    private final Map<String, List<Candidate>> byKey;
    private final Map<String, List<Candidate>> byFullKey;

    /** @param candidates everybody in the export who has a number */
    Managers(List<Candidate> candidates) {
        byKey = candidates.stream()
                .collect(Collectors.groupingBy(candidate -> candidate.name().key()));
        byFullKey = candidates.stream()
                .collect(Collectors.groupingBy(candidate -> candidate.name().fullKey()));
    }

    /**
     * Somebody in the export.
     *
     * @param here whether they still work there
     */
    record Candidate(String number, PersonName name, boolean here) {

        static boolean here(String endDate, LocalDate today) {
            return endDate == null
                    || !endDate.matches("\\d{4}-\\d{2}-\\d{2}")
                    || endDate.compareTo(today.toString()) >= 0;
        }
    }

    /**
     * What was found.
     *
     * @param number employee number of the manager; null when none was found
     * @param why why none was found; null when one was, or none was named
     */
    record Found(String number, String why) {}

    /** The manager of this name. Of several with it, the one whose initials are the same, or the one who still is there. */
    Found find(String written) {
        if (written.isEmpty()) {
            return new Found(null, null);
        }
        PersonName name = PersonName.of(written);
        List<Candidate> fitting = byKey.getOrDefault(name.key(), List.of());
        if (fitting.isEmpty()) {
            return new Found(null, "nobody in the file is called \"" + written + "\"");
        }
        for (List<Candidate> narrower :
                List.of(fitting, only(fitting, Candidate::here), byFullKey.getOrDefault(name.fullKey(), List.of()))) {
            if (narrower.size() == 1) {
                return new Found(narrower.get(0).number(), null);
            }
        }
        return new Found(null, fitting.size() + " people in the file are called \"" + written + "\"");
    }

    private static List<Candidate> only(List<Candidate> candidates, Function<Candidate, Boolean> which) {
        return candidates.stream().filter(which::apply).toList();
    }
}
