package nl.klimrek.insights.shift;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.insights.history.MinimumGroup;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows HR the shift of the organisation. */
@RestController
class ShiftController {

    /** A few fixed periods, so that nothing follows from comparing one with another. */
    private static final Set<Integer> MONTHS = Set.of(12, 24, 60);

    private final MonthlyCountRepository counts;
    private final AccessControl access;
    private final MinimumGroup minimum;
    private final Clock clock;

    ShiftController(MonthlyCountRepository counts, AccessControl access, MinimumGroup minimum, Clock clock) {
        this.counts = counts;
        this.access = access;
        this.minimum = minimum;
        this.clock = clock;
    }

    /** @param minimum people that a figure is about at least */
    record Shift(int minimum, List<ShiftFigure> months) {}

    /** Months that are over, oldest first. Two looks at a month under way would tell who talked in between. */
    @GetMapping("/api/insights/shift")
    Shift shift(@RequestParam(defaultValue = "12") int months, Caller caller) {
        access.hr(caller);
        if (!MONTHS.contains(months)) {
            throw new RefusedException(Refusal.of("period-invalid"));
        }
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        return new Shift(
                minimum.people(),
                IntStream.rangeClosed(1, months)
                        .mapToObj(ago -> now.minusMonths(months + 1L - ago))
                        .map(month ->
                                ShiftFigure.of(month, counts.peopleByCounts(caller.organisation(), month), minimum))
                        .toList());
    }
}
