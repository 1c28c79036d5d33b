package nl.klimrek.insights.shift;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.insights.InsightsProperties;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shift of the caller's organisation, for HR. */
@RestController
class ShiftController {

    /** Few lengths, so that nothing follows from setting one against another. */
    private static final Set<Integer> MONTHS = Set.of(12, 24, 60);

    private final Shifts shifts;
    private final AccessControl access;
    private final InsightsProperties properties;
    private final Clock clock;

    ShiftController(Shifts shifts, AccessControl access, InsightsProperties properties, Clock clock) {
        this.shifts = shifts;
        this.access = access;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param minimum people a figure is about at the least */
    record Shift(int minimum, List<MonthFigure> months) {}

    /** Months that are over, the oldest first: of a month under way, two looks would tell who talked in between. */
    @GetMapping("/api/insights/shift")
    Shift shift(@RequestParam(defaultValue = "12") int months, Caller caller) {
        access.hr(caller);
        if (!MONTHS.contains(months)) {
            throw new RefusedException(Refusal.of("period-invalid"));
        }
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        return new Shift(
                properties.minimumGroup(),
                IntStream.rangeClosed(1, months)
                        .mapToObj(ago -> now.minusMonths(months + 1L - ago))
                        .map(month -> MonthFigure.of(
                                month, shifts.of(caller.organisation(), month), properties.minimumGroup()))
                        .toList());
    }
}
