package nl.klimrek.conversations.planning.availability;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.klimrek.planner.task.HolidayCalendar;
import org.springframework.stereotype.Component;

/** Public holidays as jollyday knows them, looked up once per region and year. */
@Component
public class PublicHolidays implements HolidayCalendar {

    private final Map<String, HolidayManager> calendars = new ConcurrentHashMap<>();
    private final Map<String, Set<LocalDate>> years = new ConcurrentHashMap<>();

    public PublicHolidays(RegionSettings settings) {
        if (in(settings.region(), Year.of(2000).getValue()).isEmpty()) {
            throw new IllegalArgumentException(
                    "klimrek.conversations.region: no public holidays are known of " + settings.region());
        }
    }

    @Override
    public Set<LocalDate> in(String region, int year) {
        return years.computeIfAbsent(region + " " + year, missing -> lookUp(region.split("-"), year));
    }

    private Set<LocalDate> lookUp(String[] parts, int year) {
        HolidayManager calendar = calendars.computeIfAbsent(
                parts[0], country -> HolidayManager.getInstance(ManagerParameters.create(country)));
        return calendar.getHolidays(Year.of(year), Arrays.copyOfRange(parts, 1, parts.length)).stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
