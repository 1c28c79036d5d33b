package nl.klimrek.conversations.planning.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.planner.task.HolidayCalendar;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.WorkingHours;
import org.jspecify.annotations.Nullable;

/**
 * Days on which both participants can talk, and what the reader has on those days. Of the other participant only days
 * are shown, never an appointment.
 *
 * @param with person id of the other
 * @param windowFrom first day of the conversation's window
 * @param windowUntil last day of it
 * @param days one after the other
 * @param taken the reader's own, in order of time
 */
record CommonTimes(
        String with, LocalDate windowFrom, LocalDate windowUntil, List<DayTogether> days, List<TakenTime> taken) {

    /**
     * One day.
     *
     * @param opens when the working hours of both have begun; absent on a day that is not a working day of both
     * @param closes when those of one of the two end; absent likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DayTogether(
            LocalDate day,
            DayKind you,
            DayKind other,
            @Nullable Instant opens,
            @Nullable Instant closes) {

        static DayTogether of(LocalDate day, PersonCalendar reader, PersonCalendar other, HolidayCalendar holidays) {
            DayKind you = DayKind.of(reader, day, holidays.in(reader.region(), day.getYear()));
            DayKind them = DayKind.of(other, day, holidays.in(other.region(), day.getYear()));
            WorkingHours hours = WorkingHours.USUAL;
            Instant opens = later(
                    day.atTime(hours.from()).atZone(reader.zone()).toInstant(),
                    day.atTime(hours.from()).atZone(other.zone()).toInstant());
            Instant closes = earlier(
                    day.atTime(hours.until()).atZone(reader.zone()).toInstant(),
                    day.atTime(hours.until()).atZone(other.zone()).toInstant());
            boolean together = you == DayKind.WORKING && them == DayKind.WORKING && opens.isBefore(closes);
            return new DayTogether(day, you, them, together ? opens : null, together ? closes : null);
        }

        private static Instant later(Instant one, Instant another) {
            return one.isAfter(another) ? one : another;
        }

        private static Instant earlier(Instant one, Instant another) {
            return one.isBefore(another) ? one : another;
        }
    }

    /**
     * A time that the reader has given to something else.
     *
     * @param conversation the conversation it is for; absent of a busy time
     * @param type of that conversation
     * @param with person id of the other of that conversation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TakenTime(
            Instant start,
            Instant end,
            @Nullable String conversation,
            @Nullable ConversationType type,
            @Nullable String with) {}
}
