package nl.klimrek.conversations.dialogue.overview;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own lists. They follow a step within moments. */
@RestController
@RequestMapping("/api/conversations")
class OverviewController {

    private static final Comparator<OverviewEntry> EARLIEST_FIRST = Comparator.comparing(
                    (OverviewEntry entry) -> entry.status().ended())
            .thenComparing(OverviewEntry::windowUntil)
            .thenComparing(OverviewEntry::conversation);

    private final OverviewProjection agendas;
    private final Clock clock;

    OverviewController(OverviewProjection agendas, Clock clock) {
        this.agendas = agendas;
        this.clock = clock;
    }

    /** What is not over yet, the earliest first, and after it what ended in a year: this one unless another is asked for. */
    @GetMapping
    Page<OverviewEntry> mine(
            @RequestParam(required = false) @Min(1970) @Max(9999) Integer year, ListRequest asked, Caller caller) {
        int ended = year == null ? clock.instant().atZone(ZoneOffset.UTC).getYear() : year;
        List<OverviewEntry> all = Stream.concat(
                        agendas.openOf(caller.organisation(), caller.person()).stream(),
                        agendas.overOf(caller.organisation(), caller.person(), ended).stream())
                .sorted(EARLIEST_FIRST)
                .toList();
        return Page.of(all, OverviewEntry::conversation, asked);
    }

    /** For which of the caller's reports time is needed for a career conversation outside the line. */
    @GetMapping("time-needed")
    Page<TimeNeeded> timeNeeded(ListRequest asked, Caller caller) {
        List<TimeNeeded> times = agendas.timeNeededOf(caller.organisation(), caller.person()).stream()
                .sorted(Comparator.comparing(TimeNeeded::from).thenComparing(TimeNeeded::employee))
                .toList();
        return Page.of(times, TimeNeeded::employee, asked);
    }
}
