package nl.klimrek.standalone.hr.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds managers by name among all rows of an export. A name that matches nobody, or more than one person, gives no
 * manager but a reason.
 */
public final class ManagerLookup {

    private final Map<String, List<Candidate>> byKey;
    private final Map<String, List<Candidate>> byFullKey;

    /** @param candidates everyone in the export who has an employee number */
    public ManagerLookup(List<Candidate> candidates) {
        byKey = candidates.stream()
                .collect(Collectors.groupingBy(candidate -> candidate.name().key()));
        byFullKey = candidates.stream()
                .collect(Collectors.groupingBy(candidate -> candidate.name().fullKey()));
    }

    /**
     * A person in the export.
     *
     * @param here whether they are still employed
     */
    public record Candidate(String number, PersonName name, boolean here) {

        static boolean here(String endDate, LocalDate today) {
            return endDate == null
                    || !endDate.matches("\\d{4}-\\d{2}-\\d{2}")
                    || endDate.compareTo(today.toString()) >= 0;
        }
    }

    /**
     * The result of a look-up.
     *
     * @param number employee number of the manager; null if none was found
     * @param why why none was found; null if one was found or none was named
     */
    public record Found(@Nullable String number, @Nullable String why) {}

    /** Finds the manager with this name. Among several, prefers the one still employed or with the same initials. */
    public Found find(String written) {
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
