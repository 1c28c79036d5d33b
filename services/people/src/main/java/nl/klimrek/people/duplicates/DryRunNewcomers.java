package nl.klimrek.people.duplicates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.HrText;
import nl.klimrek.people.person.NumberLookup;
import nl.klimrek.people.person.PossibleDuplicate;

/**
 * The people that a file would create, as a dry run has seen them so far. With them the dry run finds two rows about one
 * person, as the import would. Safe for several threads.
 */
public final class DryRunNewcomers {

    /** Newcomers beyond this number are not compared with each other. */
    private static final int MAX_PEOPLE = 50_000;

    private final Map<String, EmployeeFacts> byNumber = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> numbersByMark = new ConcurrentHashMap<>();

    /** Finds people of earlier rows who may be this one, and adds this one unless it is probably one of them. */
    public DuplicateService.Check add(String number, EmployeeFacts facts) {
        List<String> marks = marks(number, facts);
        Set<String> others = new LinkedHashSet<>();
        marks.forEach(mark -> others.addAll(numbersByMark.getOrDefault(mark, Set.of())));
        others.remove(number);
        List<Resemblance> alike = others.stream()
                .map(other -> Resemblance.of(
                        Objects.requireNonNull(byNumber.get(other)),
                        facts,
                        bare(other).equals(bare(number)),
                        false))
                .filter(found -> !found.because().isEmpty())
                .toList();
        if (alike.stream().noneMatch(Resemblance::likely) && byNumber.size() < MAX_PEOPLE) {
            byNumber.put(number, facts);
            marks.forEach(mark -> numbersByMark
                    .computeIfAbsent(mark, none -> ConcurrentHashMap.newKeySet())
                    .add(number));
        }
        return new DuplicateService.Check(
                duplicates(alike, true), duplicates(alike, false), false, NumberLookup.NOT_READ);
    }

    private static List<PossibleDuplicate> duplicates(List<Resemblance> alike, boolean likely) {
        return alike.stream()
                .filter(found -> found.likely() == likely)
                .limit(DuplicateFinder.MAX_CANDIDATES)
                .map(found -> new PossibleDuplicate(null, null, found.because()))
                .toList();
    }

    private static List<String> marks(String number, EmployeeFacts facts) {
        return Stream.of(
                        "number:" + bare(number),
                        facts.email() == null ? "" : "email:" + facts.email().toLowerCase(Locale.ROOT),
                        facts.givenName() == null
                                ? ""
                                : ("name:" + facts.givenName() + " " + facts.familyName()).toLowerCase(Locale.ROOT))
                .filter(mark -> !mark.isEmpty())
                .toList();
    }

    private static String bare(String number) {
        return HrText.withoutLeadingZeros(number);
    }
}
